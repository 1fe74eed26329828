package io.plumbline.imports.source;

import io.plumbline.domain.Reject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Cuts a text of JSON records, one a line, into batches of whole lines. Parsing is left to {@link JsonLineBatch}. */
public final class LineSource implements RowSource {

    private static final int BATCH_BYTES = 1 << 18;

    private final InputStream in;
    private final int longestLine;
    private byte[] carry = new byte[0];
    private long line = 1;
    private boolean ended;
    private TornFileException torn;

    public LineSource(InputStream in) {
        this(in, ForeignJson.LONGEST_TEXT);
    }

    LineSource(InputStream in, int longestLine) {
        this.in = in;
        this.longestLine = longestLine;
    }

    @Override
    public Optional<RowBatch> next() throws IOException {
        if (torn != null) {
            return breakOff();
        }
        if (ended) {
            return Optional.empty();
        }
        byte[] buffer = Arrays.copyOf(carry, Math.max(BATCH_BYTES, carry.length * 2));
        int length = carry.length;
        while (true) {
            int n = read(buffer, length);
            if (n < 0) {
                return length == 0 ? next() : Optional.of(lastBatch(buffer, length));
            }
            int lastBreak = lastLineBreak(buffer, length, length + n);
            length += n;
            if (lastBreak >= 0 && (length == buffer.length || length >= BATCH_BYTES)) {
                return Optional.of(batchUpTo(buffer, lastBreak + 1, length));
            }
            if (length == buffer.length) {
                int earlier = lastLineBreak(buffer, 0, length);
                if (earlier >= 0) {
                    return Optional.of(batchUpTo(buffer, earlier + 1, length));
                }
                if (length >= longestLine) {
                    return Optional.of(skipLine(buffer));
                }
                buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 2, longestLine));
            }
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

    private int read(byte[] buffer, int from) throws IOException {
        try {
            int n = in.read(buffer, from, buffer.length - from);
            ended = n < 0;
            return n;
        } catch (TornFileException e) {
            torn = e;
            return -1;
        }
    }

    private RowBatch lastBatch(byte[] buffer, int length) {
        if (torn == null) {
            carry = new byte[0];
            RowBatch batch = new JsonLineBatch(buffer, length, line, JsonLineBatch.End.OF_FILE);
            line += linesIn(buffer, length) + 1;
            return batch;
        }
        int whole = lastLineBreak(buffer, 0, length) + 1;
        return batchUpTo(buffer, whole, length);
    }

    private RowBatch batchUpTo(byte[] buffer, int end, int length) {
        carry = Arrays.copyOfRange(buffer, end, length);
        RowBatch batch = new JsonLineBatch(buffer, end, line, JsonLineBatch.End.OF_LINE);
        line += linesIn(buffer, end);
        return batch;
    }

    /** The torn line is delivered as a reject first; only then does the break come out. */
    private Optional<RowBatch> breakOff() throws TornFileException {
        if (carry.length == 0) {
            throw torn;
        }
        Reject reject = new Reject(line, "The compressed file breaks off in this record. Get the file anew to have the rest.",
            Excerpt.of(carry, 0, carry.length));
        carry = new byte[0];
        return Optional.of(sink -> sink.reject(reject));
    }

    private RowBatch skipLine(byte[] start) throws IOException {
        Reject reject = new Reject(line, "The line is longer than " + (longestLine >> 20) + " MB, which no record is. "
            + "Check whether line breaks were lost.", Excerpt.of(start, 0, start.length));
        byte[] buffer = new byte[BATCH_BYTES];
        int n;
        carry = new byte[0];
        while ((n = read(buffer, 0)) >= 0) {
            int lineBreak = firstLineBreak(buffer, n);
            if (lineBreak >= 0) {
                carry = Arrays.copyOfRange(buffer, lineBreak + 1, n);
                break;
            }
        }
        line++;
        return sink -> sink.reject(reject);
    }

    private static int firstLineBreak(byte[] bytes, int end) {
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static int lastLineBreak(byte[] bytes, int from, int end) {
        for (int i = end - 1; i >= from; i--) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static long linesIn(byte[] bytes, int end) {
        long lines = 0;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n') {
                lines++;
            }
        }
        return lines;
    }
}
