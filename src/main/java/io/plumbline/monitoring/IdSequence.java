package io.plumbline.monitoring;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the numbers at the end of record ids: where they run on, a number that is missing is a record that is missing. */
public final class IdSequence {

    private static final int MOST_DIGITS = 18;
    private static final int FEWEST = 100;

    private final Map<String, Numbers> byPrefix = new HashMap<>();
    private static final int MOST_PREFIXES = 1_000;

    /**
     * What the numbers say.
     *
     * @param first   smallest number
     * @param last    largest number
     * @param missing numbers between them that no record has
     * @param longest length of the longest run of missing numbers
     * @param after   the number before that run
     */
    public record Holes(long first, long last, long missing, long longest, long after) {
    }

    void add(String id) {
        int digits = id.length();
        while (digits > 0 && id.length() - digits < MOST_DIGITS && id.charAt(digits - 1) >= '0' && id.charAt(digits - 1) <= '9') {
            digits--;
        }
        if (digits < id.length() && (byPrefix.size() < MOST_PREFIXES || byPrefix.containsKey(id.substring(0, digits)))) {
            byPrefix.computeIfAbsent(id.substring(0, digits), p -> new Numbers()).add(Long.parseLong(id.substring(digits)));
        }
    }

    /** @param leastShare of the numbers between first and last that must be there for the ids to count as numbered */
    Optional<Holes> holes(double leastShare) {
        return byPrefix.values().stream().max((a, b) -> Integer.compare(a.size, b.size)).filter(numbers -> numbers.size >= FEWEST)
            .flatMap(numbers -> numbers.holes(leastShare));
    }

    private static final class Numbers {
        private long[] values = new long[1024];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        Optional<Holes> holes(double leastShare) {
            long[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            long distinct = 1;
            long longest = 0;
            long after = sorted[0];
            for (int i = 1; i < size; i++) {
                distinct += sorted[i] == sorted[i - 1] ? 0 : 1;
                long run = sorted[i] - sorted[i - 1] - 1;
                if (run > longest) {
                    longest = run;
                    after = sorted[i - 1];
                }
            }
            double range = (double) sorted[size - 1] - sorted[0] + 1;
            return distinct < leastShare * range ? Optional.empty()
                : Optional.of(new Holes(sorted[0], sorted[size - 1], (long) range - distinct, longest, after));
        }
    }
}
