package io.plumbline.signals.form;

import io.plumbline.signals.scan.Hint;
import io.plumbline.signals.scan.TextScan;

/**
 * The form of an answer: length, vocabulary, lists, code blocks, headings, links, repetition. Scratch of one thread; the numbers are those
 * of the text that was read last.
 */
public final class TextForm {

    public static final String NAME = "text form";
    public static final String VERSION = "text-form 1.0";

    private static final int SEQUENCE = 3;

    private final WordTypes words = new WordTypes();
    private final LexicalDiversity diversity = new LexicalDiversity();
    private final SequenceSet sequences = new SequenceSet();
    private int characters;
    private int listItems;
    private int headings;
    private int fences;
    private int links;
    private double repetition;

    /** Reads a text; all numbers are its until the next call. */
    public TextForm read(TextScan scan) {
        words.read(scan);
        characters = scan.length();
        listItems = 0;
        headings = 0;
        fences = 0;
        lines(scan);
        links = scan.has(Hint.WEB_ADDRESS) ? links(scan) : 0;
        repetition = repeated();
        return this;
    }

    private void lines(TextScan scan) {
        if (scan.lineFeeds() == 0 && !scan.has(Hint.MARKUP) && !scan.has(Hint.BACKTICK)) {
            listItems = isItem(scan, 0) ? 1 : 0;
            return;
        }
        int length = scan.length();
        int start = 0;
        while (start < length) {
            line(scan, start);
            while (start < length && scan.charAt(start) != '\n') {
                start++;
            }
            start++;
        }
    }

    private void line(TextScan scan, int start) {
        int i = start;
        int length = scan.length();
        while (i < length && (scan.charAt(i) == ' ' || scan.charAt(i) == '\t')) {
            i++;
        }
        if (i >= length) {
            return;
        }
        char c = scan.charAt(i);
        if (c == '#') {
            int end = i;
            while (end < length && scan.charAt(end) == '#') {
                end++;
            }
            headings += end - i <= 6 && end < length && scan.charAt(end) == ' ' ? 1 : 0;
        } else if (c == '`' && i + 2 < length && scan.charAt(i + 1) == '`' && scan.charAt(i + 2) == '`') {
            fences++;
        } else if (isItem(scan, i)) {
            listItems++;
        }
    }

    /** Whether a list item begins here: a bullet or a number with a stop or bracket, and a blank. */
    static boolean isItem(TextScan scan, int at) {
        int length = scan.length();
        if (at >= length) {
            return false;
        }
        char c = scan.charAt(at);
        if (c == '-' || c == '*' || c == '+' || c == '\u2022' || c == '\u00B7') {
            return at + 1 < length && scan.charAt(at + 1) == ' ';
        }
        int end = at;
        while (end < length && end - at < 3 && scan.charAt(end) >= '0' && scan.charAt(end) <= '9') {
            end++;
        }
        return end > at && end < length && (scan.charAt(end) == '.' || scan.charAt(end) == ')')
            && end + 1 < length && scan.charAt(end + 1) == ' ' || end > at && end < length && scan.charAt(end) == '\u3001';
    }

    private static int links(TextScan scan) {
        int found = 0;
        String text = scan.text();
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
            found++;
        }
        for (int at = text.indexOf("www."); at >= 0; at = text.indexOf("www.", at + 4)) {
            found += at < 3 || text.charAt(at - 1) != '/' ? 1 : 0;
        }
        return found;
    }

    /** Only words that come twice can stand in a sequence that does. */
    private double repeated() {
        int last = words.tokens() - SEQUENCE;
        if (last < 0) {
            return 0;
        }
        if (words.types() == words.tokens()) {
            return 0;
        }
        sequences.clear(last + 1);
        int again = 0;
        for (int t = 0; t <= last; t++) {
            if (words.comeAgain(t, SEQUENCE)) {
                again += sequences.add(sequence(words, t)) ? 0 : 1;
            }
        }
        return again / (double) (last + 1);
    }

    static long sequence(WordTypes words, int at) {
        return ((long) words.typeOf(at) << 42) ^ ((long) words.typeOf(at + 1) << 21) ^ words.typeOf(at + 2);
    }

    public int characters() {
        return characters;
    }

    /** Words; each Han or kana character is one. */
    public int words() {
        return words.tokens();
    }

    /** Different words per word; NaN without words. */
    public double typeTokenRatio() {
        return words.tokens() == 0 ? Double.NaN : words.types() / (double) words.tokens();
    }

    /** NaN under {@value LexicalDiversity#FEWEST_WORDS} words. */
    public double mtld() {
        return diversity.mtld(words);
    }

    public int listItems() {
        return listItems;
    }

    /** Fenced blocks; one that is not closed counts. */
    public int codeBlocks() {
        return (fences + 1) / 2;
    }

    /** Lines that begin with up to six number signs. */
    public int headings() {
        return headings;
    }

    public int links() {
        return links;
    }

    /** Share of the sequences of three words that came before. */
    public double repetition() {
        return repetition;
    }
}
