package io.plumbline.signoff.deployment;

import io.plumbline.domain.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that is evidence outside this workspace: its name and, where it is at hand, its SHA-256, so that nobody can swap it later. */
public final class ClaimFile {

    private ClaimFile() {
    }

    /** Name and hash of a file; what is no file at hand stays as it was written. */
    public static String words(String reference) {
        try {
            Path file = Path.of(reference.strip());
            return Files.isRegularFile(file) ? file.getFileName() + ", SHA-256 " + sha256(file) : reference.strip();
        } catch (InvalidPathException noFile) {
            return reference.strip();
        }
    }

    /** @throws InputException where the file can't be read */
    public static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new InputException(file + " can't be read. Check the path and its permissions.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
