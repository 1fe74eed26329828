package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.Feedback;
import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Progress;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Reject;
import io.plumbline.domain.Sample;
import io.plumbline.domain.SignalValues;
import io.plumbline.domain.TextSpan;
import io.plumbline.domain.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportsTest {

    private static final String HOSTILE = "\u0000 \u202e\u200b \ud83d\ude00 half \ud800 '; drop table sample; -- </script> \r\n\t\"";

    @TempDir
    Path directory;
    private H2Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspaces.open(directory, "Reviewer A");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void reopen() {
        workspace.close();
        workspace = Workspaces.open(directory, "Reviewer A");
    }

    @Test
    void aRecordComesBackExactlyAsItWentIn() {
        LogRecord log = new LogRecord(HOSTILE, Instant.parse("1969-12-31T23:59:59.123456789Z"), "model/" + HOSTILE, "", HOSTILE, 0, HOSTILE,
            "", HOSTILE, HOSTILE, HOSTILE + "x".repeat(2_500_000), "", HOSTILE, -1, -1, -1, Optional.empty(), Double.NaN, "", "direct",
            0.1 + 0.2, Feedback.DOWN);
        MeasuredRecord strange = new MeasuredRecord(log, Verdict.PARTIALLY_REFUSED, List.of(new TextSpan(0, 3), new TextSpan(5, 5)), "v 1", log.language(), log.topic(),
            SignalValues.NONE,
            List.of(new Flag(FlagKind.HIDDEN_TEXT, HOSTILE, "", Double.NaN, HOSTILE, true, List.of(new TextSpan(1, 2))),
                new Flag(FlagKind.TOXIC, "d", "1", 1 / 3.0, "", false, List.of())));

        Records.importLog(workspace, "log.jsonl", List.of(strange, Records.record(1)));
        reopen();

        assertThat(workspace.log().find(ProductionLog.keyOf(strange))).contains(strange);
        assertThat(workspace.log().page(LogFilter.everything(), 0, 10)).containsExactly(Records.record(1));
        assertThat(workspace.log().page(LogFilter.everything().canariesOnly(), 0, 10)).containsExactly(strange);
    }

    @Test
    void aRunComesBackExactlyAsItWentIn() {
        EvaluationRun run;
        Sample sample = new Sample("run-1", 0, HOSTILE, 1, "weapons", PromptIntent.HARMFUL, HOSTILE, "x".repeat(1_200_000), true,
            List.of(new Judgement("human", Verdict.REFUSED, HOSTILE), new Judgement("llamaguard2", Verdict.UNSCORED, "")),
            Map.of("note", HOSTILE));
        Sample silent = new Sample("run-1", 1, "k", 2, "", PromptIntent.UNSPECIFIED, "p", "", false, List.of(), Map.of());
        try (Imports.Writer writer = workspace.imports().begin(ImportKind.RUN, "run.json", "abc")) {
            run = new EvaluationRun("run-1", writer.importId(), "llama", "ablation", "jailbreakbench", "refusal_direction", "run.json",
                Optional.of(Instant.parse("2024-02-01T00:00:00Z")), 2, 1, List.of("human", "llamaguard2"), Map.of("version", HOSTILE));
            writer.addRun(run, List.of(sample, silent));
            assertThat(workspace.runs().list()).as("before the commit").isEmpty();
            assertThat(workspace.runs().samples("run-1")).as("before the commit").isEmpty();
            writer.commit(Records.manifest(writer, ImportKind.RUN, "run.json", "abc", 2));
        }
        reopen();

        assertThat(workspace.runs().list()).containsExactly(run);
        assertThat(workspace.runs().samples("run-1")).containsExactly(sample, silent);
        assertThat(workspace.runs().find("run-")).contains(run);
        assertThat(workspace.runs().find("run.json")).contains(run);
        assertThat(workspace.runs().find("other")).isEmpty();
    }

    @Test
    void nothingOfAnImportIsSeenBeforeItsCommit() {
        try (Imports.Writer writer = workspace.imports().begin(ImportKind.LOG, "log.jsonl", "abc")) {
            writer.addRecords(Records.records(0, 2500));
            writer.addReject(new Reject(7, "no time", "{"));

            List<MeasuredRecord> seen = new ArrayList<>();
            workspace.log().scan(LogFilter.everything(), seen::add);
            assertThat(seen).isEmpty();
            assertThat(workspace.log().count(LogFilter.everything())).isZero();
            assertThat(workspace.log().range(LogFilter.everything())).isEmpty();
            assertThat(workspace.log().find("support-bot-v3/r000000001")).isEmpty();
            assertThat(workspace.log().times(LogFilter.everything())).isEmpty();
            assertThat(workspace.imports().list()).isEmpty();
            assertThat(workspace.imports().findByHash("abc")).isEmpty();
            assertThat(workspace.imports().rejects(writer.importId(), 0, 10)).isEmpty();

            writer.commit(Records.manifest(writer, ImportKind.LOG, "log.jsonl", "abc", 2500));
        }
        assertThat(workspace.log().count(LogFilter.everything())).isEqualTo(2500);
        assertThat(workspace.imports().findByHash("abc")).isPresent();
        assertThat(workspace.imports().rejects(workspace.imports().list().get(0).id(), 0, 10)).containsExactly(new Reject(7, "no time", "{"));
    }

    @Test
    void anImportThatIsClosedWithoutCommitLeavesNothingBehind() {
        try (Imports.Writer writer = workspace.imports().begin(ImportKind.LOG, "log.jsonl", "abc")) {
            writer.addRecords(Records.records(0, 1500));
        }
        String id = Records.importLog(workspace, "again.jsonl", Records.records(0, 1500));

        assertThat(workspace.imports().list()).extracting("id").containsExactly(id);
        assertThat(workspace.log().count(LogFilter.everything())).isEqualTo(1500);
    }

    @Test
    void aRecordOfTheSameModelAndIdIsStoredOnce() {
        List<MeasuredRecord> twice = new ArrayList<>(Records.records(0, 10));
        twice.addAll(Records.records(5, 12));
        try (Imports.Writer writer = workspace.imports().begin(ImportKind.LOG, "a.jsonl", "a")) {
            assertThat(writer.addRecords(twice)).as("in one batch").isEqualTo(5);
            assertThat(writer.addRecords(Records.records(11, 15))).as("in two batches").isEqualTo(1);
            writer.commit(Records.manifest(writer, ImportKind.LOG, "a.jsonl", "a", 15));
        }
        try (Imports.Writer writer = workspace.imports().begin(ImportKind.LOG, "b.jsonl", "b")) {
            assertThat(writer.addRecords(Records.records(10, 20))).as("across imports").isEqualTo(5);
            writer.commit(Records.manifest(writer, ImportKind.LOG, "b.jsonl", "b", 5));
        }
        assertThat(workspace.log().count(LogFilter.everything())).isEqualTo(20);
        assertThat(workspace.log().page(LogFilter.everything(), 0, 100)).isEqualTo(Records.records(0, 20));
    }

    @Test
    void aRunThatIsThereAlreadyIsRefusedWithASentence() {
        EvaluationRun run = new EvaluationRun("run-1", "i", "llama", "", "suite", "f", "run.json", Optional.empty(), 0, 0, List.of(), Map.of());
        try (Imports.Writer writer = workspace.imports().begin(ImportKind.RUN, "run.json", "abc")) {
            writer.addRun(run, List.of());
            assertThatThrownBy(() -> writer.addRun(run, List.of())).isInstanceOf(InputException.class).hasMessageContaining("already");
        }
    }

    @Test
    void onlyOneImportRunsAtATime() {
        try (Imports.Writer writer = workspace.imports().begin(ImportKind.LOG, "a.jsonl", "a")) {
            assertThatThrownBy(() -> workspace.imports().begin(ImportKind.LOG, "b.jsonl", "b")).isInstanceOf(InputException.class)
                .hasMessageContaining("a.jsonl is being imported");
            assertThat(writer.importId()).isNotEmpty();
        }
        workspace.imports().begin(ImportKind.LOG, "b.jsonl", "b").close();
    }

    @Test
    void undoTakesTheWholeImportBackAndSaysSoInTheJournal() {
        String first = Records.importLog(workspace, "a.jsonl", Records.records(0, 6000));
        Records.importLog(workspace, "b.jsonl", Records.records(6000, 6100));
        List<WorkspaceChanges.Change> published = new ArrayList<>();
        workspace.changes().subscribe(published::add);
        List<Long> done = new ArrayList<>();

        workspace.imports().undo(first, new Progress() {
            @Override
            public void update(long amount, long total, String unit, String message) {
                done.add(amount);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });

        assertThat(done).last().isEqualTo(6000L);
        assertThat(workspace.log().page(LogFilter.everything(), 0, 1000)).isEqualTo(Records.records(6000, 6100));
        assertThat(workspace.decisions().ofKinds(DecisionKinds.IMPORT_UNDONE)).extracting("subject").containsExactly(first);
        assertThat(published).containsExactly(WorkspaceChanges.Change.DECISIONS, WorkspaceChanges.Change.IMPORTS);
        assertThatThrownBy(() -> workspace.imports().undo(first, Progress.NONE)).isInstanceOf(InputException.class);
        reopen();
        assertThat(workspace.log().count(LogFilter.everything())).isEqualTo(100);
        assertThat(Records.importLog(workspace, "a.jsonl", Records.records(0, 6000))).isNotEqualTo(first);
        assertThat(workspace.log().count(LogFilter.everything())).isEqualTo(6100);
    }
}
