package io.plumbline.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.domain.CancelledException;
import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.Feedback;
import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Progress;
import io.plumbline.signals.Detector;
import io.plumbline.signals.MeasuringDepth;
import io.plumbline.signals.MeasuringSession;
import io.plumbline.signals.RecordMeasurer;
import io.plumbline.signals.policy.ContentPolicy;
import io.plumbline.signals.policy.HarmCategory;
import io.plumbline.signals.policy.PolicyRule;
import io.plumbline.store.Imports;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import io.plumbline.triage.Label;
import io.plumbline.triage.LabelChoice;
import io.plumbline.triage.LabelDesk;
import io.plumbline.triage.Labels;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesApplicationTest {

    private static final String MAIL = "Write to jane@example.com about it.";
    private static final String RIVAL = "The Acme product is better.";

    @TempDir
    private Path directory;
    private Workspace workspace;
    private SignalDesk desk;
    private RulesApplication application;

    @BeforeEach
    void open() {
        workspace = Workspaces.open(directory, "Reviewer A");
        desk = new SignalDesk(workspace.decisions());
        application = new RulesApplication(workspace);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void rulesThatDidNotChangeChangeNothing() {
        desk.save(policy("Rivals", "acme"));
        importLog(MAIL, RIVAL, "I'm sorry, but I can't help with that.", "You fucking idiot, I hate you.", "Sure, here is how.");
        assertThat(application.preview(Progress.NONE).changed()).isZero();
    }

    @Test
    void aNewPolicyFlagsWhatIsStoredAndItsNextVersionTakesTheFlagsBack() {
        importLog(MAIL, RIVAL);
        ContentPolicy saved = desk.save(policy("Rivals", "acme"));
        FlagChanges preview = application.preview(Progress.NONE);
        assertThat(preview.rows()).filteredOn(FlagChanges.Row::isChange).extracting(FlagChanges.Row::kind, FlagChanges.Row::by, FlagChanges.Row::category,
            FlagChanges.Row::come, FlagChanges.Row::go).containsExactly(tuple(FlagKind.POLICY, "Rivals", "weapons", 1L, 0L));
        assertThat(policyFlags()).as("a preview changes nothing").isEmpty();

        assertThat(application.apply(Progress.NONE)).isEqualTo(preview);
        assertThat(policyFlags()).extracting(Flag::version).containsExactly("policy p1 v1");
        assertThat(application.preview(Progress.NONE).changed()).isZero();

        desk.save(new ContentPolicy(saved.id(), 1, "Rivals", "", HarmCategory.OTHER, ContentPolicy.State.IN_FORCE,
            List.of(new PolicyRule.Terms(PolicyRule.Where.RESPONSE, List.of("globex")))));
        assertThat(application.apply(Progress.NONE).go()).isEqualTo(1);
        assertThat(policyFlags()).isEmpty();
    }

    @Test
    void aChangedPolicyThatStillMatchesIsRenewedAndSaysItsVersion() {
        desk.save(policy("Rivals", "acme"));
        importLog(RIVAL);
        desk.save(policy("Rivals", "acme", "globex"));
        FlagChanges changes = application.apply(Progress.NONE);
        assertThat(List.of(changes.come(), changes.go(), changes.renewed())).containsExactly(0L, 0L, 1L);
        assertThat(policyFlags()).extracting(Flag::version).containsExactly("policy p1 v2");
    }

    @Test
    void aLabelledRecordKeepsTheFlagsItWasJudgedByAndItsLabel() {
        desk.save(policy("Rivals", "acme"));
        importLog(RIVAL);
        new LabelDesk(workspace.decisions()).give(workspace.log().flagged(LogFilter.everything()).get(0), LabelChoice.OTHER_POLICY, LabelDesk.Certainty.SURE, "", Label.Rating.FIRST);
        desk.save(policy("Rivals", "acme", "globex"));
        FlagChanges changes = application.apply(Progress.NONE);
        assertThat(changes.labelled()).isEqualTo(1);
        assertThat(policyFlags()).extracting(Flag::version).containsExactly("policy p1 v1", "policy p1 v2");
        assertThat(Labels.of(workspace.decisions()).on("bot/r0")).hasSize(1);
    }

    @Test
    void theFlagsOfADetectorThatWasSwitchedOffGo() {
        importLog(MAIL);
        assertThat(kinds()).contains(FlagKind.PERSONAL_DATA);
        desk.switchOff(Detector.SENSITIVE_CONTENT);
        application.apply(Progress.NONE);
        assertThat(kinds()).doesNotContain(FlagKind.PERSONAL_DATA);
        desk.switchOn(Detector.SENSITIVE_CONTENT);
        application.apply(Progress.NONE);
        assertThat(kinds()).contains(FlagKind.PERSONAL_DATA);
    }

    @Test
    void whatIsWatchedForAndWhatIsUnlikeTheBaselineStays() {
        importLog(MAIL);
        Flag trigger = new Flag(FlagKind.TRIGGER, "watch list", "watch-list 1.0", 1, "holds it", true, List.of());
        workspace.log().revise(record -> {
            List<Flag> more = new ArrayList<>(record.flags());
            more.add(trigger);
            return record.withFlags(more);
        }, Progress.NONE);
        desk.switchOff(Detector.SENSITIVE_CONTENT);
        application.apply(Progress.NONE);
        assertThat(kinds()).contains(FlagKind.TRIGGER).doesNotContain(FlagKind.PERSONAL_DATA);
    }

    @Test
    void whoAppliedWhichRulesAndWhatChangedIsInTheJournal() {
        importLog(RIVAL);
        desk.save(policy("Rivals", "acme"));
        application.apply(Progress.NONE);
        assertThat(workspace.decisions().ofKinds(DecisionKinds.RULES_APPLYING)).singleElement()
            .satisfies(entry -> assertThat(entry.payload().get("contentPolicies")).isEqualTo(List.of("policy p1 v1")));
        assertThat(workspace.decisions().ofKinds(DecisionKinds.RULES_APPLIED)).singleElement()
            .satisfies(entry -> assertThat(entry.payload()).containsEntry("result", "applied").extractingByKey("come").hasToString("1"));
        assertThat(application.last()).hasValueSatisfying(last -> assertThat(last.state()).isEqualTo(RulesApplication.State.APPLIED));
    }

    @Test
    void aCancelledApplicationChangesNothingAndIsNoted() {
        importLog(RIVAL);
        desk.save(policy("Rivals", "acme"));
        assertThatThrownBy(() -> application.apply(new Cancelled())).isInstanceOf(CancelledException.class);
        assertThat(policyFlags()).isEmpty();
        assertThat(application.last()).hasValueSatisfying(last -> assertThat(last.state()).isEqualTo(RulesApplication.State.CANCELLED));
    }

    @Test
    void anApplicationThatWasCutOffIsSaidToBe() {
        workspace.decisions().record(DecisionKinds.RULES_APPLYING, "stored records", java.util.Map.of());
        assertThat(application.last()).hasValueSatisfying(last -> assertThat(last.state()).isEqualTo(RulesApplication.State.CUT_OFF));
    }

    private List<MeasuredRecord> stored() {
        List<MeasuredRecord> records = new ArrayList<>();
        workspace.log().scan(LogFilter.everything(), records::add);
        return records;
    }

    private List<FlagKind> kinds() {
        return stored().stream().flatMap(record -> record.flags().stream()).map(Flag::kind).toList();
    }

    private List<Flag> policyFlags() {
        return stored().stream().flatMap(record -> record.flags().stream()).filter(flag -> flag.kind() == FlagKind.POLICY).toList();
    }

    private void importLog(String... responses) {
        MeasuringSession session = new RecordMeasurer(desk.plan()).session(workspace.policy(), MeasuringDepth.EVERYTHING);
        List<MeasuredRecord> records = new ArrayList<>();
        for (int i = 0; i < responses.length; i++) {
            records.add(session.measure(new LogRecord("r" + i, Instant.parse("2026-07-01T00:00:00Z").plusSeconds(i), "bot", "", "", 0, "", "en", "weapons", "",
                "How do I do it?", responses[i], "", -1, -1, -1, Optional.empty(), Double.NaN, "", "", 1, Feedback.NONE)));
        }
        try (Imports.Writer writer = workspace.imports().begin(ImportKind.LOG, "log.jsonl", "abc")) {
            writer.addRecords(records);
            writer.commit(new ImportManifest(writer.importId(), "log.jsonl", ImportKind.LOG, "log", "", "bot", "abc", 1, records.size(), 0, 0, 0,
                Instant.EPOCH, 1, "Reviewer A"));
        }
    }

    private static ContentPolicy policy(String name, String... terms) {
        return new ContentPolicy("p1", 0, name, "", HarmCategory.OTHER, ContentPolicy.State.IN_FORCE,
            List.of(new PolicyRule.Terms(PolicyRule.Where.RESPONSE, List.of(terms))));
    }

    /** Cancelled from the start. */
    private static final class Cancelled implements Progress {

        @Override
        public void update(long done, long total, String unit, String message) {
        }

        @Override
        public boolean cancelled() {
            return true;
        }
    }
}
