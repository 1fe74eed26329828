package io.plumbline.store.segment;

/**
 * A piece of a segment's text. The text of a segment is one run of bytes: prompt and response of every record, in the order of the segment.
 *
 * @param firstByte where in the run it begins
 * @param bytes     how much of the run it holds
 * @param content   the zstd frame
 */
public record TextFrame(long firstByte, int bytes, byte[] content) {

    private static final int LONGEST_DICTIONARY = 112 << 10;

    /** Whether it is read without the first piece. */
    public boolean isFirst() {
        return firstByte == 0;
    }

    /** The piece of the run; for the first piece of a segment. */
    public byte[] unpacked() {
        return StringColumn.unpressed(content, 0, content.length, bytes);
    }

    /** What the first piece of a segment is to those after it. It begins with a zero so that no text can pass for a trained dictionary. */
    public static byte[] dictionary(byte[] firstPiece) {
        int length = Math.min(firstPiece.length, LONGEST_DICTIONARY);
        byte[] dictionary = new byte[length + 1];
        System.arraycopy(firstPiece, 0, dictionary, 1, length);
        return dictionary;
    }
}
