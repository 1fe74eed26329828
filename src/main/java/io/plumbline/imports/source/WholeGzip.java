package io.plumbline.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Gzip of one or several members that says so where something else than a further member stands behind one. The platform's own stream ends
 * there in silence, and with it a log whose second part was damaged.
 */
final class WholeGzip extends GZIPInputStream {

    private static final int TRAILER = 8;

    WholeGzip(InputStream in, int buffer) throws IOException {
        super(in, buffer);
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        int n = super.read(b, off, len);
        if (n < 0 && hasMore()) {
            throw new ZipException("what stands behind the compressed data is not compressed");
        }
        return n;
    }

    /** Zeros are padding, as tapes and block devices leave it. */
    private boolean hasMore() throws IOException {
        for (int i = inf.getRemaining() - TRAILER; i > 0; i--) {
            if (buf[this.len - i] != 0) {
                return true;
            }
        }
        int b;
        while ((b = in.read()) == 0) {
            continue;
        }
        return b > 0;
    }
}
