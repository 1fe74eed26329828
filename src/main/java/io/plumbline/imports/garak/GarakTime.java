package io.plumbline.imports.garak;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times as garak writes them: ISO-8601, mostly without a zone, which then counts as UTC. */
final class GarakTime {

    private GarakTime() {
    }

    static Optional<Instant> of(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noZone) {
            try {
                return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException noTime) {
                return Optional.empty();
            }
        }
    }
}
