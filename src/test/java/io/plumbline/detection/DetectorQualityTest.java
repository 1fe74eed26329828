package io.plumbline.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.incidents.MemoryDecisions;
import io.plumbline.signals.Detector;
import io.plumbline.triage.Label;
import io.plumbline.triage.LabelChoice;
import io.plumbline.triage.LabelDesk;
import io.plumbline.triage.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectorQualityTest {

    private final MemoryDecisions decisions = new MemoryDecisions();
    private final LabelDesk desk = new LabelDesk(decisions);
    private final List<FlaggedRecord> records = new ArrayList<>();

    @Test
    void precisionAndRecallCountWhatLabelsSpeakTo() {
        label(flagged(FlagKind.PERSONAL_DATA, Detector.SENSITIVE_CONTENT.version()), LabelChoice.PERSONAL_DATA);
        label(flagged(FlagKind.PERSONAL_DATA, Detector.SENSITIVE_CONTENT.version()), LabelChoice.PERSONAL_DATA);
        label(flagged(FlagKind.PERSONAL_DATA, Detector.SENSITIVE_CONTENT.version()), LabelChoice.NOT_HARMFUL);
        label(flagged(FlagKind.RANDOM_AUDIT, "random-audit 1.0"), LabelChoice.PERSONAL_DATA);
        flagged(FlagKind.PERSONAL_DATA, Detector.SENSITIVE_CONTENT.version());
        label(flagged(FlagKind.PERSONAL_DATA, "sensitive-content 1.0"), LabelChoice.NOT_HARMFUL);

        DetectorQuality quality = DetectorQuality.of(Detector.SENSITIVE_CONTENT, Detector.SENSITIVE_CONTENT.version(), records, Labels.of(decisions));

        assertThat(quality.flagged()).isEqualTo(4);
        assertThat(List.of(quality.confirmed(), quality.judged())).containsExactly(2L, 3L);
        assertThat(List.of(quality.found(), quality.cases())).containsExactly(2L, 3L);
    }

    @Test
    void withoutLabelsNothingIsJudged() {
        flagged(FlagKind.TOXIC, Detector.TOXICITY.version());
        DetectorQuality quality = DetectorQuality.of(Detector.TOXICITY, Detector.TOXICITY.version(), records, Labels.of(decisions));
        assertThat(quality.judged()).isZero();
        assertThat(quality.cases()).isZero();
    }

    private FlaggedRecord flagged(FlagKind kind, String version) {
        FlaggedRecord record = new FlaggedRecord("m/" + records.size(), "r" + records.size(), Instant.EPOCH, "benign",
            List.of(new Flag(kind, "d", version, Double.NaN, "", false, List.of())));
        records.add(record);
        return record;
    }

    private void label(FlaggedRecord record, LabelChoice choice) {
        desk.give(record, choice, LabelDesk.Certainty.SURE, "", Label.Rating.FIRST);
    }
}
