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
    /** Where a zstd frame says what it has (RFC 8878, section 3.1.1.1.1), and the bit that says it has a checksum. */
    private static final int DESCRIPTOR = 4;
    private static final int CHECKSUM = 4;

    /** Whether neither it nor another needs the first piece to be read. It carries a checksum then; pieces of earlier versions have none. */
    public boolean standsAlone() {
        return content.length > DESCRIPTOR && (content[DESCRIPTOR] & CHECKSUM) != 0;
    }

    public boolean isFirst() {
        return firstByte == 0;
    }

    /** The piece of the run; for one that stands alone, or the first of a segment. */
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
