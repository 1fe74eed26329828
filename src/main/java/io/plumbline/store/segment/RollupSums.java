package io.plumbline.store.segment;

import java.util.function.IntToDoubleFunction;

/** A signal's sums and distribution in the cells of one {@link RollupCells}, as columns. */
public final class RollupSums {

    private static final double[] NONE = new double[0];

    private final long[] n;
    private final double[] sum;
    private final double[] least;
    private final double[] greatest;
    private final double[] weight;
    private final double[] weightedSum;
    private final IntToDoubleFunction points;
    private final int[] start;

    private RollupSums(ColumnFile file, int cells) {
        n = LongColumn.read(file.column(RollupPart.N));
        require(n.length == cells);
        sum = numbers(file, RollupPart.SUM);
        least = numbers(file, RollupPart.LEAST);
        greatest = numbers(file, RollupPart.GREATEST);
        boolean weighted = file.has(RollupPart.WEIGHT);
        weight = weighted ? numbers(file, RollupPart.WEIGHT) : NONE;
        weightedSum = weighted ? numbers(file, RollupPart.WEIGHTED_SUM) : NONE;
        if (file.has(RollupPart.POINTS)) {
            start = new int[cells + 1];
            for (int cell = 0; cell < cells; cell++) {
                start[cell + 1] = start[cell] + (n[cell] > Quantiles.POINTS ? Quantiles.POINTS : (int) n[cell]);
            }
            points = NumberColumn.lazily(file.column(RollupPart.POINTS), start[cells]);
        } else {
            start = new int[0];
            points = place -> Double.NaN;
        }
    }

    /** @param cells number of cells of the counts blob of the same part and level */
    public static RollupSums read(byte[] blob, int cells) {
        return new RollupSums(ColumnFile.of(blob), cells);
    }

    private double[] numbers(ColumnFile file, String column) {
        double[] values = NumberColumn.read(file.column(column));
        require(values.length == n.length);
        return values;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new DamagedBytesException("columns of different lengths");
        }
    }

    /** Records that have a value. */
    public long n(int cell) {
        return n[cell];
    }

    public double sum(int cell) {
        return sum[cell];
    }

    public double least(int cell) {
        return least[cell];
    }

    public double greatest(int cell) {
        return greatest[cell];
    }

    /** Whether weighted sums are kept; where they are not, every record weighs 1, or the import is one of an earlier version. */
    public boolean isWeighted() {
        return weight.length > 0;
    }

    /** Sum of 1/p over the records that have a value. */
    public double weight(int cell) {
        return isWeighted() ? weight[cell] : n[cell];
    }

    /** Sum of value/p. */
    public double weightedSum(int cell) {
        return isWeighted() ? weightedSum[cell] : sum[cell];
    }

    /** Adds the distribution in one cell, where it is kept. */
    public void addQuantiles(int cell, Quantiles to) {
        if (start.length > 0) {
            to.add(points, start[cell], start[cell + 1] - start[cell], n[cell]);
        }
    }
}
