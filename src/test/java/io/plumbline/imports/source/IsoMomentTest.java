package io.plumbline.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoMomentTest {

    @Test
    void everyDayOfTwoCenturiesIsWhatJavaTimeSays() {
        for (LocalDate day = LocalDate.of(1900, 1, 1); day.getYear() < 2101; day = day.plusDays(1)) {
            assertThat(IsoMoment.read(day + "T23:59:58Z")).contains(Instant.parse(day + "T23:59:58Z"));
        }
    }

    @Test
    void randomMomentsAreWhatJavaTimeSays() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            Instant moment = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            ZoneOffset zone = ZoneOffset.ofTotalSeconds((random.nextInt(35 * 60) - 17 * 60) * 60);
            String text = OffsetDateTime.ofInstant(moment, zone).format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            assertThat(IsoMoment.read(text)).as(text).contains(moment);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-05-01 12:00:00", "2026-05-01T12:00:00.5", "2024-02-29T00:00:00"})
    void withoutAZoneItIsUtc(String text) {
        assertThat(IsoMoment.read(text)).contains(LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-05-01", "2026-13-01T12:00:00Z", "2026-02-29T12:00:00Z", "2026-05-01T24:00:00Z", "2026-05-01T12:00:60Z",
        "2026-05-01T12:00:00.Z", "2026-05-01T12:00:00+2", "2026-05-01T12:00:00+02:61", "2026-05-01T12:00:00 UTC", "2026-5-01T12:00:00ZZ",
        "2026-05-01T12:00:00.1234567891Z", "20a6-05-01T12:00:00Z", "1714564800123456789"})
    void whatIsWrittenOtherwiseIsLeftToJavaTime(String text) {
        assertThat(IsoMoment.read(text)).isEmpty();
    }
}
