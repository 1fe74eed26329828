package io.plumbline.store.segment;

import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one segment adds to the rollups: sums by hour, and the values from which the quantiles of days are taken later. */
public final class SegmentSums {

    private static final long HOUR_MICROS = 3_600_000_000L;

    private final CellTable hours;
    private final int[] cellOf;
    private final float[][] values;

    private SegmentSums(CellTable hours, int[] cellOf, float[][] values) {
        this.hours = hours;
        this.cellOf = cellOf;
        this.values = values;
    }

    /** @param values of each signal, by ordinal; null where no record has it */
    static SegmentSums of(List<MeasuredRecord> records, long[] micros, Map<LogDimension, Strings> names, float[][] values) {
        CellTable hours = new CellTable();
        int[] cellOf = cells(hours, micros, names);
        double[] weights = new double[cellOf.length];
        for (int i = 0; i < cellOf.length; i++) {
            MeasuredRecord measured = records.get(i);
            weights[i] = 1 / measured.record().inclusionProbability();
            hours.counts(cellOf[i]).add(micros[i], measured.countsAsRefused(), weights[i]);
        }
        for (LogSignal signal : LogSignal.values()) {
            float[] column = values[signal.ordinal()];
            for (int i = 0; column != null && i < cellOf.length; i++) {
                if (!Float.isNaN(column[i])) {
                    hours.addValue(signal, cellOf[i], column[i], weights[i]);
                }
            }
        }
        return new SegmentSums(hours, cellOf, values);
    }

    private static int[] cells(CellTable hours, long[] micros, Map<LogDimension, Strings> names) {
        Strings model = names.get(LogDimension.MODEL);
        Strings context = names.get(LogDimension.CONTEXT);
        Strings category = names.get(LogDimension.CATEGORY);
        Strings version = names.get(LogDimension.DETECTOR_VERSION);
        Strings language = names.get(LogDimension.LANGUAGE);
        Map<Codes, Integer> known = new HashMap<>();
        int[] cellOf = new int[micros.length];
        for (int i = 0; i < cellOf.length; i++) {
            int record = i;
            long hour = Math.floorDiv(micros[i], HOUR_MICROS);
            cellOf[i] = known.computeIfAbsent(new Codes(hour, model.code(i), context.code(i), category.code(i), version.code(i),
                language.code(i)), codes -> hours.place(new CellKey(hour, model.get(record), context.get(record), category.get(record),
                version.get(record), language.get(record))));
        }
        return cellOf;
    }

    /** Sums by hour. */
    public CellTable hours() {
        return hours;
    }

    /** Number of values that the quantiles need. */
    public long weight() {
        long columns = 1;
        for (float[] column : values) {
            columns += column == null ? 0 : 1;
        }
        return columns * cellOf.length;
    }

    /** Which cell of {@link #hours} each record is in. */
    int[] cellOf() {
        return cellOf;
    }

    float[] values(LogSignal signal) {
        return values[signal.ordinal()];
    }

    private record Codes(long hour, int model, int context, int category, int version, int language) {

        @Override
        public int hashCode() {
            long mixed = ((((hour * 31 + model) * 31 + context) * 31 + category) * 31 + version) * 31 + language;
            return Long.hashCode(mixed * 0x9e3779b97f4a7c15L);
        }
    }
}
