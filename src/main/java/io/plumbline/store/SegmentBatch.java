package io.plumbline.store;

import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.store.segment.EncodedSegment;
import io.plumbline.store.segment.SegmentEncoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Records of one import, made ready for storing by a {@link SegmentEncoder}. */
public final class SegmentBatch {

    private final KeyHash hash;
    private final List<MeasuredRecord> records;
    private final long[] hashes;
    private final List<EncodedSegment> segments;

    private SegmentBatch(KeyHash hash, List<MeasuredRecord> records, long[] hashes) {
        this.hash = hash;
        this.records = records;
        this.hashes = hashes;
        this.segments = new ArrayList<>();
        encode(IntStream.range(0, hashes.length).filter(i -> !record(i).isCanary()).toArray());
        encode(IntStream.range(0, hashes.length).filter(i -> record(i).isCanary()).toArray());
    }

    static SegmentBatch of(List<MeasuredRecord> records, KeyHash hash) {
        return new SegmentBatch(hash, records, hash.of(records));
    }

    private LogRecord record(int i) {
        return records.get(i).record();
    }

    private void encode(int[] chosen) {
        int[] order = inOrderOfTime(chosen);
        for (int from = 0; from < order.length; from += SegmentEncoder.RECORDS) {
            int[] part = Arrays.copyOfRange(order, from, Math.min(order.length, from + SegmentEncoder.RECORDS));
            segments.add(SegmentEncoding.encode(chosen(part), hashes(part)));
        }
    }

    private List<MeasuredRecord> chosen(int[] places) {
        List<MeasuredRecord> chosen = new ArrayList<>(places.length);
        for (int place : places) {
            chosen.add(records.get(place));
        }
        return chosen;
    }

    private long[] hashes(int[] places) {
        long[] chosen = new long[places.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = hashes[places[i]];
        }
        return chosen;
    }

    private int[] inOrderOfTime(int[] chosen) {
        for (int i = 1; i < chosen.length; i++) {
            if (record(chosen[i]).time().isBefore(record(chosen[i - 1]).time())) {
                return IntStream.of(chosen).boxed().sorted(Comparator.comparing(place -> record(place).time())).mapToInt(Integer::intValue)
                    .toArray();
            }
        }
        return chosen;
    }

    /** Number of records in it, duplicates included. */
    public int size() {
        return records.size();
    }

    /** Hashes of the records' keys, in the order of the file. */
    long[] hashes() {
        return hashes;
    }

    List<EncodedSegment> segments() {
        return segments;
    }

    /** The same without some records, which are known only when all before them have been stored. */
    SegmentBatch without(BitSet left) {
        int[] kept = IntStream.range(0, records.size()).filter(i -> !left.get(i)).toArray();
        return new SegmentBatch(hash, chosen(kept), hashes(kept));
    }
}
