package io.plumbline.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text in UTF-16, as Windows programs write it, handed on as UTF-8. Half a character becomes the replacement character. */
final class Utf16Stream extends InputStream {

    private static final int CHARACTERS = 1 << 15;

    private final Reader reader;
    private final char[] characters = new char[CHARACTERS + 1];
    private int kept;
    private byte[] bytes = new byte[0];
    private int at;

    /** @param in what stands behind the byte order mark */
    Utf16Stream(InputStream in, Charset charset) {
        reader = new InputStreamReader(in, charset);
    }

    /** The encoding that a byte order mark at the beginning of a file stands for; empty where it is none of UTF-16. */
    static Optional<Charset> charsetOf(byte[] start) {
        if (start.length < 2) {
            return Optional.empty();
        }
        boolean little = (start[0] & 0xff) == 0xff && (start[1] & 0xff) == 0xfe;
        boolean big = (start[0] & 0xff) == 0xfe && (start[1] & 0xff) == 0xff;
        boolean of32 = little && start.length == 4 && start[2] == 0 && start[3] == 0;
        return of32 || !little && !big ? Optional.empty() : Optional.of(little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int n = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, offset, n);
        at += n;
        return n;
    }

    /** Whether there is another byte. A character of two halves is never cut between them. */
    private boolean fill() throws IOException {
        while (at == bytes.length) {
            int n = reader.read(characters, kept, CHARACTERS - kept);
            if (n < 0 && kept == 0) {
                return false;
            }
            int length = kept + Math.max(0, n);
            kept = n >= 0 && Character.isHighSurrogate(characters[length - 1]) ? 1 : 0;
            bytes = new String(characters, 0, length - kept).getBytes(StandardCharsets.UTF_8);
            characters[0] = characters[length - 1];
            at = 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
