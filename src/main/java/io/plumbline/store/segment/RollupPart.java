package io.plumbline.store.segment;

import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogSignal;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** How a part of the rollups is stored: a blob of counts and a blob for each signal, by hour and by day, with a place for each cell. */
public final class RollupPart {

    public static final String COUNTS_BY_HOUR = "hour";
    public static final String COUNTS_BY_DAY = "day";
    static final String BUCKET = "bucket";
    private static final String MODEL = "model";
    private static final String CONTEXT = "context";
    private static final String CATEGORY = "category";
    private static final String VERSION = "detector_version";
    private static final String LANGUAGE = "language";
    static final String N = "n";
    static final String REFUSED = "refused";
    static final String WEIGHT = "weight";
    static final String WEIGHT_SQUARED = "weight.squared";
    static final String WEIGHTED_REFUSED = "weight.refused";
    static final String FIRST = "first";
    static final String LAST = "last";
    static final String SUM = "sum";
    static final String WEIGHTED_SUM = "sum.weighted";
    static final String LEAST = "least";
    static final String GREATEST = "greatest";
    static final String POINTS = "points";

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
        if (cells.isSampled()) {
            numbers(out, WEIGHT, cells, cell -> cells.counts(cell).weight);
            numbers(out, WEIGHT_SQUARED, cells, cell -> cells.counts(cell).weightSquared);
            numbers(out, WEIGHTED_REFUSED, cells, cell -> cells.counts(cell).weightedRefused);
        }
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
        if (cells.isSampled()) {
            numbers(out, WEIGHT, cells, sums::weight);
            numbers(out, WEIGHTED_SUM, cells, sums::weightedSum);
        }
        measured(out, LEAST, cells, cell -> sums.n(cell) == 0 ? Double.NaN : sums.least[cell]);
        measured(out, GREATEST, cells, cell -> sums.n(cell) == 0 ? Double.NaN : sums.greatest[cell]);
        return out;
    }

    /** Under which name the column of a dimension is stored. */
    static String name(LogDimension dimension) {
        return switch (dimension) {
            case MODEL -> MODEL;
            case CONTEXT -> CONTEXT;
            case CATEGORY -> CATEGORY;
            case DETECTOR_VERSION -> VERSION;
            case LANGUAGE -> LANGUAGE;
            default -> throw new IllegalArgumentException("rollups don't keep " + dimension);
        };
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
        out.add(name, sink -> StringColumn.writePlain(sink, column, column.length));
    }
}
