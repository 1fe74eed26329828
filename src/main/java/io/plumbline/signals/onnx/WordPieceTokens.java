package io.plumbline.signals.onnx;

import io.plumbline.domain.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a text into the word pieces of a BERT vocabulary: words and single punctuation marks, each taken apart from the left into the longest
 * pieces that the vocabulary has (Devlin et al. 2019, appendix A; Wu et al. 2016, section 4.1). Lower case without accents where the
 * vocabulary has no capitals.
 */
public final class WordPieceTokens {

    private static final String UNKNOWN = "[UNK]";
    private static final String FIRST = "[CLS]";
    private static final String LAST = "[SEP]";
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> pieces;
    private final boolean cased;

    private WordPieceTokens(Map<String, Integer> pieces) {
        this.pieces = pieces;
        cased = pieces.keySet().stream().anyMatch(piece -> piece.length() > 1 && Character.isUpperCase(piece.charAt(0)));
    }

    /** Reads a {@code vocab.txt}: one piece a line, its number the line's. */
    public static WordPieceTokens read(Path vocabulary) {
        Map<String, Integer> pieces = new HashMap<>();
        try {
            List<String> lines = Files.readAllLines(vocabulary, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                pieces.putIfAbsent(lines.get(i).strip(), i);
            }
        } catch (IOException e) {
            throw new InputException("The vocabulary " + vocabulary + " can't be read. Put the model's vocab.txt beside model.onnx.", e);
        }
        for (String needed : List.of(UNKNOWN, FIRST, LAST)) {
            if (!pieces.containsKey(needed)) {
                throw new InputException("The vocabulary " + vocabulary + " has no " + needed + ". It must be the WordPiece vocabulary of the model.");
            }
        }
        return new WordPieceTokens(pieces);
    }

    /** Number of the mark that begins a text. */
    public int first() {
        return pieces.get(FIRST);
    }

    /** Number of the mark that ends a text. */
    public int last() {
        return pieces.get(LAST);
    }

    /** Numbers of the pieces, with the marks for beginning and end; no more than so many. */
    public long[] of(String text, int most) {
        List<Piece> found = pieces(text, most - 2);
        int kept = Math.min(found.size(), most - 2);
        long[] all = new long[kept + 2];
        all[0] = first();
        for (int k = 0; k < kept; k++) {
            all[k + 1] = found.get(k).number();
        }
        all[kept + 1] = last();
        return all;
    }

    /** The pieces of a text with the words they are of, without marks; at least so many where the text has them. */
    public List<Piece> pieces(String text, int enough) {
        List<Piece> found = new ArrayList<>();
        int words = 0;
        int i = 0;
        while (i < text.length() && found.size() < enough) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            if (isOfWord(c)) {
                while (end < text.length() && isOfWord(text.codePointAt(end))) {
                    end += Character.charCount(text.codePointAt(end));
                }
                word(text, i, end, words++, found);
            } else if (!Character.isWhitespace(c) && !Character.isISOControl(c)) {
                word(text, i, end, words++, found);
            }
            i = end;
        }
        return found;
    }

    /** A letter or digit, or an accent that is written behind its letter. Each ideograph is a word. */
    private static boolean isOfWord(int c) {
        return Character.isLetterOrDigit(c) && !Character.isIdeographic(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private void word(String text, int from, int to, int number, List<Piece> found) {
        String word = text.substring(from, to);
        word = cased ? word : Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
        int before = found.size();
        int start = 0;
        while (start < word.length() && word.length() <= LONGEST_WORD) {
            int end = word.length();
            while (end > start && !pieces.containsKey(piece(word, start, end))) {
                end--;
            }
            if (end == start) {
                break;
            }
            found.add(new Piece(pieces.get(piece(word, start, end)), number, from, to));
            start = end;
        }
        if (start < word.length()) {
            found.subList(before, found.size()).clear();
            found.add(new Piece(pieces.get(UNKNOWN), number, from, to));
        }
    }

    private static String piece(String word, int start, int end) {
        return start == 0 ? word.substring(0, end) : "##" + word.substring(start, end);
    }
}
