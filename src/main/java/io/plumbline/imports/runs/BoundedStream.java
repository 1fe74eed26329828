package io.plumbline.imports.runs;

import io.plumbline.domain.InputException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** A stream that ends with a sentence where it grows past its limit. */
public final class BoundedStream extends FilterInputStream {

    private final LongConsumer counted;
    private final Supplier<InputException> sentence;
    private long left;

    public BoundedStream(InputStream in, long limit, LongConsumer counted, Supplier<InputException> sentence) {
        super(in);
        this.left = limit;
        this.counted = counted;
        this.sentence = sentence;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        int n = in.read(b, off, len);
        count(Math.max(n, 0));
        return n;
    }

    private void count(int n) {
        left -= n;
        counted.accept(n);
        if (left < 0) {
            throw sentence.get();
        }
    }
}
