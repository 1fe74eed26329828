package io.plumbline.imports.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a file on disk as they were when it was first looked at: what is appended while it is read is left for the next import.
 * Tells progress and hash of each byte that passes by.
 */
final class FileBytes extends InputStream {

    private final InputStream file;
    private final ReadingProgress progress;
    private final FileHash hash;
    private long left;

    FileBytes(InputStream file, long size, ReadingProgress progress, FileHash hash) {
        this.file = file;
        this.left = size;
        this.progress = progress;
        this.hash = hash;
        hash.watch(this);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int n = file.read(buffer, from, (int) Math.min(length, left));
        if (n > 0) {
            left -= n;
            hash.add(buffer, from, n);
            progress.bytes(n);
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
