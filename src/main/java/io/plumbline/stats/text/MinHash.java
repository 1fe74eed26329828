package io.plumbline.stats.text;

import io.plumbline.stats.Argument;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Signatures of sets whose share of equal places estimates the Jaccard similarity of the sets, without keeping the sets. Same seed and
 * length, same signatures, on every machine.
 * Source: Broder 1997; standard error {@code sqrt(J (1 - J) / length)}.
 */
public final class MinHash {

    private final long[] seeds;

    /**
     * @param length number of places of a signature, at least 1
     * @param seed chooses the hash functions
     */
    public MinHash(int length, long seed) {
        Argument.atLeast("length", 1, length);
        SplittableRandom random = new SplittableRandom(seed);
        seeds = random.longs(length).toArray();
    }

    /** Number of places of a signature. */
    public int length() {
        return seeds.length;
    }

    /** The signature of a set of shingles; that of the empty set has the largest value in every place. */
    public int[] signature(Set<String> shingles) {
        return signature(shingles.stream().mapToLong(MinHash::hash).toArray());
    }

    /** The signature of a set whose elements are given by 64-bit hashes; an element may come more than once. */
    public int[] signature(long[] hashes) {
        int[] least = new int[seeds.length];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (long hash : hashes) {
            for (int i = 0; i < seeds.length; i++) {
                int value = (int) (mix(hash ^ seeds[i]) >>> 33);
                if (value < least[i]) {
                    least[i] = value;
                }
            }
        }
        return least;
    }

    /** The share of equal places of two signatures of one length: an unbiased estimate of the Jaccard similarity. */
    public static double similarity(int[] first, int[] second) {
        Argument.sameLength("signatures", first.length, second.length);
        int equal = 0;
        for (int i = 0; i < first.length; i++) {
            equal += first[i] == second[i] ? 1 : 0;
        }
        return (double) equal / first.length;
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /** The finaliser of SplitMix64 (Steele, Lea &amp; Flood 2014): every bit of the input moves half of the bits of the result. */
    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
