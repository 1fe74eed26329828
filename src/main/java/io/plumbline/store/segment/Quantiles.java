package io.plumbline.store.segment;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * The distribution of a signal's values in the records of some rollup cells. Up to {@value #POINTS} values of a cell are kept as they
 * are; of more, {@value #POINTS} evenly spaced ones, so that a quantile is off by less than one in {@value #POINTS} of all ranks (0.5 %).
 * Merging adds no error, because nothing is thrown away in it.
 */
public final class Quantiles {

    /** Values kept of one cell. */
    static final int POINTS = 200;

    /** With more pieces than this, all their points are sorted instead of walking over the heads of each. */
    private static final int FEW_PIECES = 32;

    private Piece last;
    private int pieces;
    private long n;

    /** Values from {@code start} on that stand for {@code count} values, at least as many as they are themselves. */
    void add(IntToDoubleFunction points, int start, int length, long count) {
        if (length > 0) {
            last = new Piece(points, start, length, count, last);
            pieces++;
            n += count;
        }
    }

    /** All of some values, ascending. */
    public void addSorted(float[] values) {
        add(place -> values[place], 0, values.length, values.length);
    }

    public void add(Quantiles other) {
        for (Piece piece = other.last; piece != null; piece = piece.before) {
            add(piece.points, piece.start, piece.length, piece.count);
        }
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
        if (pieces == 1) {
            Piece only = last;
            double place = target * only.length / only.count - 0.5;
            int low = (int) Math.floor(Math.max(0, Math.min(only.length - 1.0, place)));
            int high = Math.min(only.length - 1, low + 1);
            double part = Math.max(0, Math.min(1, place - low));
            return only.point(low) + part * (only.point(high) - only.point(low));
        }
        return pieces > FEW_PIECES ? sorted(target) : share > 0.5 ? fromTheTop(target) : fromTheBottom(target);
    }

    /** Walks down from the greatest point: a high quantile of few pieces is a few steps away, whatever the number of points. */
    private double fromTheTop(double target) {
        Piece[] all = all();
        int[] next = new int[all.length];
        double[] heads = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            next[i] = all[i].length - 1;
            heads[i] = all[i].point(next[i]);
        }
        double upTo = n;
        double lastCentre = Double.NaN;
        double lastValue = Double.NaN;
        while (true) {
            int highest = -1;
            for (int i = 0; i < all.length; i++) {
                if (next[i] >= 0 && (highest < 0 || heads[i] > heads[highest])) {
                    highest = i;
                }
            }
            if (highest < 0) {
                return lastValue;
            }
            double weight = all[highest].weight();
            double centre = upTo - weight / 2;
            double value = heads[highest];
            if (centre <= target) {
                return Double.isNaN(lastValue) ? value : value + (lastValue - value) * (target - centre) / (lastCentre - centre);
            }
            upTo -= weight;
            lastCentre = centre;
            lastValue = value;
            if (--next[highest] >= 0) {
                heads[highest] = all[highest].point(next[highest]);
            }
        }
    }

    private double fromTheBottom(double target) {
        Piece[] all = all();
        int[] next = new int[all.length];
        double[] heads = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            heads[i] = all[i].point(0);
        }
        double before = 0;
        double lastCentre = Double.NaN;
        double lastValue = Double.NaN;
        while (true) {
            int lowest = -1;
            for (int i = 0; i < all.length; i++) {
                if (next[i] < all[i].length && (lowest < 0 || heads[i] < heads[lowest])) {
                    lowest = i;
                }
            }
            if (lowest < 0) {
                return lastValue;
            }
            double weight = all[lowest].weight();
            double centre = before + weight / 2;
            double value = heads[lowest];
            if (centre >= target) {
                return Double.isNaN(lastValue) ? value : lastValue + (value - lastValue) * (target - lastCentre) / (centre - lastCentre);
            }
            before += weight;
            lastCentre = centre;
            lastValue = value;
            if (++next[lowest] < all[lowest].length) {
                heads[lowest] = all[lowest].point(next[lowest]);
            }
        }
    }

    private Piece[] all() {
        Piece[] all = new Piece[pieces];
        Piece piece = last;
        for (int i = pieces - 1; i >= 0; i--) {
            all[i] = piece;
            piece = piece.before;
        }
        return all;
    }

    private double sorted(double target) {
        Piece[] all = all();
        int size = 0;
        for (Piece piece : all) {
            size += piece.length;
        }
        long[] order = new long[size];
        int at = 0;
        for (int piece = 0; piece < all.length; piece++) {
            Piece one = all[piece];
            for (int i = 0; i < one.length; i++) {
                order[at++] = (long) sortable((float) one.point(i)) << 32 | piece;
            }
        }
        Arrays.sort(order);
        double before = 0;
        double lastCentre = Double.NaN;
        double lastValue = Double.NaN;
        for (long point : order) {
            double weight = all[(int) point].weight();
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

    private record Piece(IntToDoubleFunction points, int start, int length, long count, Piece before) {

        double point(int place) {
            return points.applyAsDouble(start + place);
        }

        /** How many values a point stands for. */
        double weight() {
            return (double) count / length;
        }
    }
}
