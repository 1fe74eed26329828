package io.plumbline.imports.source;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import io.plumbline.domain.InputException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.ZipException;

/**
 * Takes gzip or Zstandard off a stream, told by its first bytes; several members or frames count as one content. Damage comes out as a
 * {@link TornFileException}, so that what stood before it can be kept; content that grows beyond all measure ends with a sentence.
 */
final class Decompression extends FilterInputStream {

    private static final int BUFFER = 1 << 16;
    /** No log is worth this ratio; files made to fill a disk or a memory are. */
    private static final long LARGEST_RATIO = 500;
    private static final long UNCHECKED_BYTES = 256L << 20;

    private final Counted compressed;
    private final String name;
    private long bytes;

    private Decompression(Counted compressed, InputStream plain, String name) {
        super(plain);
        this.compressed = compressed;
        this.name = name;
    }

    /** The content of a stream, decompressed where it is compressed. */
    static InputStream of(InputStream raw, String name) throws IOException {
        PushbackInputStream in = new PushbackInputStream(new BufferedInputStream(raw, BUFFER), 4);
        byte[] magic = in.readNBytes(4);
        in.unread(magic);
        Counted counted = new Counted(in);
        try {
            if (startsWith(magic, 0x1f, 0x8b)) {
                return new Decompression(counted, new WholeGzip(counted, BUFFER), name);
            }
            if (startsWith(magic, 0x28, 0xb5, 0x2f, 0xfd)) {
                return new Decompression(counted, new ZstdInputStream(counted), name);
            }
        } catch (EOFException | ZipException | ZstdIOException e) {
            throw new TornFileException(e);
        }
        return in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        try {
            int n = in.read(b, off, len);
            bytes += Math.max(n, 0);
            if (bytes > UNCHECKED_BYTES && bytes > compressed.bytes * LARGEST_RATIO) {
                throw new InputException(name + " unpacks to more than " + LARGEST_RATIO + " times its size, which no log does; reading stopped "
                    + "and nothing was imported. If it is meant to be so, unpack it and import what comes out.");
            }
            return n;
        } catch (EOFException | ZipException | ZstdIOException e) {
            throw new TornFileException(e);
        }
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** How much of the compressed bytes was used. */
    private static final class Counted extends FilterInputStream {

        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            bytes += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            int n = in.read(b, off, len);
            bytes += Math.max(n, 0);
            return n;
        }
    }
}
