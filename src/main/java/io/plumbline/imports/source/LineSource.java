package io.plumbline.imports.source;

import io.plumbline.domain.Reject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Cuts a text of JSON records, one a line, into batches of whole lines. Parsing is left to {@link JsonLineBatch}, which gives its buffer
 * back: a file of any size is read into a handful of them.
 */
public final class LineSource implements RowSource {

    private static final int CHUNK = 1 << 18;

    private final InputStream in;
    private final int lines;
    private final int longestLine;
    private final Queue<byte[]> spare = new ConcurrentLinkedQueue<>();
    private byte[] carry = new byte[0];
    private long line = 1;
    private boolean ended;
    private TornFileException torn;

    LineSource(InputStream in, int lines) {
        this(in, lines, ForeignJson.LONGEST_TEXT);
    }

    LineSource(InputStream in, int lines, int longestLine) {
        this.in = in;
        this.lines = lines;
        this.longestLine = longestLine;
    }

    @Override
    public Optional<RowBatch> next() throws IOException {
        if (torn != null && carry.length == 0) {
            throw torn;
        }
        if (ended && carry.length == 0) {
            return Optional.empty();
        }
        byte[] buffer = buffer();
        System.arraycopy(carry, 0, buffer, 0, carry.length);
        int length = carry.length;
        int counted = 0;
        int found = 0;
        while (true) {
            LineBreaks breaks = LineBreaks.in(buffer, counted, length, lines - found);
            found += breaks.count();
            if (found == lines || breaks.count() > 0 && length == buffer.length) {
                return batch(buffer, breaks.last() + 1, length, found);
            }
            counted = length;
            if (length == buffer.length) {
                int last = LineBreaks.lastIn(buffer, length);
                if (last >= 0) {
                    return batch(buffer, last + 1, length, found);
                }
                if (length >= longestLine) {
                    return Optional.of(skipLine(buffer));
                }
                buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 2, longestLine));
            }
            int n = read(buffer, length);
            if (n < 0) {
                return end(buffer, length, found);
            }
            length += n;
        }
    }

    @Override
    public long line() {
        return line - 1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private byte[] buffer() {
        byte[] used = spare.poll();
        int enough = Math.max(Math.min(LARGE, longestLine), carry.length + 1);
        return used != null && used.length >= enough ? used : new byte[enough];
    }

    private int read(byte[] buffer, int from) throws IOException {
        try {
            int n = ended || torn != null ? -1 : in.read(buffer, from, Math.min(CHUNK, buffer.length - from));
            ended |= n < 0;
            return n;
        } catch (TornFileException e) {
            torn = e;
            return -1;
        }
    }

    /** Nothing is left to read; some lines, and perhaps a piece of one, stand in the buffer. */
    private Optional<RowBatch> end(byte[] buffer, int length, int found) throws IOException {
        if (torn == null) {
            carry = new byte[0];
            long first = line;
            line += found + 1L;
            return length == 0 ? Optional.empty()
                : Optional.of(new JsonLineBatch(buffer, length, first, JsonLineBatch.End.OF_FILE, spare));
        }
        int whole = LineBreaks.lastIn(buffer, length) + 1;
        if (whole > 0) {
            return batch(buffer, whole, length, found);
        }
        carry = new byte[0];
        if (length == 0) {
            throw torn;
        }
        Reject reject = new Reject(line, "The compressed file breaks off in this record. Get the file anew to have the rest.",
            Excerpt.of(buffer, 0, length));
        return Optional.of(sink -> sink.reject(reject));
    }

    private Optional<RowBatch> batch(byte[] buffer, int end, int length, int found) {
        carry = Arrays.copyOfRange(buffer, end, length);
        long first = line;
        line += found;
        return Optional.of(new JsonLineBatch(buffer, end, first, JsonLineBatch.End.OF_LINE, spare));
    }

    private RowBatch skipLine(byte[] start) throws IOException {
        Reject reject = new Reject(line, "The line is longer than " + (longestLine >> 20) + " MB, which no record is. "
            + "Check whether line breaks were lost.", Excerpt.of(start, 0, start.length));
        byte[] buffer = new byte[CHUNK];
        int n;
        carry = new byte[0];
        while ((n = read(buffer, 0)) >= 0) {
            LineBreaks first = LineBreaks.in(buffer, 0, n, 1);
            if (first.count() > 0) {
                carry = Arrays.copyOfRange(buffer, first.last() + 1, n);
                break;
            }
        }
        line++;
        return sink -> sink.reject(reject);
    }
}
