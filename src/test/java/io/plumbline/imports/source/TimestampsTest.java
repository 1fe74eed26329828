package io.plumbline.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-05-01T08:15:30Z | 2026-05-01T08:15:30Z",
        "2026-05-01T10:15:30.25+02:00 | 2026-05-01T08:15:30.250Z",
        "2026-05-01 08:15:30.1234567 | 2026-05-01T08:15:30.123456700Z",
        "2026-05-01 08:15:30.25 UTC | 2026-05-01T08:15:30.250Z",
        "2026-05-01 08:15:30+00 | 2026-05-01T08:15:30Z",
        "2026-05-01 10:15:30.5 +0200 | 2026-05-01T08:15:30.500Z",
        "2026-05-01T00:15:30.5-08:00 | 2026-05-01T08:15:30.500Z",
        "2026-05-01T08:15:30.1234567891Z | 2026-05-01T08:15:30.123456789Z",
        "2026-05-01 | 2026-05-01T00:00:00Z",
        "1777623330 | 2026-05-01T08:15:30Z",
        "1777623330.25 | 2026-05-01T08:15:30.250Z",
        "1.77762333025E9 | 2026-05-01T08:15:30.250Z",
        "1777623330250 | 2026-05-01T08:15:30.250Z",
        "1777623330250001 | 2026-05-01T08:15:30.250001Z",
        "1777623330250001002 | 2026-05-01T08:15:30.250001002Z",
        "May 1, 2026 @ 08:15:30.250 | 2026-05-01T08:15:30.250Z",
        "2026-05-01 08:15:30,250 | 2026-05-01T08:15:30.250Z",
        "2026/05/01 08:15:30 | 2026-05-01T08:15:30Z",
        "01/May/2026:10:15:30 +0200 | 2026-05-01T08:15:30Z",
        "20260501T081530Z | 2026-05-01T08:15:30Z",
        "Fri, 01 May 2026 08:15:30 GMT | 2026-05-01T08:15:30Z",
        "2026-05-01 10:15:30.250 Europe/Berlin | 2026-05-01T08:15:30.250Z"})
    void everyToolsWayToWriteAMomentIsRead(String written, String meant) {
        assertThat(Timestamps.read(written)).contains(Instant.parse(meant));
    }

    @Test
    void unitsOfNumbersAreToldBySize() {
        Instant meant = Instant.parse("2026-05-01T08:15:30Z");
        assertThat(Timestamps.read(1_777_623_330L)).contains(meant);
        assertThat(Timestamps.read(1_777_623_330_000L)).contains(meant);
        assertThat(Timestamps.read(1_777_623_330_000_000L)).contains(meant);
        assertThat(Timestamps.read(1_777_623_330_000_000_000L)).contains(meant);
        assertThat(Timestamps.read(1_777_623_330.5)).contains(meant.plusMillis(500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "never", "2026-13-01", "2026-05-01T25:00:00Z", "1e400", "1e999999999", "05/01/2026 08:15:30", "2026-05-01 08:15:30 Mars/Base", "--", "+", "2026-05-01T08", "."})
    void whatIsNoMomentIsNone(String written) {
        assertThat(Timestamps.read(written)).isEmpty();
    }

    @Test
    void onlyTimesOfDayWithoutZoneLackOne() {
        assertThat(Timestamps.lacksZone("2026-05-01 08:15:30")).isTrue();
        assertThat(Timestamps.lacksZone("2026-05-01T08:15:30.123")).isTrue();
        assertThat(Timestamps.lacksZone("2026-05-01 08:15:30 UTC")).isFalse();
        assertThat(Timestamps.lacksZone("2026-05-01T08:15:30-08:00")).isFalse();
        assertThat(Timestamps.lacksZone("2026-05-01T08:15:30Z")).isFalse();
        assertThat(Timestamps.lacksZone(1_777_623_330L)).isFalse();
    }
}
