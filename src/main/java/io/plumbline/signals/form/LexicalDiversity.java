package io.plumbline.signals.form;

/**
 * Measure of textual lexical diversity (McCarthy & Jarvis 2010): the mean number of words in a row that keep the type-token ratio above
 * 0.72, forwards and backwards averaged. Unlike the ratio it hardly depends on length; under 50 words it means nothing. Scratch of one
 * thread.
 */
final class LexicalDiversity {

    private static final double LIMIT = 0.72;
    static final int FEWEST_WORDS = 50;

    private int[] marks = new int[256];
    private int mark;

    double mtld(WordTypes words) {
        if (words.tokens() < FEWEST_WORDS) {
            return Double.NaN;
        }
        marks = words.marks(marks);
        return (oneWay(words, 0, 1) + oneWay(words, words.tokens() - 1, -1)) / 2;
    }

    private double oneWay(WordTypes words, int from, int step) {
        double factors = 0;
        int tokens = 0;
        int types = 0;
        mark++;
        int n = words.tokens();
        for (int i = 0, t = from; i < n; i++, t += step) {
            int type = words.typeOf(t);
            tokens++;
            types += marks[type] == mark ? 0 : 1;
            marks[type] = mark;
            if (types <= LIMIT * tokens) {
                factors++;
                tokens = 0;
                types = 0;
                mark++;
            }
        }
        if (tokens > 0) {
            factors += (1 - (double) types / tokens) / (1 - LIMIT);
        }
        return factors == 0 ? n : n / factors;
    }
}
