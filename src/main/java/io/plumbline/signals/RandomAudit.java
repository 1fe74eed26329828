package io.plumbline.signals;

import io.plumbline.domain.LogRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Draws a share of the records at random. The draw depends on nothing but the record's model and id, so the same log imported again, by
 * anybody, gives the same sample. For one thread.
 */
public final class RandomAudit {

    public static final String NAME = "random audit";
    public static final String VERSION = "random-audit 1.0";

    private static final String PREFIX = "random-audit/";

    private final MessageDigest digest = sha256();

    /** Whether this record is in the sample of the given share. */
    public boolean draws(LogRecord record, double share) {
        return place(record.model() + "/" + record.id()) < share;
    }

    /** Where in the draw the record with this key stands: a share draws those below it. */
    public double place(String key) {
        return uniform(key);
    }

    /** A number in [0, 1) that a key determines: the first 53 bits of its SHA-256. */
    private double uniform(String key) {
        byte[] hash = digest.digest((PREFIX + key).getBytes(StandardCharsets.UTF_8));
        return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1.0p-53;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
