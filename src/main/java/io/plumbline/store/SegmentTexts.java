package io.plumbline.store;

import io.plumbline.store.segment.DamagedBytesException;
import io.plumbline.store.segment.TextFrame;
import java.util.List;
import java.util.Optional;

/** The texts of one segment. Asked for from front to back, each piece is unpacked once. */
final class SegmentTexts {

    private final SegmentReads reads;
    private final StoredSegment segment;
    private byte[] dictionary = new byte[0];
    private long begin;
    private byte[] piece = new byte[0];

    SegmentTexts(SegmentReads reads, StoredSegment segment) {
        this.reads = reads;
        this.segment = segment;
    }

    /** A part of the run of texts; empty where the texts were dropped to keep the numbers only. */
    Optional<byte[]> between(long from, long end) {
        byte[] wanted = new byte[Math.toIntExact(end - from)];
        long at = take(wanted, from, from, end);
        if (at < end) {
            List<TextFrame> frames = reads.frames(segment, at, end);
            if (frames.isEmpty()) {
                return Optional.empty();
            }
            for (TextFrame frame : frames) {
                unpack(frame);
                at = take(wanted, from, at, end);
            }
            if (at < end) {
                throw new DamagedBytesException("a text has a hole");
            }
        }
        return Optional.of(wanted);
    }

    /** Copies what the present piece has from a place on; returns the place after it. */
    private long take(byte[] wanted, long from, long at, long end) {
        if (at < begin || at >= begin + piece.length) {
            return at;
        }
        int length = (int) Math.min(end - at, begin + piece.length - at);
        System.arraycopy(piece, (int) (at - begin), wanted, (int) (at - from), length);
        return at + length;
    }

    private void unpack(TextFrame frame) {
        if (!frame.isFirst() && dictionary.length == 0) {
            dictionary = TextFrame.dictionary(reads.frames(segment, 0, 1).stream().findFirst()
                .orElseThrow(() -> new DamagedBytesException("the first piece of the texts is missing")).unpacked());
        }
        piece = frame.isFirst() ? frame.unpacked() : frame.unpacked(dictionary);
        begin = frame.firstByte();
        if (frame.isFirst() && dictionary.length == 0) {
            dictionary = TextFrame.dictionary(piece);
        }
    }
}
