package io.plumbline.store;

import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;

/**
 * Hashes record keys to 64 bits under a secret of the workspace (SipHash-1-3 of Aumasson and Bernstein 2012, over UTF-16 units). Two
 * records of ten million are taken for one another with a chance of three in a million, and nobody can bring it about.
 */
final class KeyHash {

    private final long first;
    private final long second;

    KeyHash(long first, long second) {
        this.first = first;
        this.second = second;
    }

    /** The workspace's own; made when it is asked for first. */
    static KeyHash of(Handle handle) {
        return handle.createQuery("select first_half, second_half from log_hash_key")
            .map((row, context) -> new KeyHash(row.getLong(1), row.getLong(2))).findFirst().orElseGet(() -> {
                byte[] random = new byte[16];
                new SecureRandom().nextBytes(random);
                KeyHash fresh = new KeyHash(ByteBuffer.wrap(random).getLong(0), ByteBuffer.wrap(random).getLong(8));
                handle.execute("insert into log_hash_key values (?, ?)", fresh.first, fresh.second);
                return fresh;
            });
    }

    /** Hashes of the records' keys, each {@code model/id}; what records of one model have in common is hashed once. */
    long[] of(List<MeasuredRecord> records) {
        long[] hashes = new long[records.size()];
        String model = null;
        State begun = new State(first, second);
        for (int i = 0; i < hashes.length; i++) {
            LogRecord record = records.get(i).record();
            if (!record.model().equals(model)) {
                model = record.model();
                begun = new State(first, second);
                begun.add(model);
                begun.add('/');
            }
            State state = new State(begun);
            state.add(record.id());
            hashes[i] = state.finish();
        }
        return hashes;
    }

    long of(String key) {
        State state = new State(first, second);
        state.add(key);
        return state.finish();
    }

    /** First half of the HMAC-SHA256 of a text under the workspace's secret: shows that a text is the one that was here, and tells nothing else of it. */
    long[] proofOf(byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ByteBuffer.allocate(16).putLong(first).putLong(second).array(), "HmacSHA256"));
            ByteBuffer proof = ByteBuffer.wrap(mac.doFinal(text));
            return new long[] {proof.getLong(), proof.getLong()};
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static final class State {

        private long v0;
        private long v1;
        private long v2;
        private long v3;
        private long word;
        private int units;

        State(long first, long second) {
            v0 = first ^ 0x736f6d6570736575L;
            v1 = second ^ 0x646f72616e646f6dL;
            v2 = first ^ 0x6c7967656e657261L;
            v3 = second ^ 0x7465646279746573L;
        }

        State(State other) {
            v0 = other.v0;
            v1 = other.v1;
            v2 = other.v2;
            v3 = other.v3;
            word = other.word;
            units = other.units;
        }

        void add(String text) {
            for (int i = 0; i < text.length(); i++) {
                add(text.charAt(i));
            }
        }

        void add(char unit) {
            word |= (long) unit << ((units & 3) << 4);
            if ((++units & 3) == 0) {
                mix(word);
                word = 0;
            }
        }

        long finish() {
            mix(word);
            mix(units);
            v2 ^= 0xff;
            round();
            round();
            round();
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void mix(long more) {
            v3 ^= more;
            round();
            v0 ^= more;
        }

        private void round() {
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
