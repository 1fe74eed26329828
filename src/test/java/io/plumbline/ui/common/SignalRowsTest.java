package io.plumbline.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.SignalValues;
import io.plumbline.domain.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignalRowsTest {

    private static final String OURS = "refusal-patterns 2.0" + MeasuredRecord.AND + "text-form 1.0" + MeasuredRecord.AND + "toxicity-words 1.0";

    @Test
    void everyNumberSaysWhoseItIs() {
        assertThat(SignalRows.of(record(Optional.empty(), Double.NaN, OURS))).containsExactly(
            new SignalRows.Row("Refusal", "complied", "refusal-patterns 2.0"), new SignalRows.Row("Toxicity", "0.250", "toxicity-words 1.0"),
            new SignalRows.Row("Response tokens", "7", "the log, guard 3"));
    }

    @Test
    void theLogsOwnScoreIsTheLogs() {
        assertThat(SignalRows.toxicity(record(Optional.of(true), 0.5, "refusal-patterns 2.0"))).isEqualTo("toxicity 0.500, the log, guard 3");
    }

    private static MeasuredRecord record(Optional<Boolean> refused, double toxicity, String ours) {
        LogRecord log = new LogRecord("r", Instant.EPOCH, "m", "", "", 0, "", "en", LogRecord.BENIGN, "", "", "", "", -1, 7, -1, refused, toxicity,
            "guard 3", "", 1, Feedback.NONE);
        return new MeasuredRecord(log, Verdict.COMPLIED, List.of(), ours, "en", "", Double.isNaN(toxicity)
            ? SignalValues.of(Map.of(LogSignal.TOXICITY, 0.25)) : SignalValues.NONE, List.of());
    }
}
