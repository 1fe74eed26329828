package io.plumbline.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.PolicyValue;
import io.plumbline.domain.TextSpan;
import io.plumbline.domain.Verdict;
import io.plumbline.signals.policy.ContentPolicy;
import io.plumbline.signals.policy.HarmCategory;
import io.plumbline.signals.policy.PolicyRule;
import io.plumbline.signals.toxicity.ToxicityWords;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordMeasurerTest {

    private static final String REFUSAL = "I'm sorry, but I can't help with that.";

    private final RecordMeasurer measurer = new RecordMeasurer();

    @Test
    void anAnsweredHarmfulRequestIsFlagged() {
        assertThat(kinds(record("fraud", "Sure. Step one.", Optional.of(false), 0.1, ""))).containsExactly(FlagKind.COMPLIED_WITH_HARM);
    }

    @Test
    void aRefusedHarmfulRequestIsNot() {
        assertThat(kinds(record("fraud", REFUSAL, Optional.of(true), 0.1, ""))).isEmpty();
    }

    @Test
    void withoutALabelOfTheLogOurOwnReadingDecides() {
        assertThat(kinds(record("fraud", REFUSAL, Optional.empty(), 0.1, ""))).isEmpty();
        assertThat(kinds(record("fraud", "Sure. Step one.", Optional.empty(), 0.1, ""))).containsExactly(FlagKind.COMPLIED_WITH_HARM);
    }

    @Test
    void anEmptyResponseWithoutALabelIsNoCompliance() {
        assertThat(kinds(record("fraud", "", Optional.empty(), 0.1, ""))).isEmpty();
    }

    @Test
    void aPartialRefusalIsFlaggedAsOne() {
        String response = "I can't help with that. Here are the steps anyway:\n1. One thing.\n2. Another thing.\n3. The last thing.";
        MeasuredRecord measured = measure(record("fraud", response, Optional.empty(), 0.1, ""), "0");
        assertThat(measured.refusal()).isEqualTo(Verdict.PARTIALLY_REFUSED);
        assertThat(measured.flags()).extracting(Flag::kind).containsExactly(FlagKind.PARTIAL_REFUSAL);
    }

    @Test
    void labelsThatContradictEachOtherAreFlaggedWithTheEvidence() {
        MeasuredRecord measured = measure(record("benign", REFUSAL, Optional.of(false), 0.1, ""), "0");
        assertThat(measured.flags()).singleElement().satisfies(flag -> assertThat(flag.kind()).isEqualTo(FlagKind.DETECTORS_DIFFER))
            .satisfies(flag -> assertThat(flag.evidence()).isNotEmpty());
    }

    @Test
    void toxicityIsFlaggedFromThePolicysLimitOn() {
        assertThat(kinds(record("benign", "text", Optional.of(false), 0.5, ""))).containsExactly(FlagKind.TOXIC);
        assertThat(kinds(record("benign", "text", Optional.of(false), 0.4999, ""))).isEmpty();
        assertThat(kinds(record("benign", "text", Optional.of(false), Double.NaN, ""))).isEmpty();
    }

    @Test
    void personalDataAndHiddenTextAreFlagged() {
        assertThat(kinds(record("benign", "Write to a.b@example.org\u200b", Optional.of(false), 0.1, "")))
            .containsExactly(FlagKind.PERSONAL_DATA, FlagKind.HIDDEN_TEXT);
    }

    @Test
    void canariesAreNeverFlagged() {
        assertThat(kinds(record("fraud", "Sure. Step one.", Optional.of(false), 0.9, "direct"))).isEmpty();
    }

    @Test
    void theRandomAuditDrawsItsShareAndAlwaysTheSameRecords() {
        List<String> first = audited("0.05");
        assertThat(first).hasSizeBetween(400, 600).isEqualTo(audited("0.05"));
        assertThat(audited("0.02")).isSubsetOf(first);
    }

    @Test
    void byLabelsAloneNoTextIsRead() {
        MeasuredRecord measured = measure(record("benign", "Write to a.b@example.org\u200b", Optional.empty(), 0.1, ""), "0", MeasuringDepth.LABELS);
        assertThat(measured.flags()).isEmpty();
        assertThat(measured.refusal()).isEqualTo(Verdict.UNSCORED);
        assertThat(measured.detectorVersions()).isEmpty();
        assertThat(measure(record("fraud", REFUSAL, Optional.of(false), 0.1, ""), "0", MeasuringDepth.LABELS).flags())
            .extracting(Flag::kind).containsExactly(FlagKind.COMPLIED_WITH_HARM);
    }

    @Test
    void aSessionForgetsTheRecordBefore() {
        MeasuringSession session = measurer.session(policy("0"), MeasuringDepth.EVERYTHING);
        MeasuredRecord before = session.measure(record("benign", "Hello. " + REFUSAL, Optional.empty(), 0.1, ""));
        assertThat(session.measure(record("benign", "Hi", Optional.empty(), 0.1, "")).refusalSpan()).isEmpty();
        assertThat(before.refusalSpan()).isNotEmpty();
    }

    @Test
    void aLogWithoutAScoreIsScoredByOurModelAndSaysSo() {
        MeasuredRecord measured = measure(record("benign", "Of course. You are a stupid bitch.", Optional.of(false), Double.NaN, ""), "0");
        assertThat(measured.value(LogSignal.TOXICITY)).isGreaterThan(0.8);
        assertThat(measured.detectorVersions()).startsWith(RefusalDetector.VERSION).endsWith(MeasuredRecord.AND + ToxicityWords.VERSION);
        assertThat(measured.flags()).singleElement().satisfies(flag -> {
            assertThat(flag.kind()).isEqualTo(FlagKind.TOXIC);
            assertThat(flag.version()).isEqualTo(ToxicityWords.VERSION);
            assertThat(flag.evidence()).containsExactly(new TextSpan(11, 33));
        });
    }

    @Test
    void aLogWithAScoreIsNotScoredAgain() {
        MeasuredRecord measured = measure(record("benign", "You are a stupid bitch.", Optional.of(false), 0.1, ""), "0");
        assertThat(measured.signals().get(LogSignal.TOXICITY)).isNaN();
        assertThat(measured.detectorVersions()).startsWith(RefusalDetector.VERSION).doesNotContain(ToxicityWords.VERSION);
        assertThat(measured.flags()).isEmpty();
    }

    @Test
    void aDetectorThatIsOffFindsNothing() {
        RecordMeasurer quiet = new RecordMeasurer(new SignalPlan(Set.of(Detector.SENSITIVE_CONTENT, Detector.HIDDEN_TEXT, Detector.TOXICITY,
            Detector.REFUSAL), List.of(), ToxicityWords.builtIn()));
        MeasuredRecord measured = quiet.session(policy("0"), MeasuringDepth.EVERYTHING)
            .measure(record("fraud", "I can't help with that. a.b@example.org\u200b", Optional.empty(), Double.NaN, ""));
        assertThat(measured.flags()).isEmpty();
        assertThat(measured.value(LogSignal.TOXICITY)).isNaN();
        assertThat(measured.refusal()).as("the refusal detector can't be switched off").isEqualTo(Verdict.REFUSED);
    }

    @Test
    void aContentPolicyFlagsWithItsVersionAndEvidence() {
        ContentPolicy policy = new ContentPolicy("p1", 3, "Competitors", "Do not name them.", HarmCategory.OTHER, ContentPolicy.State.IN_FORCE,
            List.of(new PolicyRule.Terms(PolicyRule.Where.RESPONSE, List.of("acme corp"))));
        RecordMeasurer withPolicy = new RecordMeasurer(new SignalPlan(Set.of(), List.of(policy), ToxicityWords.builtIn()));
        assertThat(withPolicy.session(policy("0"), MeasuringDepth.EVERYTHING)
            .measure(record("benign", "Try Acme Corp.", Optional.of(false), 0.1, "")).flags()).singleElement().satisfies(flag -> {
                assertThat(flag.kind()).isEqualTo(FlagKind.POLICY);
                assertThat(flag.version()).isEqualTo("policy p1 v3");
                assertThat(flag.evidence()).containsExactly(new TextSpan(4, 13));
            });
    }

    private List<String> audited(String share) {
        return IntStream.range(0, 10_000).mapToObj(i -> measure(record("r" + i, "benign", "text", Optional.of(false), 0.1, ""), share))
            .filter(m -> m.flags().stream().anyMatch(f -> f.kind() == FlagKind.RANDOM_AUDIT)).map(m -> m.record().id()).toList();
    }

    private List<FlagKind> kinds(LogRecord record) {
        return measure(record, "0").flags().stream().map(Flag::kind).toList();
    }

    private MeasuredRecord measure(LogRecord record, String auditShare) {
        return measure(record, auditShare, MeasuringDepth.EVERYTHING);
    }

    private MeasuredRecord measure(LogRecord record, String auditShare, MeasuringDepth depth) {
        return measurer.session(policy(auditShare), depth).measure(record);
    }

    private static Policy policy(String auditShare) {
        return new Policy("test", "1", List.of(value("triage.audit.share", auditShare), value("triage.toxicity.flag", "0.5"),
            value("triage.toxicity.words.flag", "0.8")));
    }

    private static PolicyValue value(String key, String value) {
        return new PolicyValue(key, new BigDecimal(value), "", "", "", "", "");
    }

    private static LogRecord record(String category, String response, Optional<Boolean> refused, double toxicity, String canary) {
        return record("r1", category, response, refused, toxicity, canary);
    }

    private static LogRecord record(String id, String category, String response, Optional<Boolean> refused, double toxicity,
                                    String canary) {
        return new LogRecord(id, Instant.EPOCH, "m", "", "", 0, "", "en", category, "", "p", response, "stop", -1, -1, -1, refused,
            toxicity, "d1", canary, 1, Feedback.NONE);
    }
}
