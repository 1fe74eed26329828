package io.plumbline.store.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The distribution of a signal's values in the records of some rollup cells. Up to {@value #POINTS} values of a cell are kept as they
 * are; of more, {@value #POINTS} evenly spaced ones, so that a quantile is off by less than one in {@value #POINTS} of all ranks (0.5 %).
 * Merging adds no error, because nothing is thrown away in it.
 */
public final class Quantiles {

    /** Values kept of one cell. */
    static final int POINTS = 200;

    private final List<Piece> pieces = new ArrayList<>();
    private long n;

    /** Values from {@code start} on that stand for {@code count} values, at least as many as they are themselves. */
    void add(IntToDoubleFunction points, int start, int length, long count) {
        if (length > 0) {
            pieces.add(new Piece(points, start, length, count));
            n += count;
        }
    }

    /** All of some values, ascending. */
    public void addSorted(float[] values) {
        add(place -> values[place], 0, values.length, values.length);
    }

    public void add(Quantiles other) {
        pieces.addAll(other.pieces);
        n += other.n;
    }

    public long count() {
        return n;
    }

    /**
     * The value below which this share of the values lies, interpolated between neighbours as spreadsheets and databases do (type 7 of
     * Hyndman and Fan 1996); NaN where there is no value.
     */
    public double at(double share) {
        if (n == 0) {
            return Double.NaN;
        }
        // Each point stands in the middle of the ranks it stands for; ranks count from 0 to n.
        double target = share * (n - 1) + 0.5;
        if (pieces.size() == 1) {
            Piece only = pieces.get(0);
            double place = target * only.length / only.count - 0.5;
            int low = (int) Math.floor(Math.max(0, Math.min(only.length - 1.0, place)));
            int high = Math.min(only.length - 1, low + 1);
            double part = Math.max(0, Math.min(1, place - low));
            return only.point(low) + part * (only.point(high) - only.point(low));
        }
        return merged(target);
    }

    private double merged(double target) {
        int size = pieces.stream().mapToInt(Piece::length).sum();
        long[] order = new long[size];
        double[] weights = new double[pieces.size()];
        int at = 0;
        for (int piece = 0; piece < weights.length; piece++) {
            Piece one = pieces.get(piece);
            weights[piece] = (double) one.count / one.length;
            for (int i = 0; i < one.length; i++) {
                order[at++] = (long) sortable((float) one.point(i)) << 32 | piece;
            }
        }
        Arrays.sort(order);
        double before = 0;
        double lastCentre = Double.NaN;
        double lastValue = Double.NaN;
        for (long point : order) {
            double weight = weights[(int) point];
            double centre = before + weight / 2;
            double value = unsorted((int) (point >> 32));
            if (centre >= target) {
                return Double.isNaN(lastValue) ? value : lastValue + (value - lastValue) * (target - lastCentre) / (centre - lastCentre);
            }
            before += weight;
            lastCentre = centre;
            lastValue = value;
        }
        return lastValue;
    }

    private static int sortable(float value) {
        int bits = Float.floatToIntBits(value);
        return bits ^ bits >> 31 & 0x7fffffff;
    }

    private static float unsorted(int sortable) {
        return Float.intBitsToFloat(sortable ^ sortable >> 31 & 0x7fffffff);
    }

    /** The points to keep of values that are sorted. */
    static int points(float[] sorted, int from, int n, float[] to, int at) {
        if (n <= POINTS) {
            System.arraycopy(sorted, from, to, at, n);
            return n;
        }
        for (int i = 0; i < POINTS; i++) {
            double rank = (i + 0.5) * n / POINTS - 0.5;
            int low = (int) rank;
            float least = sorted[from + low];
            to[at + i] = (float) (least + (rank - low) * (sorted[from + Math.min(n - 1, low + 1)] - least));
        }
        return POINTS;
    }

    private record Piece(IntToDoubleFunction points, int start, int length, long count) {

        double point(int place) {
            return points.applyAsDouble(start + place);
        }
    }
}
