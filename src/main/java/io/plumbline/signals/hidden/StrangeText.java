package io.plumbline.signals.hidden;

import io.plumbline.domain.TextSpan;
import io.plumbline.signals.scan.Hint;
import io.plumbline.signals.scan.TextScan;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers on text that triggers hide in: runs of characters that look like encoded bytes, and words that look like no word. No flag rests
 * on them alone, since hashes, keys and names look the same.
 */
public final class StrangeText {

    public static final String NAME = "strange text";
    public static final String VERSION = "strange-text 1.0";

    private static final int SHORTEST_RUN = 40;
    private static final int FEWEST_LETTERS = 4;
    /** Four counts in one number, eight bits each, so a word is looked at no further than they can count. */
    private static final int LETTER = 1;
    private static final int VOWEL = 1 << 8;
    private static final int DIGIT = 1 << 16;
    private static final int CAPITAL = 1 << 24;
    private static final int LONGEST_COUNTED = 255;
    private static final int[] COUNTS = counts();
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x80 * ONES;

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
        boolean plain = scan.isPlain();
        int words = 0;
        int rare = 0;
        for (int t = 0; t < scan.tokens(); t++) {
            int start = scan.start(t);
            int end = scan.end(t);
            if (end - start >= FEWEST_LETTERS && scan.charAt(start) < 128) {
                words++;
                rare += (plain ? isWithoutVowel(scan, start, end) : isRare(scan, start, end)) ? 1 : 0;
            }
        }
        return words == 0 ? 0 : rare / (double) words;
    }

    /** The runs that {@link #encodedCharacters} counts. */
    public List<TextSpan> encodedRuns(TextScan scan) {
        List<TextSpan> runs = new ArrayList<>();
        int start = 0;
        while (start < scan.length()) {
            int end = start;
            int kinds = 0;
            while (end < scan.length() && kind(scan.charAt(end)) > 0) {
                kinds |= kind(scan.charAt(end));
                end++;
            }
            if (end - start >= SHORTEST_RUN && (kinds & 7) == 7) {
                runs.add(new TextSpan(start, end));
            }
            start = end + 1;
        }
        return runs;
    }

    /** The words that {@link #rareWordShare} counts as rare. */
    public List<TextSpan> rareWords(TextScan scan) {
        List<TextSpan> rare = new ArrayList<>();
        for (int t = 0; t < scan.tokens(); t++) {
            int start = scan.start(t);
            int end = scan.end(t);
            if (end - start >= FEWEST_LETTERS && scan.charAt(start) < 128 && isRare(scan, start, end)) {
                rare.add(new TextSpan(start, end));
            }
        }
        return rare;
    }

    /** All that matters of a word in small letters; eight of them are looked at together. */
    private static boolean isWithoutVowel(TextScan scan, int start, int end) {
        int last = Math.min(end, start + LONGEST_COUNTED);
        long vowels = 0;
        for (int i = start; i < last && vowels == 0; i += Long.BYTES) {
            vowels = vowels(scan.letters(i, last));
        }
        return vowels == 0;
    }

    /** A bit for each of eight letters that is a vowel: a byte of ASCII less than its difference from a letter is zero only where they are the same. */
    private static long vowels(long letters) {
        return (HIGH - (letters ^ 'a' * ONES) | HIGH - (letters ^ 'e' * ONES) | HIGH - (letters ^ 'i' * ONES) | HIGH - (letters ^ 'o' * ONES)
            | HIGH - (letters ^ 'u' * ONES) | HIGH - (letters ^ 'y' * ONES)) & HIGH;
    }

    private static boolean isRare(TextScan scan, int start, int end) {
        int counted = 0;
        for (int i = start; i < Math.min(end, start + LONGEST_COUNTED); i++) {
            char c = scan.charAt(i);
            counted += c < 128 ? COUNTS[c] : LETTER + VOWEL;
        }
        int letters = counted & 0xFF;
        int vowels = counted >>> 8 & 0xFF;
        int digits = counted >>> 16 & 0xFF;
        int capitals = counted >>> 24;
        char first = scan.charAt(start);
        boolean capitalInside = capitals > (first >= 'A' && first <= 'Z' ? 1 : 0);
        boolean withoutVowel = digits == 0 && vowels == 0 && capitals < letters;
        boolean mixed = letters >= 2 && digits >= 2;
        return withoutVowel || mixed || capitalInside && capitals < letters;
    }

    private static int[] counts() {
        int[] counts = new int[128];
        for (char c = 'a'; c <= 'z'; c++) {
            int vowel = "aeiouy".indexOf(c) >= 0 ? VOWEL : 0;
            counts[c] = LETTER + vowel;
            counts[c - 32] = LETTER + vowel + CAPITAL;
        }
        for (char c = '0'; c <= '9'; c++) {
            counts[c] = DIGIT;
        }
        return counts;
    }
}
