package io.plumbline.signals.sensitive;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.SignalValues;
import io.plumbline.domain.TextSpan;
import io.plumbline.domain.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaskedRecordTest {

    @Test
    void bothTextsAreCoveredAndSpansMoveWithThem() {
        MeasuredRecord masked = MaskedRecord.of(record("I am jane@example.com", "jane@example.com: I can't help.", new TextSpan(18, 31)));
        assertThat(masked.record().prompt()).isEqualTo("I am [e-mail address]");
        assertThat(masked.record().response()).isEqualTo("[e-mail address]: I can't help.");
        assertThat(masked.refusalSpan()).containsExactly(new TextSpan(18, 31));
        assertThat(masked.flags().get(0).evidence()).containsExactly(new TextSpan(0, 16));
    }

    @Test
    void aRecordWithNothingToCoverIsItself() {
        MeasuredRecord plain = record("Hello", "I can't help.", new TextSpan(0, 12));
        assertThat(MaskedRecord.of(plain)).isSameAs(plain);
    }

    private static MeasuredRecord record(String prompt, String response, TextSpan refusal) {
        LogRecord log = new LogRecord("r", Instant.EPOCH, "m", "", "", 0, "", "en", LogRecord.BENIGN, "", prompt, response, "", -1, -1, -1,
            Optional.empty(), Double.NaN, "", "", 1, Feedback.NONE);
        return new MeasuredRecord(log, Verdict.REFUSED, List.of(refusal), "", "en", "", SignalValues.NONE,
            List.of(new Flag(FlagKind.PERSONAL_DATA, "d", "v", Double.NaN, "", false, List.of(new TextSpan(0, 16)))));
    }
}
