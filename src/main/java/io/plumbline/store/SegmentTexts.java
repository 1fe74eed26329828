package io.plumbline.store;

import io.plumbline.store.segment.DamagedBytesException;
import io.plumbline.store.segment.SegmentView;
import io.plumbline.store.segment.TextFrame;
import io.plumbline.store.segment.TextUnpacking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The texts of some records of one segment: the pieces that hold them are read in one go, and each is unpacked once. */
final class SegmentTexts implements AutoCloseable {

    private final SegmentReads reads;
    private final StoredSegment segment;
    private final List<TextFrame> frames;
    private final TextUnpacking unpacking = new TextUnpacking();
    private int at;
    private byte[] piece = new byte[0];

    private SegmentTexts(SegmentReads reads, StoredSegment segment, List<TextFrame> frames) {
        this.reads = reads;
        this.segment = segment;
        this.frames = frames;
    }

    /** @param records whose texts will be asked for, ascending */
    static SegmentTexts of(SegmentReads reads, StoredSegment segment, SegmentView view, int[] records) {
        long[] from = new long[records.length];
        long[] end = new long[records.length];
        int wanted = 0;
        for (int record : records) {
            long start = view.textStart(record);
            long next = view.textStart(record + 1);
            if (next > start) {
                from[wanted] = start;
                end[wanted++] = next;
            }
        }
        return new SegmentTexts(reads, segment, wanted == 0 ? List.of() : reads.frames(segment, from, end, wanted));
    }

    /** A part of the run of texts, not before the one asked for last; empty where the texts were dropped to keep the numbers only. */
    Optional<byte[]> between(long from, long end) {
        byte[] wanted = new byte[Math.toIntExact(end - from)];
        long done = from;
        while (done < end) {
            while (at < frames.size() && end(frames.get(at)) <= done) {
                at++;
                piece = new byte[0];
            }
            if (at == frames.size() || frames.get(at).firstByte() > done) {
                if (done == from && frames.isEmpty()) {
                    return Optional.empty();
                }
                throw new DamagedBytesException("a text has a hole");
            }
            TextFrame frame = frames.get(at);
            piece = piece.length == 0 ? unpacked(frame) : piece;
            int length = (int) Math.min(end - done, end(frame) - done);
            System.arraycopy(piece, (int) (done - frame.firstByte()), wanted, (int) (done - from), length);
            done += length;
        }
        return Optional.of(wanted);
    }

    private static long end(TextFrame frame) {
        return frame.firstByte() + frame.bytes();
    }

    private byte[] unpacked(TextFrame frame) {
        if (frame.standsAlone()) {
            return frame.unpacked();
        }
        if (frame.isFirst()) {
            return unpacking.first(frame);
        }
        if (!unpacking.knowsFirst()) {
            List<TextFrame> first = frames.get(0).isFirst() ? frames : reads.frames(segment, new long[] {0}, new long[] {1}, 1);
            if (first.isEmpty()) {
                throw new DamagedBytesException("the first piece of the texts is missing");
            }
            unpacking.first(first.get(0));
        }
        return unpacking.next(frame);
    }

    @Override
    public void close() {
        unpacking.close();
    }
}
