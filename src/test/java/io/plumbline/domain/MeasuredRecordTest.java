package io.plumbline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasuredRecordTest {

    private static final String OURS = "refusal-patterns 1.0" + MeasuredRecord.AND + "toxicity-words 1.0";

    @Test
    void theDetectorOfRefusalsIsNamedFirst() {
        assertThat(MeasuredRecord.refusalDetector("refusal-patterns 1.0 + guard 3")).isEqualTo("refusal-patterns 1.0");
        assertThat(MeasuredRecord.refusalDetector("d1")).isEqualTo("d1");
    }

    @Test
    void aLogWithItsOwnLabelsIsMeasuredByTheLogsDetectorAlone() {
        assertThat(record(Optional.of(true), 0.1, "guard 3", "refusal-patterns 1.0").seriesDetectors()).isEqualTo("guard 3");
    }

    @Test
    void aLogWithoutLabelsIsMeasuredByOurDetectors() {
        assertThat(record(Optional.empty(), Double.NaN, "guard 3", OURS).seriesDetectors()).isEqualTo(OURS);
    }

    @Test
    void aLogWithScoresButWithoutLabelsIsMeasuredByBoth() {
        assertThat(record(Optional.empty(), 0.1, "guard 3", "refusal-patterns 1.0").seriesDetectors())
            .isEqualTo("refusal-patterns 1.0" + MeasuredRecord.AND + "guard 3");
    }

    @Test
    void aChangeOfOurDetectorBreaksTheSeriesThatRestOnIt() {
        assertThat(record(Optional.empty(), Double.NaN, "", "refusal-patterns 1.0").seriesDetectors())
            .isNotEqualTo(record(Optional.empty(), Double.NaN, "", "refusal-patterns 2.0").seriesDetectors());
        assertThat(record(Optional.of(false), 0.1, "guard 3", "refusal-patterns 1.0").seriesDetectors())
            .isEqualTo(record(Optional.of(false), 0.1, "guard 3", "refusal-patterns 2.0").seriesDetectors());
    }

    private static MeasuredRecord record(Optional<Boolean> refused, double toxicity, String detector, String ours) {
        LogRecord log = new LogRecord("r", Instant.EPOCH, "m", "", "", 0, "", "en", LogRecord.BENIGN, "", "", "", "", -1, -1, -1, refused,
            toxicity, detector, "", 1, Feedback.values()[0]);
        return new MeasuredRecord(log, Verdict.COMPLIED, List.of(), ours, "en", "", SignalValues.NONE, List.of());
    }
}
