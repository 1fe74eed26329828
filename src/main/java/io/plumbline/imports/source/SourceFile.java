package io.plumbline.imports.source;

import io.plumbline.domain.InputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The bytes of a file that somebody gave us: its size, its hash, and its content with compression and a byte order mark taken off, as UTF-8
 * where that mark says UTF-16. Reading reports progress in bytes of the file on disk and stops where the person cancels.
 */
public final class SourceFile {

    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final String name;
    private final long size;

    private SourceFile(Path path, String name, long size) {
        this.path = path;
        this.name = name;
        this.size = size;
    }

    /** A file that exists and can be read. */
    public static SourceFile at(Path path) {
        String name = path.getFileName() == null ? path.toString() : path.getFileName().toString();
        try {
            if (Files.isDirectory(path)) {
                throw new InputException(name + " is a folder. Choose the files in it.");
            }
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
            return new SourceFile(path, name, Files.size(path));
        } catch (IOException e) {
            throw unreadable(path, name, e);
        }
    }

    public Path path() {
        return path;
    }

    /** File name without its folder. */
    public String name() {
        return name;
    }

    /** Bytes on disk when it was first looked at; no more than these are read. */
    public long size() {
        return size;
    }

    /** Bytes on disk now. */
    public long sizeNow() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw unreadable(path, name, e);
        }
    }

    /** SHA-256 of the bytes on disk, hex. */
    public String sha256(ReadingProgress progress) {
        FileHash hash = FileHash.sha256();
        try (InputStream in = openRaw(progress, hash)) {
            hash.readRest();
        } catch (IOException e) {
            throw unreadable(path, name, e);
        }
        return hash.hex();
    }

    /** The content: decompressed where the bytes are gzip or Zstandard, without a byte order mark. */
    public InputStream open(ReadingProgress progress) throws IOException {
        return open(progress, FileHash.none());
    }

    /** The content, whose bytes on disk the hash learns while they are read. */
    public InputStream open(ReadingProgress progress, FileHash hash) throws IOException {
        InputStream raw = openRaw(progress, hash);
        try {
            return withoutByteOrderMark(new PushbackInputStream(new BufferedInputStream(Decompression.of(raw, name), BUFFER), 4));
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    /** A sentence for a file that can't be opened or read. */
    public InputException unreadable(IOException cause) {
        return unreadable(path, name, cause);
    }

    private InputStream openRaw(ReadingProgress progress, FileHash hash) throws IOException {
        return new FileBytes(Files.newInputStream(path), size, progress, hash);
    }

    private static InputStream withoutByteOrderMark(PushbackInputStream in) throws IOException {
        byte[] start = in.readNBytes(4);
        Optional<Charset> wide = Utf16Stream.charsetOf(start);
        if (wide.isPresent()) {
            in.unread(start, 2, start.length - 2);
            return new Utf16Stream(in, wide.get());
        }
        if (start.length >= 3 && (start[0] & 0xff) == 0xef && (start[1] & 0xff) == 0xbb && (start[2] & 0xff) == 0xbf) {
            in.unread(start, 3, start.length - 3);
            return in;
        }
        in.unread(start);
        return in;
    }

    private static InputException unreadable(Path path, String name, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return new InputException("There is no file " + path + ". Check the path.", cause);
        }
        if (cause instanceof AccessDeniedException) {
            return new InputException(name + " can't be opened: permission is missing. Check who may read it.", cause);
        }
        return new InputException(name + " can't be read (" + cause.getMessage() + "). Check the disk or copy the file anew.", cause);
    }
}
