package io.plumbline.store.segment;

import io.plumbline.domain.LogSignal;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** How a part of the rollups is stored: a blob of counts and a blob for each signal, by hour and by day, with a place for each cell. */
public final class RollupPart {

    public static final String COUNTS_BY_HOUR = "hour";
    public static final String COUNTS_BY_DAY = "day";
    private static final String BUCKET = "bucket";
    private static final String MODEL = "model";
    private static final String CONTEXT = "context";
    private static final String CATEGORY = "category";
    private static final String VERSION = "detector_version";
    private static final String LANGUAGE = "language";
    private static final String N = "n";
    private static final String REFUSED = "refused";
    private static final String WEIGHT = "weight";
    private static final String WEIGHT_SQUARED = "weight.squared";
    private static final String WEIGHTED_REFUSED = "weight.refused";
    private static final String FIRST = "first";
    private static final String LAST = "last";
    private static final String SUM = "sum";
    private static final String LEAST = "least";
    private static final String GREATEST = "greatest";
    private static final String POINTS = "points";

    private RollupPart() {
    }

    public static String byHour(LogSignal signal) {
        return COUNTS_BY_HOUR + "." + signal.name();
    }

    public static String byDay(LogSignal signal) {
        return COUNTS_BY_DAY + "." + signal.name();
    }

    static byte[] writeCounts(CellTable cells) {
        ColumnFile.Writer out = new ColumnFile.Writer();
        longs(out, BUCKET, cells, cell -> cells.key(cell).bucket());
        strings(out, MODEL, cells, CellKey::model);
        strings(out, CONTEXT, cells, CellKey::context);
        strings(out, CATEGORY, cells, CellKey::category);
        strings(out, VERSION, cells, CellKey::detectorVersion);
        strings(out, LANGUAGE, cells, CellKey::language);
        longs(out, N, cells, cell -> cells.counts(cell).n);
        longs(out, REFUSED, cells, cell -> cells.counts(cell).refused);
        longs(out, FIRST, cells, cell -> cells.counts(cell).first);
        longs(out, LAST, cells, cell -> cells.counts(cell).last - cells.counts(cell).first);
        numbers(out, WEIGHT, cells, cell -> cells.counts(cell).weight);
        numbers(out, WEIGHT_SQUARED, cells, cell -> cells.counts(cell).weightSquared);
        numbers(out, WEIGHTED_REFUSED, cells, cell -> cells.counts(cell).weightedRefused);
        return out.toBytes();
    }

    static byte[] writeSums(CellTable cells, LogSignal signal) {
        return sums(cells, cells.sums(signal)).toBytes();
    }

    /** @param points of every cell, one cell after the other */
    static byte[] writeSums(CellTable cells, LogSignal signal, float[] points) {
        ColumnFile.Writer out = sums(cells, cells.sums(signal));
        double[] column = new double[points.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = points[i];
        }
        out.add(POINTS, sink -> NumberColumn.writeMeasured(sink, column, column.length));
        return out.toBytes();
    }

    private static ColumnFile.Writer sums(CellTable cells, CellTable.SignalSums sums) {
        ColumnFile.Writer out = new ColumnFile.Writer();
        longs(out, N, cells, sums::n);
        numbers(out, SUM, cells, cell -> sums.n(cell) == 0 ? 0 : sums.sum[cell]);
        measured(out, LEAST, cells, cell -> sums.n(cell) == 0 ? Double.NaN : sums.least[cell]);
        measured(out, GREATEST, cells, cell -> sums.n(cell) == 0 ? Double.NaN : sums.greatest[cell]);
        return out;
    }

