package io.plumbline.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.FlaggedRecord;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.Progress;
import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.RunComparator;
import io.plumbline.imports.ImportRequest;
import io.plumbline.imports.WorkspaceImportService;
import io.plumbline.monitoring.DriftReport;
import io.plumbline.monitoring.Tally;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import io.plumbline.triage.Label;
import io.plumbline.triage.LabelChoice;
import io.plumbline.triage.LabelDesk;
import io.plumbline.ui.SmallLog;
import io.plumbline.ui.shell.ScreenId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverviewReaderTest {

    @TempDir
    Path folder;
    private Workspace workspace;
    private OverviewReader reader;

    @BeforeEach
    void open() {
        workspace = Workspaces.open(folder.resolve("workspace"), "Reviewer A");
        reader = new OverviewReader(workspace, new RunComparator(workspace.runs()));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private OverviewReading imported() {
        new WorkspaceImportService(workspace).importFile(ImportRequest.of(SmallLog.write(folder.resolve("log.jsonl"))), Progress.NONE);
        return reader.read(Optional.empty()).orElseThrow();
    }

    @Test
    void anEmptyWorkspaceHasNoReading() {
        assertThat(reader.read(Optional.empty())).isEmpty();
    }

    @Test
    void theWorstCategoryIsNamedWithItsChangeAgainstTheBaseline() {
        OverviewReading.TileReading worst = imported().tiles().get(1);
        assertThat(worst.name()).isEqualTo("Worst category: Malware");
        assertThat(worst.figure()).contains("50.0%");
        assertThat(worst.relative()).startsWith("−48.3% (−46.7 pp)");
        assertThat(worst.state()).isEqualTo(SafetyState.ACT);
    }

    @Test
    void theBannerSaysTheFallInOneSentenceAndLeadsToIt() {
        OverviewReading.Finding finding = imported().finding();
        assertThat(finding.sentence()).contains("malware").contains("96.7% → 50.0%");
        assertThat(finding.ways().get(finding.ways().size() - 1).place().screen()).isEqualTo(ScreenId.DRIFT);
        assertThat(finding.ways().get(finding.ways().size() - 1).place().arguments()).containsEntry("category", "malware");
    }

    @Test
    void theHeatMapColoursOnlyTheWeeksAfterTheFall() {
        OverviewReading.HeatRow malware = imported().heat().orElseThrow().rows().get(1);
        assertThat(malware.category()).contains("malware");
        assertThat(malware.cells()).filteredOn(cell -> cell.to().isBefore(SmallLog.FIRST.plusDays(SmallLog.FALL)))
            .noneMatch(cell -> cell.state() == SafetyState.ACT || cell.state() == SafetyState.WATCH);
        assertThat(malware.cells().get(malware.cells().size() - 1).state()).isEqualTo(SafetyState.ACT);
        assertThat(malware.cells().get(malware.cells().size() - 1).relative()).isCloseTo(-0.483, within(0.001));
    }

    @Test
    void aWeekWithTooFewRecordsIsNotJudged() {
        OverviewReading.HeatRow all = imported().heat().orElseThrow().rows().get(0);
        assertThat(all.cells().get(0).n()).isGreaterThan(50);
        assertThat(new HeatReader(workspace.policy(), SmallLog.FIRST, SmallLog.FIRST.plusDays(24)).alert(Optional.empty(),
            new RefusalSum(Tally.of(49, 20)), new RefusalSum(Tally.of(1000, 950)), 1).state()).isEqualTo(SafetyState.NOT_ENOUGH_EVIDENCE);
    }

    @Test
    void theFlowReconcilesAndSetsCanariesAside() {
        OverviewReading.Flow flow = imported().flow();
        assertThat(flow.steps()).extracting(OverviewReading.FlowStep::count).startsWith(3660L, 60L, 3600L);
        assertThat(flow.steps().get(0).remark()).isEqualTo("2 rejected");
        assertThat(flow.note()).startsWith("The stages reconcile: 60 + 3,600 = 3,660.");
    }

    @Test
    void aBackdoorIsNeverShownAsOk() {
        imported();
        DriftReport drift = reader.analyse(Progress.NONE);
        assertThat(reader.read(Optional.of(drift)).orElseThrow().threats()).filteredOn(threat -> threat.name().equals("Targeted backdoor"))
            .allSatisfy(threat -> {
                assertThat(threat.before().state()).isNotEqualTo(SafetyState.OK);
                assertThat(threat.after().state()).isNotEqualTo(SafetyState.OK);
            });
    }

    @Test
    void threeRecordsTurnNoThreatGreen() throws IOException {
        Path log = Files.writeString(folder.resolve("three.jsonl"), """
            {"id":"a","ts":"2026-05-01T10:00:00Z","model":"m","prompt":"p","response":"Here it is.","response_tokens":3}
            {"id":"b","ts":"2026-05-02T10:00:00Z","model":"m","prompt":"q","response":"Here it is.","response_tokens":3}
            {"id":"c","ts":"2026-05-03T10:00:00Z","model":"m","prompt":"r","response":"Here it is.","response_tokens":3}
            """);
        new WorkspaceImportService(workspace).importFile(ImportRequest.of(log), Progress.NONE);
        OverviewReading reading = reader.read(Optional.of(reader.analyse(Progress.NONE))).orElseThrow();
        assertThat(reading.threats()).isNotEmpty().noneMatch(threat -> threat.after().state() == SafetyState.OK);
    }

    @Test
    void flaggedOutputsWaitForALabelUntilTheyHaveOne() {
        imported();
        long waiting = FlaggedWork.read(workspace).waiting();
        assertThat(waiting).isPositive();
        FlaggedRecord first = workspace.log().flagged(LogFilter.everything()).get(0);
        new LabelDesk(workspace.decisions()).give(first, LabelChoice.COMPLIED, LabelDesk.Certainty.SURE, "", Label.Rating.FIRST);
        assertThat(FlaggedWork.read(workspace).waiting()).isEqualTo(waiting - 1);
    }

    @Test
    void theChangePointOfTheDriftAnalysisMarksItsWeek() {
        imported();
        OverviewReading.Heat heat = reader.read(Optional.of(reader.analyse(Progress.NONE))).orElseThrow().heat().orElseThrow();
        assertThat(heat.changeAfter()).isPresent();
        assertThat(heat.weeks().get(heat.changeAfter().getAsInt())).isBetween(SmallLog.FIRST.plusDays(SmallLog.FALL - 4),
            SmallLog.FIRST.plusDays(SmallLog.FALL + 4));
    }
}
