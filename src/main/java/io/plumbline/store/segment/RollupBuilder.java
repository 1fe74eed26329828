package io.plumbline.store.segment;

import io.plumbline.domain.LogSignal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what segments add to the rollups and turns it into a part of them: counts and sums by hour and by day, quantiles by day.
 * A part is closed when it has grown to a size that fits into memory; readers add parts up.
 */
public final class RollupBuilder {

    private static final long MOST_VALUES = 20_000_000;
    private static final int MOST_CELLS = 60_000;

    private final CellTable hours = new CellTable();
    private final List<SegmentSums> segments = new ArrayList<>();
    private long values;

    public void add(SegmentSums segment) {
        hours.add(segment.hours());
        segments.add(segment);
        values += segment.weight();
    }

    public boolean isEmpty() {
        return segments.isEmpty();
    }

    public boolean isFull() {
        return values >= MOST_VALUES || hours.size() >= MOST_CELLS;
    }

    /** The part as blobs by their names, see {@link RollupPart}. */
    public Map<String, byte[]> build() {
        Map<String, byte[]> blobs = new LinkedHashMap<>();
        int[] dayOf = new int[hours.size()];
        CellTable days = hours.byDay(dayOf);
        blobs.put(RollupPart.COUNTS_BY_HOUR, RollupPart.writeCounts(hours));
        blobs.put(RollupPart.COUNTS_BY_DAY, RollupPart.writeCounts(days));
        int[][] dayOfRecord = segments.stream().map(segment -> daysOf(segment, dayOf)).toArray(int[][]::new);
        for (LogSignal signal : LogSignal.values()) {
            if (hours.sums(signal) != null) {
                blobs.put(RollupPart.byHour(signal), RollupPart.writeSums(hours, signal));
                blobs.put(RollupPart.byDay(signal), RollupPart.writeSums(days, signal, points(signal, days, dayOfRecord)));
            }
        }
        return blobs;
    }

    private int[] daysOf(SegmentSums segment, int[] dayOf) {
        int[] dayOfCell = new int[segment.hours().size()];
        for (int cell = 0; cell < dayOfCell.length; cell++) {
            dayOfCell[cell] = dayOf[hours.place(segment.hours().key(cell))];
        }
        return Arrays.stream(segment.cellOf()).map(cell -> dayOfCell[cell]).toArray();
    }

    /** The points of each day's cell, one cell after the other. */
    private float[] points(LogSignal signal, CellTable days, int[][] dayOfRecord) {
        int[] next = new int[days.size() + 1];
        for (int cell = 0; cell < days.size(); cell++) {
            next[cell + 1] = next[cell] + (int) days.sums(signal).n(cell);
        }
        int[] start = next.clone();
        float[] byDay = new float[next[days.size()]];
        for (int segment = 0; segment < segments.size(); segment++) {
            float[] column = segments.get(segment).values(signal);
            for (int i = 0; column != null && i < column.length; i++) {
                if (!Float.isNaN(column[i])) {
                    byDay[next[dayOfRecord[segment][i]]++] = column[i];
                }
            }
        }
        float[] points = new float[byDay.length];
        int kept = 0;
        for (int cell = 0; cell < days.size(); cell++) {
            int n = start[cell + 1] - start[cell];
            CellTable.SignalSums sums = days.sums(signal);
            if (n > 0 && sums.least[cell] != sums.greatest[cell]) {
                Arrays.sort(byDay, start[cell], start[cell + 1]);
            }
            kept += Quantiles.points(byDay, start[cell], n, points, kept);
        }
        return Arrays.copyOf(points, kept);
    }
}
