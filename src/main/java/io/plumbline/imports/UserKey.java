package io.plumbline.imports;

import io.plumbline.domain.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns user ids into pseudonyms (R55): HMAC-SHA256 under a key of this workspace, cut to 128 bits as RFC 2104 section 5 allows. The key
 * lies beside the database in a file that only its owner may read, so the database alone gives no user away; who deletes the file makes
 * the pseudonyms final.
 */
final class UserKey {

    static final String FILE = "user-hash.key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int HASH_BYTES = 16;

    /** Places for pseudonyms kept at hand: a log names its users again and again, and hashing one costs more than the rest of a record. */
    private static final int AT_HAND = 1 << 18;

    private final SecretKeySpec key;
    /** Written without locks: an entry is immutable, and one that is lost is computed again. */
    private final Known[] atHand = new Known[AT_HAND];
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::mac);

    private UserKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The key of a workspace folder; made at the first import. */
    static UserKey of(Path workspace) {
        Path file = workspace.resolve(FILE);
        try {
            return new UserKey(read(file));
        } catch (NoSuchFileException e) {
            return make(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Pseudonym of a user; empty stays empty. Safe for use by several threads. */
    String pseudonym(String user) {
        if (user.isEmpty()) {
            return "";
        }
        int place = (user.hashCode() ^ user.hashCode() >>> 15) & AT_HAND - 1;
        Known known = atHand[place];
        if (known != null && known.user.equals(user)) {
            return known.pseudonym;
        }
        Known beside = atHand[place ^ 1];
        if (beside != null && beside.user.equals(user)) {
            return beside.pseudonym;
        }
        byte[] hash = macs.get().doFinal(user.getBytes(StandardCharsets.UTF_8));
        Known fresh = new Known(user, HexFormat.of().formatHex(hash, 0, HASH_BYTES));
        atHand[known == null ? place : place ^ 1] = fresh;
        return fresh.pseudonym;
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static UserKey make(Path file) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        byte[] text = (HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII);
        Path fresh = file.resolveSibling(FILE + ".new");
        try {
            // Written aside and moved, so that a process that dies here leaves no half key behind.
            Files.deleteIfExists(fresh);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(fresh);
            }
            Files.write(fresh, text, StandardOpenOption.SYNC);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            return new UserKey(key);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static byte[] read(Path file) throws IOException {
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("not a key", e);
        }
        throw new IOException("not a key");
    }

    private static InputException unreadable(Path file, IOException cause) {
        return new InputException("The key for user pseudonyms, " + file + ", can't be read or written. Restore it from a backup; "
            + "without it the users of earlier imports can't be matched with those of new ones.", cause);
    }

    private record Known(String user, String pseudonym) {
    }
}
