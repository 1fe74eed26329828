package io.plumbline.signals;

import io.plumbline.domain.LogRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Draws a share of the records at random. The draw depends on nothing but the record's model and id, so the same log imported again, by
 * anybody, gives the same sample.
 */
public final class RandomAudit {

    public static final String NAME = "random audit";
    public static final String VERSION = "random-audit 1.0";

    /** Whether this record is in the sample of the given share. */
    public boolean draws(LogRecord record, double share) {
        return place(record.model() + "/" + record.id()) < share;
    }

    /** Where in the draw the record with this key stands: a share draws those below it. */
    public double place(String key) {
        return uniform(key);
    }

    /** A number in [0, 1) that a key determines: the first 53 bits of its SHA-256. */
    private static double uniform(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(("random-audit/" + key).getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1.0p-53;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
