package io.plumbline.signals.toxicity;

import io.plumbline.signals.scan.TermHash;
import io.plumbline.signals.scan.TextScan;
import java.util.Arrays;

/**
 * What the lexical model sees of a stretch of tokens: its words, its pairs of words with the ends marked, and the first and last three
 * letters of longer words, each as a place in a table that many features share. Training and scoring use this one class, so that they cannot
 * drift apart. Scratch of one thread.
 */
final class WordFeatures {

    static final int BITS = 16;
    private static final int MASK = (1 << BITS) - 1;
    private static final long FIRST = TermHash.of("<first>");
    private static final long LAST = TermHash.of("<last>");
    private static final int PIECE = 3;

    private int[] places = new int[512];
    private int count;

    /** Reads the tokens of one sentence. */
    void read(TextScan scan, int firstToken, int endToken) {
        count = 0;
        long before = FIRST;
        for (int t = firstToken; t < endToken; t++) {
            long hash = scan.hash(t);
            add(hash);
            add(TermHash.followedBy(before, hash));
            before = hash;
            pieces(scan, t);
        }
        add(TermHash.followedBy(before, LAST));
    }

    int count() {
        return count;
    }

    int place(int feature) {
        return places[feature];
    }

    /** A long word's beginning stands for its forms. */
    private void pieces(TextScan scan, int token) {
        int start = scan.start(token);
        int length = scan.end(token) - start;
        if (length > PIECE) {
            long hash = 0;
            for (int i = start; i < start + PIECE; i++) {
                hash = hash * 31 + Character.toLowerCase(scan.charAt(i));
            }
            add(hash * 0x9E3779B97F4A7C15L);
            long end = 0;
            for (int i = start + length - PIECE; i < start + length; i++) {
                end = end * 31 + Character.toLowerCase(scan.charAt(i));
            }
            add(end * 0xC2B2AE3D27D4EB4FL);
        }
    }

    private void add(long hash) {
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2);
        }
        places[count++] = (int) (hash >>> 40) & MASK;
    }
}
