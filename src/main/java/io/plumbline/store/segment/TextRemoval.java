package io.plumbline.store.segment;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A segment without the texts of some of its records. In place of each text stand the day on which it went and a keyed hash of it, by which
 * somebody who has the text from elsewhere can show that it is the one that was judged.
 *
 * @param details the columns of details, to be put in place of the stored ones
 * @param texts   the texts that stay, to be put in place of all stored ones
 */
public record TextRemoval(byte[] details, List<TextFrame> texts) {

    /**
     * @param stored  the segment's columns of details
     * @param removed which records lose their texts
     * @param texts   prompt and response of a record as they are stored, asked for in order
     * @param proof   the keyed hash, two longs
     */
    public static TextRemoval of(SegmentView view, byte[] stored, BitSet removed, LocalDate on, IntFunction<byte[]> texts,
                                 Function<byte[], long[]> proof) {
        int n = view.records();
        ColumnFile before = ColumnFile.of(stored);
        long[][] shapes = new long[][] {LongColumn.read(before.column(Columns.PROMPT_BYTES)), LongColumn.read(before.column(Columns.RESPONSE_BYTES)),
            LongColumn.read(before.column(Columns.PROMPT_UTF16)), LongColumn.read(before.column(Columns.RESPONSE_UTF16))};
        long[] day = known(before, Columns.TEXTS_REMOVED, n);
        long[] first = known(before, Columns.TEXTS_PROOF_FIRST, n);
        long[] second = known(before, Columns.TEXTS_PROOF_SECOND, n);
        List<TextFrame> kept;
        try (TextFrames frames = new TextFrames()) {
            for (int i = 0; i < n; i++) {
                byte[] text = texts.apply(i);
                if (removed.get(i)) {
                    long[] hash = proof.apply(text);
                    first[i] = hash[0];
                    second[i] = hash[1];
                    day[i] = on.toEpochDay();
                    for (long[] column : shapes) {
                        column[i] = 0;
                    }
                } else {
                    frames.add(text);
                    frames.endOfRecord();
                }
            }
            kept = frames.finish();
        }
        ColumnFile.Writer after = before.copied();
        after.longs(Columns.PROMPT_BYTES, shapes[0]);
        after.longs(Columns.RESPONSE_BYTES, shapes[1]);
        after.longs(Columns.PROMPT_UTF16, shapes[2]);
        after.longs(Columns.RESPONSE_UTF16, shapes[3]);
        after.longs(Columns.TEXTS_REMOVED, day);
        after.longs(Columns.TEXTS_PROOF_FIRST, first);
        after.longs(Columns.TEXTS_PROOF_SECOND, second);
        return new TextRemoval(after.toBytes(), kept);
    }

    private static long[] known(ColumnFile file, String column, int n) {
        return file.has(column) ? LongColumn.read(file.column(column)) : new long[n];
    }
}
