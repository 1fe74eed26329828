package io.plumbline.store.segment;

/**
 * A piece of a segment's text, compressed on its own. The text of a segment is one run of bytes: prompt and response of every record, in
 * the order of the segment.
 *
 * @param firstByte where in the run it begins
 * @param bytes     how much of the run it holds
 * @param content   the zstd frame
 */
public record TextFrame(long firstByte, int bytes, byte[] content) {

    /** The piece of the run. */
    public byte[] unpacked() {
        return StringColumn.unpressed(content, 0, content.length, bytes);
    }
}
