package io.plumbline.store.segment;

import io.plumbline.domain.LogDimension;
import java.util.EnumMap;
import java.util.Map;

/**
 * The cells of a part of the rollups as they are stored: a column for each property and no object for a cell, because a chart is asked for in
 * a process that has only just begun and every object costs it interpreted code.
 */
public final class RollupCells {

    private final ColumnFile file;
    private final long[] buckets;
    private final Map<LogDimension, Strings> names = new EnumMap<>(LogDimension.class);
    private final long[] n;
    private final long[] refused;
    private final Weights weights;

    private RollupCells(ColumnFile file) {
        this.file = file;
        buckets = LongColumn.read(file.column(RollupPart.BUCKET));
        for (LogDimension dimension : LogDimension.values()) {
            if (dimension.isRolledUp()) {
                Strings column = StringColumn.read(file.column(RollupPart.name(dimension)));
                require(column.size() == buckets.length);
                names.put(dimension, column);
            }
        }
        n = longs(RollupPart.N);
        refused = longs(RollupPart.REFUSED);
        weights = file.has(RollupPart.WEIGHT) ? new Weights(numbers(RollupPart.WEIGHT), numbers(RollupPart.WEIGHT_SQUARED),
            numbers(RollupPart.WEIGHTED_REFUSED)) : null;
    }

    /** The cells of a counts blob with their places. */
    public static RollupCells read(byte[] blob) {
        return new RollupCells(ColumnFile.of(blob));
    }

    private long[] longs(String column) {
        long[] values = LongColumn.read(file.column(column));
        require(values.length == buckets.length);
        return values;
    }

    private double[] numbers(String column) {
        double[] values = NumberColumn.read(file.column(column));
        require(values.length == buckets.length);
        return values;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new DamagedBytesException("columns of different lengths");
        }
    }

    public int size() {
        return buckets.length;
    }

    /** Hours or days since 1970. */
    public long bucket(int cell) {
        return buckets[cell];
    }

    /** The names in a dimension that the rollups keep. */
    public Strings names(LogDimension dimension) {
        Strings column = names.get(dimension);
        if (column == null) {
            throw new IllegalArgumentException("rollups don't keep " + dimension);
        }
        return column;
    }

    public long n(int cell) {
        return n[cell];
    }

    public long refused(int cell) {
        return refused[cell];
    }

    /** Whether some record stands for more than itself. */
    public boolean isSampled() {
        for (int cell = 0; weights != null && cell < n.length; cell++) {
            if (weights.sum[cell] != n[cell]) {
                return true;
            }
        }
        return false;
    }

    /** Sum of 1/p; the number of records where every one was kept. */
    public double weight(int cell) {
        return weights == null ? n[cell] : weights.sum[cell];
    }

    public double weightSquared(int cell) {
        return weights == null ? n[cell] : weights.squared[cell];
    }

    public double weightedRefused(int cell) {
        return weights == null ? refused[cell] : weights.refused[cell];
    }

    /** Microseconds since 1970 of each cell's first record. */
    public long[] first() {
        return longs(RollupPart.FIRST);
    }

    /** Microseconds since 1970 of each cell's last record. */
    public long[] last() {
        long[] last = longs(RollupPart.LAST);
        long[] first = first();
        for (int cell = 0; cell < last.length; cell++) {
            last[cell] += first[cell];
        }
        return last;
    }

    private record Weights(double[] sum, double[] squared, double[] refused) {
    }
}
