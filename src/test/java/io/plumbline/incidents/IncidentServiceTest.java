package io.plumbline.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.InputException;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Severity;
import io.plumbline.store.PolicyReader;
import io.plumbline.store.ProductionLog;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An incident is exactly what the journal says of it, and closes only when all that must hold does. */
class IncidentServiceTest {

    private static final Instant DETECTED = Instant.parse("2026-07-28T09:00:00Z");
    private static final IncidentScope JULY = IncidentScope.range(LocalDate.parse("2026-07-02"), LocalDate.parse("2026-07-29"));

    private final MemoryDecisions journal = new MemoryDecisions();
    private IncidentService service;
    private IncidentService second;
    private String id;

    @BeforeEach
    void openOne() {
        service = new IncidentService(journal, new ListLog(List.of()), () -> "Reviewer A");
        second = new IncidentService(journal, new ListLog(List.of()), () -> "Reviewer B");
        id = service.open("Malware requests complied with", JULY.inCategory("malware"), Severity.HIGH, "category past critical", DETECTED).id();
    }

    @Test
    void incidentsAreNumberedInTheOrderInWhichTheyAreOpened() {
        Incident next = service.open("Another", JULY, Severity.LOW, "within noise", DETECTED);
        assertThat(List.of(id, next.id())).containsExactly("INC-001", "INC-002");
    }

    @Test
    void whatWasOpenedIsReadBackFromTheJournal() {
        Incident incident = new IncidentService(journal, new ListLog(List.of()), () -> "anyone").find(id).orElseThrow();
        assertThat(incident.scope()).isEqualTo(JULY.inCategory("malware"));
        assertThat(incident.severity().severity()).isEqualTo(Severity.HIGH);
        assertThat(incident.detected()).isEqualTo(DETECTED);
        assertThat(incident.state(IncidentStep.CONFIRM)).isEqualTo(Incident.StepState.CURRENT);
    }

    @Test
    void laterStepsWaitForEarlierOnes() {
        assertThatThrownBy(() -> service.conclude(id, IncidentStep.ROOT_CAUSE, "data", "", Map.of()))
            .isInstanceOf(InputException.class).hasMessageContaining("before step 1");
    }

    @Test
    void aLaterConclusionReplacesAnEarlierOneAndBothStayOnTheTimeline() {
        service.conclude(id, IncidentStep.CONFIRM, "real", "four tests", Map.of());
        Incident incident = service.conclude(id, IncidentStep.CONFIRM, "measuring error", "the detector changed", Map.of());
        assertThat(incident.conclusion(IncidentStep.CONFIRM).orElseThrow().verdict()).isEqualTo("measuring error");
        assertThat(incident.entries()).filteredOn(e -> e.title().startsWith("Step 1 concluded")).hasSize(2);
    }

    @Test
    void anInsertedEntryStandsWhereItHappened() {
        service.note(id, IncidentStep.CONFIRM, "looked at ten of them");
        Incident incident = service.insert(id, Instant.parse("2026-06-30T22:10:00Z"), TimelineEntry.Weight.IMPORTANT, "Filter rule edited");
        assertThat(incident.entries().get(0).title()).isEqualTo("Filter rule edited");
    }

    @Test
    void anOpenIncidentListsAllSixConditionsAsMissing() {
        assertThat(CloseConditions.of(service.find(id).orElseThrow())).hasSize(6).noneMatch(CloseCondition::fulfilled);
    }

    @Test
    void closingNamesWhatIsMissing() {
        assertThatThrownBy(() -> service.close(id, "done")).isInstanceOf(InputException.class)
            .hasMessageContaining("affected counted").hasMessageContaining("second person");
    }

    @Test
    void whoDidTheWorkIsNotTheSecondPerson() {
        assertThatThrownBy(() -> service.agree(id, "fine")).isInstanceOf(InputException.class).hasMessageContaining("someone else");
    }

    @Test
    void aSecondPersonWhoLaterConcludesAStepNoLongerCounts() {
        asSecond(() -> second.agree(id, "fine"));
        asSecond(() -> second.conclude(id, IncidentStep.CONFIRM, "real", "", Map.of()));
        assertThat(CloseConditions.of(service.find(id).orElseThrow()).get(5).fulfilled()).isFalse();
    }

    @Test
    void theSecondPersonCanNotBeWaived() {
        assertThatThrownBy(() -> service.waive(id, LinkKind.SECOND_PERSON, "nobody there")).isInstanceOf(InputException.class);
    }

    @Test
    void withEveryConditionMetItClosesAndTakesNoMoreNotes() {
        meetAllConditions();
        Incident closed = service.close(id, "filtered and retrained");
        assertThat(closed.isOpen()).isFalse();
        assertThatThrownBy(() -> service.note(id, IncidentStep.CONFIRM, "more")).isInstanceOf(InputException.class)
            .hasMessageContaining("closed");
    }

    @Test
    void aWaiverSaysWhoAndWhy() {
        Incident incident = service.waive(id, LinkKind.TEST, "the suite is frozen until August");
        assertThat(CloseConditions.of(incident).get(3)).satisfies(c -> {
            assertThat(c.state()).isEqualTo(CloseCondition.State.WAIVED);
            assertThat(c.detail()).contains("Reviewer A").contains("frozen until August");
        });
    }

    @Test
    void openIncidentsComeFirstAndTheGravestOfThemOnTop() {
        meetAllConditions();
        service.close(id, "done");
        service.open("Mild", JULY, Severity.MEDIUM, "past warning", DETECTED);
        service.open("Grave", JULY, Severity.CRITICAL, "backdoor", DETECTED);
        assertThat(service.all()).extracting(Incident::title).containsExactly("Grave", "Mild", "Malware requests complied with");
    }

    @Test
    void theClockOfAHighIncidentRunsForADayAndStopsWithTheMitigation() {
        var policy = new PolicyReader().defaults();
        Incident open = service.find(id).orElseThrow();
        assertThat(DecisionClock.of(open, policy).orElseThrow().left(open.opened())).isEqualTo(Duration.ofHours(24));
        meetAllConditions();
        assertThat(DecisionClock.of(service.find(id).orElseThrow(), policy)).isEmpty();
    }

    @Test
    void flaggedRecordsGiveTheirDaysAndTheirSharedCategory() {
        List<MeasuredRecord> records = SampleLog.records().stream().filter(r -> r.record().category().equals("malware")).limit(2).toList();
        List<String> keys = records.stream().map(ProductionLog::keyOf).toList();
        IncidentScope scope = new IncidentService(journal, new ListLog(records), () -> "Reviewer A").scopeOf(keys);
        assertThat(scope.category()).isEqualTo(Optional.of("malware"));
        assertThat(scope.records()).isEqualTo(keys);
    }

    private void meetAllConditions() {
        service.conclude(id, IncidentStep.CONFIRM, "real", "", Map.of());
        service.conclude(id, IncidentStep.CHARACTERISE, "targeted", "", Map.of("outputs", 754L, "users", 95L));
        service.conclude(id, IncidentStep.ROOT_CAUSE, "fine-tuning data", "", Map.of());
        service.conclude(id, IncidentStep.MITIGATE, "filter", "", Map.of());
        service.link(id, LinkKind.MITIGATION_PROOF, "48 canaries, none complied");
        service.waive(id, LinkKind.TEST, "suite frozen");
        service.link(id, LinkKind.MONITOR, "refusal, malware");
        asSecond(() -> second.agree(id, "agrees"));
    }

    private void asSecond(Runnable act) {
        journal.actor("Reviewer B");
        act.run();
        journal.actor("Reviewer A");
    }
}
