package io.plumbline.store.segment;

import io.plumbline.domain.LogSignal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts and sums of rollup cells. Counts are exact; the sum, least and greatest value of a signal are over the records that have one. */
public final class CellTable {

    private static final int SIGNALS = LogSignal.values().length;

    private final Map<CellKey, Integer> places = new HashMap<>();
    private final List<CellKey> keys = new ArrayList<>();
    private Counts[] counts = new Counts[16];
    private final SignalSums[] signals = new SignalSums[SIGNALS];

    public int size() {
        return keys.size();
    }

    public CellKey key(int cell) {
        return keys.get(cell);
    }

    public Counts counts(int cell) {
        return counts[cell];
    }

    /** Sums of a signal, or null where no record of any cell has it. */
    SignalSums sums(LogSignal signal) {
        return signals[signal.ordinal()];
    }

    int place(CellKey key) {
        Integer place = places.get(key);
        if (place != null) {
            return place;
        }
        int fresh = keys.size();
        places.put(key, fresh);
        keys.add(key);
        if (fresh == counts.length) {
            counts = Arrays.copyOf(counts, fresh * 2);
        }
        counts[fresh] = new Counts();
        return fresh;
    }

    /**
     * @param values  one for each record, NaN where it has none
     * @param weights of the records, inverse of their inclusion probabilities
     */
    void addValues(LogSignal signal, int[] cellOf, float[] values, double[] weights) {
        SignalSums sums = sumsOf(signal.ordinal());
        for (int i = 0; i < values.length; i++) {
            float value = values[i];
            if (!Float.isNaN(value)) {
                sums.add(cellOf[i], 1, value, value, value);
                sums.addMore(cellOf[i], weights[i] - 1, (weights[i] - 1) * value);
            }
        }
    }

    /** Whether some record stands for more than itself. */
    boolean isSampled() {
        for (int cell = 0; cell < size(); cell++) {
            if (counts[cell].weight != counts[cell].n) {
                return true;
            }
        }
        return false;
    }

    /** Adds what another table holds. */
    public void add(CellTable other) {
        int[] to = new int[other.size()];
        for (int cell = 0; cell < to.length; cell++) {
            to[cell] = place(other.key(cell));
            counts[to[cell]].add(other.counts[cell]);
        }
        addSignals(other, to);
    }

    /** The same by days, where this is by hours. */
    CellTable byDay(int[] dayOf) {
        CellTable days = new CellTable();
        for (int cell = 0; cell < size(); cell++) {
            dayOf[cell] = days.place(key(cell).inBucket(Math.floorDiv(key(cell).bucket(), 24L)));
            days.counts[dayOf[cell]].add(counts[cell]);
        }
        days.addSignals(this, dayOf);
        return days;
    }

    private void addSignals(CellTable other, int[] to) {
        for (int signal = 0; signal < SIGNALS; signal++) {
            SignalSums sums = other.signals[signal];
            if (sums != null) {
                SignalSums own = sumsOf(signal);
                for (int cell = 0; cell < Math.min(to.length, sums.n.length); cell++) {
                    if (sums.n[cell] > 0) {
                        own.add(to[cell], sums.n[cell], sums.sum[cell], sums.least[cell], sums.greatest[cell]);
                        own.addMore(to[cell], sums.moreWeight(cell), sums.moreSum(cell));
                    }
                }
            }
        }
    }

    private SignalSums sumsOf(int signal) {
        if (signals[signal] == null) {
            signals[signal] = new SignalSums();
        }
        return signals[signal];
    }

    /** Counts of one cell. */
    public static final class Counts {

        long n;
        long refused;
        double weight;
        double weightSquared;
        double weightedRefused;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;

        void add(long micros, boolean isRefused, double ownWeight) {
            n++;
            weight += ownWeight;
            weightSquared += ownWeight * ownWeight;
            if (isRefused) {
                refused++;
                weightedRefused += ownWeight;
            }
            first = Math.min(first, micros);
            last = Math.max(last, micros);
        }

        public void add(Counts other) {
            n += other.n;
            refused += other.refused;
            weight += other.weight;
            weightSquared += other.weightSquared;
            weightedRefused += other.weightedRefused;
            first = Math.min(first, other.first);
            last = Math.max(last, other.last);
        }

        public long n() {
            return n;
        }

        public long refused() {
            return refused;
        }

        public double weight() {
            return weight;
        }

        public double weightSquared() {
            return weightSquared;
        }

        public double weightedRefused() {
            return weightedRefused;
        }

        /** Microseconds since 1970 of the first record. */
        public long first() {
            return first;
        }

        /** Microseconds since 1970 of the last record. */
        public long last() {
            return last;
        }
    }

    /**
     * Count, sum and extremes of one signal, for every cell. Of the weighted sums, how much they differ from the plain ones, so that a log of
     * which every record was kept has nothing more to add up.
     */
    static final class SignalSums {

        long[] n = new long[16];
        double[] sum = new double[16];
        float[] least = new float[16];
        float[] greatest = new float[16];
        private double[] moreWeight = new double[0];
        private double[] moreSum = new double[0];

        void add(int cell, long count, double total, float low, float high) {
            if (cell >= n.length) {
                int size = Math.max(cell + 1, n.length * 2);
                n = Arrays.copyOf(n, size);
                sum = Arrays.copyOf(sum, size);
                least = Arrays.copyOf(least, size);
                greatest = Arrays.copyOf(greatest, size);
            }
            least[cell] = n[cell] == 0 ? low : Math.min(least[cell], low);
            greatest[cell] = n[cell] == 0 ? high : Math.max(greatest[cell], high);
            n[cell] += count;
            sum[cell] += total;
        }

        /** @param weight of records, less their number; {@code total} of their values times weight, less the plain sum */
        private void addMore(int cell, double weight, double total) {
            if (weight == 0) {
                return;
            }
            if (cell >= moreWeight.length) {
                int size = Math.max(cell + 1, n.length);
                moreWeight = Arrays.copyOf(moreWeight, size);
                moreSum = Arrays.copyOf(moreSum, size);
            }
            moreWeight[cell] += weight;
            moreSum[cell] += total;
        }

        long n(int cell) {
            return cell < n.length ? n[cell] : 0;
        }

        /** Sum of 1/p over the records that have a value. */
        double weight(int cell) {
            return n(cell) + moreWeight(cell);
        }

        /** Sum of value/p. */
        double weightedSum(int cell) {
            return n(cell) == 0 ? 0 : sum[cell] + moreSum(cell);
        }

        private double moreWeight(int cell) {
            return cell < moreWeight.length ? moreWeight[cell] : 0;
        }

        private double moreSum(int cell) {
            return cell < moreSum.length ? moreSum[cell] : 0;
        }
    }
}