    /** The cells of a counts blob with their places. */
    public static CellTable readCounts(byte[] blob) {
        ColumnFile file = ColumnFile.of(blob);
        long[] buckets = LongColumn.read(file.column(BUCKET));
        Strings models = StringColumn.read(file.column(MODEL));
        Strings contexts = StringColumn.read(file.column(CONTEXT));
        Strings categories = StringColumn.read(file.column(CATEGORY));
        Strings versions = StringColumn.read(file.column(VERSION));
        Strings languages = StringColumn.read(file.column(LANGUAGE));
        long[] n = LongColumn.read(file.column(N));
        long[] refused = LongColumn.read(file.column(REFUSED));
        long[] first = LongColumn.read(file.column(FIRST));
        long[] last = LongColumn.read(file.column(LAST));
        double[] weight = NumberColumn.read(file.column(WEIGHT));
        double[] squared = NumberColumn.read(file.column(WEIGHT_SQUARED));
        double[] weightedRefused = NumberColumn.read(file.column(WEIGHTED_REFUSED));
        CellTable cells = new CellTable();
        try {
            for (int i = 0; i < buckets.length; i++) {
                int cell = cells.place(new CellKey(buckets[i], models.get(i), contexts.get(i), categories.get(i), versions.get(i),
                    languages.get(i)));
                CellTable.Counts counts = cells.counts(cell);
                counts.n = n[i];
                counts.refused = refused[i];
                counts.first = first[i];
                counts.last = first[i] + last[i];
                counts.weight = weight[i];
                counts.weightSquared = squared[i];
                counts.weightedRefused = weightedRefused[i];
            }
        } catch (IndexOutOfBoundsException e) {
            throw new DamagedBytesException("columns of different lengths", e);
        }
        return cells;
    }

    /** A signal's sums for the cells of the counts blob of the same part and level. */
    public static Sums readSums(byte[] blob, int cells) {
        ColumnFile file = ColumnFile.of(blob);
        long[] n = LongColumn.read(file.column(N));
        double[] sum = NumberColumn.read(file.column(SUM));
        double[] least = NumberColumn.read(file.column(LEAST));
        double[] greatest = NumberColumn.read(file.column(GREATEST));
        if (n.length != cells || sum.length != cells || least.length != cells || greatest.length != cells) {
            throw new DamagedBytesException("columns of different lengths");
        }
        int[] start = new int[cells + 1];
        for (int cell = 0; cell < cells; cell++) {
            start[cell + 1] = start[cell] + (int) Math.max(0, Math.min(Quantiles.POINTS, n[cell]));
        }
        return new Sums(n, sum, least, greatest, file.has(POINTS) ? Optional.of(NumberColumn.lazily(file.column(POINTS), start[cells]))
            : Optional.empty(), start);
    }

    private static void longs(ColumnFile.Writer out, String name, CellTable cells, IntToLongFunction value) {
        out.longs(name, IntStream.range(0, cells.size()).mapToLong(value).toArray());
    }

    private static void numbers(ColumnFile.Writer out, String name, CellTable cells, IntToDoubleFunction value) {
        double[] column = IntStream.range(0, cells.size()).mapToDouble(value).toArray();
        out.add(name, sink -> NumberColumn.write(sink, column, column.length));
    }

    private static void measured(ColumnFile.Writer out, String name, CellTable cells, IntToDoubleFunction value) {
        double[] column = IntStream.range(0, cells.size()).mapToDouble(value).toArray();
        out.add(name, sink -> NumberColumn.writeMeasured(sink, column, column.length));
    }

    private static void strings(ColumnFile.Writer out, String name, CellTable cells, Function<CellKey, String> value) {
        String[] column = IntStream.range(0, cells.size()).mapToObj(cell -> value.apply(cells.key(cell)))
            .toArray(String[]::new);
        out.add(name, sink -> StringColumn.write(sink, column, column.length));
    }

    /**
     * A signal's sums by cell.
     *
     * @param points values that stand for the distribution, by place; empty for hours, which keep none
     * @param start  place of each cell's first point
     */
    public record Sums(long[] n, double[] sum, double[] least, double[] greatest, Optional<IntToDoubleFunction> points, int[] start) {

        /** The distribution in one cell, where it is kept. */
        public Quantiles quantiles(int cell) {
            Quantiles quantiles = new Quantiles();
            points.ifPresent(values -> quantiles.add(values, start[cell], start[cell + 1] - start[cell], n[cell]));
            return quantiles;
        }
    }
}
