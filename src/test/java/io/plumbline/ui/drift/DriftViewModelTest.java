package io.plumbline.ui.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.monitoring.Baseline;
import io.plumbline.monitoring.FakeDecisions;
import io.plumbline.monitoring.FakeProductionLog;
import io.plumbline.monitoring.DriftReport;
import io.plumbline.monitoring.MeasuredAnomalies;
import io.plumbline.monitoring.MetricSeries;
import io.plumbline.monitoring.SimulatedTraffic;
import io.plumbline.store.PolicyReader;
import io.plumbline.ui.charts.Brush;
import io.plumbline.ui.charts.ChangeTag;
import io.plumbline.ui.common.SameThreadTaskRunner;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DriftViewModelTest {

    private static final LocalDate STEP = SimulatedTraffic.day(DriftLog.STEP);

    private final FakeDecisions decisions = new FakeDecisions();
    private DriftViewModel model;

    @BeforeEach
    void read() {
        model = of(DriftLog.withAStep());
        model.reload();
    }

    private DriftViewModel of(FakeProductionLog log) {
        return new DriftViewModel(log, new PolicyReader().defaults(), decisions, MeasuredAnomalies.NONE, new SameThreadTaskRunner(), failure -> {
            throw new AssertionError(failure);
        });
    }

    private static Optional<Brush> days(LocalDate from, LocalDate to) {
        return Optional.of(new Brush(from.toEpochDay(), to.toEpochDay()));
    }

    @Test
    void theChartOfACategoryCarriesItsChangePoint() {
        model.choose("malware");

        assertThat(model.charts().get().changes()).filteredOn(ChangeTag::holds).singleElement()
            .satisfies(tag -> assertThat(tag.day()).isCloseTo(STEP.toEpochDay(), within(1.0)));
        assertThat(model.charts().get().plots()).extracting("id").containsExactly("refusal", "toxicity", "length", "mix", "input");
    }

    @Test
    void theDrawerBeginsWithTheChangePointAndWhatMoved() {
        assertThat(model.detail().get()).get().isInstanceOfSatisfying(DriftDetail.Change.class, change -> {
            assertThat(change.category()).isEqualTo(MetricSeries.ALL);
            assertThat(change.moved().orElseThrow().contributions().get(0).category()).isEqualTo("malware");
            assertThat(change.finding()).isPresent();
        });
    }

    @Test
    void aBrushCountsRecordsAndKeepsCanariesOut() {
        model.mark(days(STEP, STEP.plusDays(9)));

        BrushedDays brushed = model.brushed().get().orElseThrow();
        assertThat(brushed.records()).isEqualTo(10 * 155);
        assertThat(brushed.canaries()).isEqualTo(50);
        assertThat(brushed.distribution().orElseThrow().brushedN()).isEqualTo(10 * 155);
    }

    @Test
    void aBrushInACategoryCountsThatCategory() {
        model.choose("malware");
        model.mark(days(STEP, STEP.plusDays(9)));
        assertThat(model.brushed().get().orElseThrow().records()).isEqualTo(300);
    }

    @Test
    void drillDownPagesThroughTheRecordsBehindTheBrush() {
        model.choose("malware");
        model.openRecords(STEP, STEP.plusDays(9), DriftViewModel.PAGE);

        assertThat(model.detail().get()).get().isInstanceOfSatisfying(DriftDetail.Records.class, records -> {
            assertThat(records.total()).isEqualTo(300);
            assertThat(records.page()).hasSize(DriftViewModel.PAGE)
                .allSatisfy(r -> assertThat(r.record().category()).isEqualTo("malware")).noneMatch(r -> r.record().isCanary());
        });
    }

    @Test
    void revealingATextIsLoggedBeforeItIsShown() {
        model.openRecords(STEP, STEP, 0);
        DriftDetail.Records records = (DriftDetail.Records) model.detail().get().orElseThrow();
        int[] loggedWhenShown = {0};
        model.reveal(records.page().get(0), () -> loggedWhenShown[0] = decisions.ofKinds(DecisionKinds.TEXT_REVEALED).size());
        assertThat(loggedWhenShown[0]).isEqualTo(1);
    }

    @Test
    void acceptingABaselineIsAJournalEntryAndTheProposalIsGone() {
        Baseline offered = model.baselineOffered().orElseThrow();
        model.accept(offered, "reviewed before deployment");

        assertThat(decisions.ofKinds(DecisionKinds.BASELINE_ACCEPTED)).hasSize(1);
        assertThat(model.report().get().flatMap(DriftReport::baseline).orElseThrow().state()).isEqualTo(Baseline.State.ACCEPTED);
        assertThat(model.baselineOffered()).isEmpty();
    }

    @Test
    void fewerSensitivityNeverShowsMorePoints() {
        int[] counts = List.of(0.0, 0.5, 1.0).stream().mapToInt(position -> {
            model.look(r -> r.withPenalty(Sensitivity.penalty(position)));
            return model.charts().get().changes().size();
        }).toArray();
        assertThat(counts[0]).isLessThanOrEqualTo(counts[1]);
        assertThat(counts[1]).isLessThanOrEqualTo(counts[2]);
    }

    @Test
    void sensitivitySaysWhatItCosts() {
        assertThat(Sensitivity.penalty(Sensitivity.position(2))).isCloseTo(2, within(1e-9));
        assertThat(Sensitivity.falseAlarmsAMonth(0.5, 90, 3)).isGreaterThan(Sensitivity.falseAlarmsAMonth(2, 90, 3));
        assertThat(Sensitivity.sentence(2, 90, 3)).isEqualTo("Under 0.1 false alarms a month");
    }

    @Test
    void anEmptyLogShowsNothingAndFailsNowhere() {
        DriftViewModel empty = of(new FakeProductionLog(List.of()));
        empty.reload();
        empty.mark(days(STEP, STEP));

        assertThat(empty.charts().get().isEmpty()).isTrue();
        assertThat(empty.sentence()).isEmpty();
    }

    @Test
    void csvCellsThatASpreadsheetWouldRunAreQuoted() {
        assertThat(DriftFiles.cell("=1+1")).isEqualTo("\"'=1+1\"");
        assertThat(DriftFiles.cell("self_harm")).isEqualTo("self_harm");
    }
}
