package io.plumbline.store.segment;

import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one segment adds to the rollups: sums by hour, and the values from which the quantiles of days are taken later. */
public final class SegmentSums {

    private static final long HOUR_MICROS = 3_600_000_000L;
    private static final int LARGEST_TABLE = 1 << 16;

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
        double[] weights = count(hours, cellOf, records, micros);
        for (LogSignal signal : LogSignal.values()) {
            if (values[signal.ordinal()] != null) {
                hours.addValues(signal, cellOf, values[signal.ordinal()], weights);
            }
        }
        return new SegmentSums(hours, cellOf, values);
    }

    /** Returns how many each record stands for. */
    private static double[] count(CellTable hours, int[] cellOf, List<MeasuredRecord> records, long[] micros) {
        double[] weights = new double[cellOf.length];
        for (int i = 0; i < cellOf.length; i++) {
            MeasuredRecord measured = records.get(i);
            weights[i] = 1 / measured.record().inclusionProbability();
            hours.counts(cellOf[i]).add(micros[i], measured.countsAsRefused(), weights[i]);
        }
        return weights;
    }

    /** Records are told apart by one dimension after the other, as nearly all of a segment agree in most of them. */
    private static int[] cells(CellTable hours, long[] micros, Map<LogDimension, Strings> names) {
        int[] groupOf = new int[micros.length];
        int groups = byHour(micros, groupOf);
        for (LogDimension dimension : List.of(LogDimension.MODEL, LogDimension.CONTEXT, LogDimension.CATEGORY, LogDimension.DETECTOR_VERSION,
            LogDimension.LANGUAGE)) {
            if (names.get(dimension).different() > 1) {
                groups = refined(groupOf, groups, names.get(dimension));
            }
        }
        return placed(hours, micros, names, groupOf, groups);
    }

    private static int byHour(long[] micros, int[] groupOf) {
        int groups = 0;
        long last = 0;
        for (int i = 0; i < groupOf.length; i++) {
            long hour = Math.floorDiv(micros[i], HOUR_MICROS);
            groups += i == 0 || hour != last ? 1 : 0;
            last = hour;
            groupOf[i] = groups - 1;
        }
        return groups;
    }

    /** Divides each group by a dimension; returns how many there are now. */
    private static int refined(int[] groupOf, int groups, Strings names) {
        long different = names.different();
        return groups * different <= LARGEST_TABLE ? refinedByTable(groupOf, names, new int[(int) (groups * different)])
            : refinedByMap(groupOf, names, new HashMap<>());
    }

    private static int refinedByTable(int[] groupOf, Strings names, int[] known) {
        int found = 0;
        for (int i = 0; i < groupOf.length; i++) {
            int key = groupOf[i] * names.different() + names.code(i);
            if (known[key] == 0) {
                known[key] = ++found;
            }
            groupOf[i] = known[key] - 1;
        }
        return found;
    }

    private static int refinedByMap(int[] groupOf, Strings names, Map<Long, Integer> known) {
        for (int i = 0; i < groupOf.length; i++) {
            Integer fresh = known.size();
            Integer seen = known.putIfAbsent((long) groupOf[i] * names.different() + names.code(i), fresh);
            groupOf[i] = seen == null ? fresh : seen;
        }
        return known.size();
    }

    private static int[] placed(CellTable hours, long[] micros, Map<LogDimension, Strings> names, int[] groupOf, int groups) {
        int[] cellOfGroup = new int[groups];
        Arrays.fill(cellOfGroup, -1);
        int[] cellOf = new int[groupOf.length];
        for (int i = 0; i < cellOf.length; i++) {
            if (cellOfGroup[groupOf[i]] < 0) {
                cellOfGroup[groupOf[i]] = hours.place(key(micros[i], names, i));
            }
            cellOf[i] = cellOfGroup[groupOf[i]];
        }
        return cellOf;
    }

    private static CellKey key(long micros, Map<LogDimension, Strings> names, int record) {
        return new CellKey(Math.floorDiv(micros, HOUR_MICROS), names.get(LogDimension.MODEL).get(record),
            names.get(LogDimension.CONTEXT).get(record), names.get(LogDimension.CATEGORY).get(record),
            names.get(LogDimension.DETECTOR_VERSION).get(record), names.get(LogDimension.LANGUAGE).get(record));
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
}
