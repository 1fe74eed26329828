package io.plumbline.ui.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.LogFilter;
import io.plumbline.domain.Severity;
import io.plumbline.incidents.Incident;
import io.plumbline.incidents.IncidentScope;
import io.plumbline.incidents.IncidentStep;
import io.plumbline.incidents.ListWorkspace;
import io.plumbline.incidents.MemoryDecisions;
import io.plumbline.incidents.SampleLog;
import io.plumbline.incidents.TimelineEntry;
import io.plumbline.report.ReportFile;
import io.plumbline.report.TextDisclosure;
import io.plumbline.store.ProductionLog;
import io.plumbline.ui.common.SameThreadTaskRunner;
import io.plumbline.ui.common.TaskRunner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with incidents, without a window. */
class IncidentsViewModelTest {

    private static final IncidentScope JULY = IncidentScope.range(LocalDate.parse("2026-07-02"), LocalDate.parse("2026-07-29"));
    private static ProductionLog log;

    private final List<Throwable> failures = new ArrayList<>();
    private ListWorkspace workspace;
    private IncidentsViewModel model;

    @BeforeAll
    static void readTheSample() {
        log = SampleLog.read();
    }

    @BeforeEach
    void build() {
        workspace = new ListWorkspace(log, new MemoryDecisions());
        model = new IncidentsViewModel(workspace, new SameThreadTaskRunner(), failures::add,
            Clock.fixed(Instant.parse("2026-07-30T08:12:00Z"), ZoneOffset.UTC));
    }

    @Test
    void aBrushedRangeIsExaminedBeforeAnythingIsWritten() {
        model.consider(JULY);
        assertThat(model.page().get()).isInstanceOfSatisfying(IncidentsPage.Opening.class,
            opening -> assertThat(opening.investigation().orElseThrow().severity().severity()).isEqualTo(Severity.CRITICAL));
        assertThat(workspace.decisions().head().sequence()).isZero();
    }

    @Test
    void aListAskedForEarlierDoesNotReplaceTheDaysAskedForSince() {
        LateTaskRunner late = new LateTaskRunner();
        IncidentsViewModel slow = new IncidentsViewModel(workspace, late, failures::add, Clock.systemUTC());
        slow.list();
        slow.consider(JULY);
        late.finishAll();
        assertThat(slow.page().get()).isInstanceOf(IncidentsPage.Opening.class);
    }

    @Test
    void openingKeepsTheEvidenceThatWasSeen() {
        openOne();
        assertThat(incident().id()).isEqualTo("INC-001");
        assertThat(((IncidentsPage.One) model.page().get()).investigation()).isPresent();
    }

    @Test
    void flaggedRecordsAreConsideredByTheirDaysAndCategory() {
        List<String> keys = new ArrayList<>();
        log.scan(LogFilter.everything().between(JULY.from(), JULY.from()), record -> {
            if (record.record().category().equals("malware") && keys.size() < 2) {
                keys.add(ProductionLog.keyOf(record));
            }
        });
        model.considerRecords(keys);
        assertThat(model.page().get()).isInstanceOfSatisfying(IncidentsPage.Opening.class,
            opening -> assertThat(opening.scope().category()).contains("malware"));
    }

    @Test
    void concludingStepTwoRecordsWhoWasAffected() {
        openOne();
        model.conclude(IncidentStep.CONFIRM, "real", "");
        model.conclude(IncidentStep.CHARACTERISE, "Targeted, not broad", "two slices");
        assertThat(incident().conclusion(IncidentStep.CHARACTERISE).orElseThrow().figures()).containsKeys("outputs", "users", "sessions");
    }

    @Test
    void aRefusedActShowsItsSentenceAndChangesNothing() {
        openOne();
        model.close("done");
        assertThat(failures).singleElement().satisfies(f -> assertThat(f).hasMessageContaining("can't be closed yet"));
        assertThat(incident().isOpen()).isTrue();
    }

    @Test
    void anInsertedEntryStandsInTheTimeline() {
        openOne();
        model.insert(Instant.parse("2026-06-30T22:10:00Z"), TimelineEntry.Weight.IMPORTANT, "Filter rule edited");
        assertThat(incident().entries().get(0).title()).isEqualTo("Filter rule edited");
    }

    @Test
    void aReplayCountsWhatAFilterWouldHaveDone() {
        openOne();
        List<Long> blocked = new ArrayList<>();
        model.replay("|deploy-mode|", replay -> blocked.add(replay.harmBlocked()));
        assertThat(blocked).singleElement().satisfies(n -> assertThat(n).isGreaterThan(200));
    }

    @Test
    void anEmptyFilterIsRefusedWithASentence() {
        openOne();
        model.replay(" ", replay -> { });
        assertThat(failures).singleElement().satisfies(f -> assertThat(f).hasMessageContaining("filter is empty"));
    }

    @Test
    void theReportOfWhatIsShownIsWritten(@TempDir Path folder) {
        openOne();
        List<ReportFile> written = new ArrayList<>();
        model.export(folder.resolve("INC-001.md"), TextDisclosure.WITHHELD, written::add);
        assertThat(written).singleElement().satisfies(file -> assertThat(file.file()).content().contains("INC").doesNotContain("deploy-mode"));
    }

    @Test
    void anUnknownIncidentLeadsBackToTheList() {
        model.show("INC-077");
        assertThat(failures).hasSize(1);
        assertThat(model.page().get()).isInstanceOf(IncidentsPage.Listing.class);
    }

    private void openOne() {
        model.consider(JULY);
        model.open("Malware requests complied with", Severity.HIGH, "category past critical");
    }

    private Incident incident() {
        return ((IncidentsPage.One) model.page().get()).incident();
    }

    /** Does the work when it is told to, in the order in which it was asked for. */
    private static final class LateTaskRunner implements TaskRunner {
        private final List<Runnable> waiting = new ArrayList<>();

        @Override
        public <T> Running start(String slot, String title, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
            waiting.add(() -> new SameThreadTaskRunner().start(slot, title, work, done, failed));
            return () -> { };
        }

        void finishAll() {
            waiting.forEach(Runnable::run);
        }
    }
}
