package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.MeasuredRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeenKeysTest {

    @Test
    void keysThatWentToDiskAreStillKnown() {
        Random random = new Random(3);
        Set<Long> known = new HashSet<>();
        try (SeenKeys seen = new SeenKeys(1000)) {
            for (int i = 0; i < 20_000; i++) {
                long hash = random.nextInt(4) == 0 ? random.nextInt(3000) : random.nextLong();
                assertThat(seen.add(hash)).as("key " + hash).isEqualTo(known.add(hash));
            }
        }
    }

    /** The reference values of the SipHash authors are for bytes and two rounds; what matters here is that keys are told apart. */
    @Test
    void aMillionKeysHaveAMillionHashes() {
        KeyHash hash = new KeyHash(1, 2);
        Set<Long> hashes = new HashSet<>();
        for (int i = 0; i < 1_000_000; i++) {
            hashes.add(hash.of("m" + i % 3 + "/" + i));
        }
        assertThat(hashes).hasSize(1_000_000);
        assertThat(hash.of("m/17")).isNotEqualTo(new KeyHash(1, 3).of("m/17"));
        List<MeasuredRecord> records = Records.records(0, 10);
        assertThat(hash.of(records)).isEqualTo(records.stream().mapToLong(r -> hash.of(r.record().model() + "/" + r.record().id())).toArray());
    }
}
