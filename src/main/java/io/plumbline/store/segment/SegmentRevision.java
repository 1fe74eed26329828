package io.plumbline.store.segment;

import io.plumbline.domain.LogDimension;
import io.plumbline.domain.MeasuredRecord;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a stored segment that change when flags or topics are found anew; every other column keeps its bytes. Neither is part of the
 * rollups, so these stay as they are.
 *
 * @param families columns to be put in place of the stored ones; empty bytes where there are none any more
 * @param flagged  how many records have a flag
 * @param summary  what is in the segment
 */
public record SegmentRevision(Map<Family, byte[]> families, int flagged, byte[] summary) {

    /**
     * @param records the segment's records in their order, with the flags and topics that they are to have
     * @param stored  the segment's columns of facts
     * @param summary its stored summary
     */
    public static SegmentRevision of(List<MeasuredRecord> records, byte[] stored, byte[] summary) {
        Map<Family, byte[]> families = new EnumMap<>(Family.class);
        int flagged = (int) records.stream().filter(measured -> !measured.flags().isEmpty()).count();
        families.put(Family.FLAGS, flagged == 0 ? new byte[0] : FlagColumns.write(records));
        String[] topics = records.stream().map(MeasuredRecord::topic).toArray(String[]::new);
        String name = Columns.of(LogDimension.TOPIC);
        ColumnFile facts = ColumnFile.of(stored);
        Strings before = StringColumn.read(facts.column(name));
        boolean sameTopics = true;
        for (int i = 0; i < topics.length && sameTopics; i++) {
            sameTopics = topics[i].equals(before.get(i));
        }
        if (sameTopics) {
            return new SegmentRevision(families, flagged, summary);
        }
        ByteSink column = new ByteSink();
        Strings numbered = StringColumn.write(column, topics, topics.length);
        families.put(Family.FACTS, facts.copied().with(name, column.toBytes()).toBytes());
        ColumnFile.Writer summed = ColumnFile.of(summary).copied().without(name);
        if (numbered.different() <= SegmentSummary.NAMES) {
            String[] entries = new String[numbered.different()];
            Arrays.setAll(entries, numbered::entry);
            summed.add(name, sink -> StringColumn.write(sink, entries, entries.length));
        }
        return new SegmentRevision(families, flagged, summed.toBytes());
    }
}
