package io.plumbline.signals.hidden;

import io.plumbline.signals.scan.Hint;
import io.plumbline.signals.scan.TextScan;

/**
 * Numbers on text that triggers hide in: runs of characters that look like encoded bytes, and words that look like no word. No flag rests
 * on them alone, since hashes, keys and names look the same.
 */
public final class StrangeText {

    public static final String NAME = "strange text";
    public static final String VERSION = "strange-text 1.0";

    private static final int SHORTEST_RUN = 40;
    private static final int FEWEST_LETTERS = 4;

    /** Characters in runs of 40 or more of the Base64 alphabet that mix capitals, small letters and digits. */
    public int encodedCharacters(TextScan scan) {
        if (!scan.has(Hint.LONG_TOKEN)) {
            return 0;
        }
        int total = 0;
        int start = 0;
        while (start < scan.length()) {
            int end = start;
            int kinds = 0;
            while (end < scan.length() && kind(scan.charAt(end)) > 0) {
                kinds |= kind(scan.charAt(end));
                end++;
            }
            total += end - start >= SHORTEST_RUN && (kinds & 7) == 7 ? end - start : 0;
            start = end + 1;
        }
        return total;
    }

    private static int kind(char c) {
        if (c >= 'a' && c <= 'z') {
            return 1;
        }
        if (c >= 'A' && c <= 'Z') {
            return 2;
        }
        return c >= '0' && c <= '9' ? 4 : c == '+' || c == '/' || c == '=' || c == '-' || c == '_' ? 8 : 0;
    }

    /** Share of the words of four letters or more in ASCII that have no vowel, or digits between letters, or a capital inside. */
    public double rareWordShare(TextScan scan) {
        int words = 0;
        int rare = 0;
        for (int t = 0; t < scan.tokens(); t++) {
            int start = scan.start(t);
            int end = scan.end(t);
            if (end - start >= FEWEST_LETTERS && scan.charAt(start) < 128) {
                words++;
                rare += isRare(scan, start, end) ? 1 : 0;
            }
        }
        return words == 0 ? 0 : rare / (double) words;
    }

    private static boolean isRare(TextScan scan, int start, int end) {
        boolean vowel = false;
        int letters = 0;
        int digits = 0;
        int capitalsInside = 0;
        int capitals = 0;
        for (int i = start; i < end; i++) {
            char c = scan.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c >= 'A' && c <= 'Z') {
                capitals++;
                letters++;
                capitalsInside += i > start ? 1 : 0;
                vowel |= "AEIOUY".indexOf(c) >= 0;
            } else {
                letters++;
                vowel |= c >= 128 || c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
            }
        }
        boolean mixed = letters >= 2 && digits >= 2;
        boolean camel = capitalsInside > 0 && capitals < letters;
        return digits == 0 && !vowel && capitals < letters || mixed || camel;
    }
}
