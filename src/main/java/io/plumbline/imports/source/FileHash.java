package io.plumbline.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * SHA-256 of a file's bytes on disk, computed while they are read for another purpose, so that a large file is not read twice. Used by one
 * thread.
 */
public final class FileHash {

    private static final int BUFFER = 1 << 16;

    private final Optional<MessageDigest> digest;
    private long bytes;
    private InputStream rest = InputStream.nullInputStream();

    private FileHash(Optional<MessageDigest> digest) {
        this.digest = digest;
    }

    public static FileHash sha256() {
        return new FileHash(Optional.of(digest()));
    }

    /** For readers of a part of a file: nothing is computed. */
    public static FileHash none() {
        return new FileHash(Optional.empty());
    }

    /** Bytes seen so far. */
    public long bytes() {
        return bytes;
    }

    /** Reads what the reader of the content left unread, such as bytes behind the end of a compressed stream; before that is closed. */
    public void readRest() throws IOException {
        byte[] buffer = new byte[BUFFER];
        while (rest.read(buffer) >= 0) {
            // Reading it is all there is to do: the bytes pass by here.
        }
    }

    /** The hash of all bytes that passed by, hex. */
    public String hex() {
        return HexFormat.of().formatHex(digest.orElseThrow().digest());
    }

    void watch(InputStream raw) {
        rest = raw;
    }

    void add(byte[] buffer, int from, int length) {
        digest.ifPresent(d -> d.update(buffer, from, length));
        bytes += length;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
