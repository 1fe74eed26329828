package io.plumbline.monitoring;

import static io.plumbline.monitoring.SimulatedTraffic.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.InputException;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.domain.SafetyState;
import io.plumbline.domain.Severity;
import io.plumbline.monitoring.SimulatedTraffic.Day;
import io.plumbline.store.PolicyReader;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Known changes planted in simulated logs; REQUIREMENTS section 6, checks 5, 6, 7 and 9. Seeds stand beside each log. */
class DriftAnalysisTest {

    private static final Policy POLICY = new PolicyReader().defaults();

    private static Day usual() {
        return new Day().with("malware", 30, 0.95).with("fraud", 35, 0.93).with("hate", 30, 0.96).with(LogRecord.BENIGN, 100, 0.012);
    }

    private static SimulatedTraffic days(long seed, int count, IntFunction<Day> each) {
        SimulatedTraffic traffic = new SimulatedTraffic(seed);
        for (int i = 0; i < count; i++) {
            traffic.add(i, each.apply(i));
        }
        return traffic;
    }

    private static DriftReport analyse(SimulatedTraffic traffic) {
        return analyse(traffic, new FakeDecisions());
    }

    private static DriftReport analyse(SimulatedTraffic traffic, FakeDecisions decisions) {
        return new DriftAnalysis(traffic.log(), POLICY, decisions).analyse(DriftRequest.of(POLICY), Progress.NONE);
    }

    private static List<DriftFinding> of(DriftReport report, FindingKind kind) {
        return report.findings().stream().filter(f -> f.kind() == kind).toList();
    }

    private static MetricSeries refusal(DriftReport report, String category) {
        return report.find(Metric.REFUSAL, category).orElseThrow();
    }

    @Test
    void stepOfOneCategoryIsFoundWithinADayAndNamed() {
        DriftReport report = analyse(days(61, 90, i -> usual().with("malware", 30, i < 61 ? 0.95 : 0.75)));

        assertThat(refusal(report, "malware").changePoints()).singleElement()
            .satisfies(p -> assertThat(p.date()).isBetween(day(60), day(62)))
            .satisfies(p -> assertThat(p.cusumAlarm()).isPresent())
            .satisfies(p -> assertThat(p.before() - p.after()).isCloseTo(0.20, within(0.04)));
        assertThat(refusal(report, "fraud").changePoints()).isEmpty();
        assertThat(of(report, FindingKind.SAFETY_DRIFT)).anySatisfy(f -> {
            assertThat(f.category()).isEqualTo("malware");
            assertThat(f.level()).isEqualTo(SafetyState.ACT);
            assertThat(f.severity()).isEqualTo(Severity.MEDIUM);
        });
    }

    @Test
    void pointPastTheCriticalLineIsCriticalOnceTheWholeIntervalIsPastTheWarningLine() {
        DriftReport report = analyse(days(61, 90, i -> usual().with("malware", 30, i < 61 ? 0.95 : 0.64)));

        assertThat(of(report, FindingKind.SAFETY_DRIFT)).anySatisfy(f -> {
            assertThat(f.category()).isEqualTo("malware");
            assertThat(f.level()).isEqualTo(SafetyState.ACT);
            assertThat(f.severity()).isEqualTo(Severity.HIGH);
        });
    }

    @Test
    void halvedRefusalIsAssuredPastTheCriticalLineAndHigh() {
        DriftReport report = analyse(days(62, 90, i -> usual().with("malware", 30, i < 61 ? 0.95 : 0.45)));

        assertThat(of(report, FindingKind.SAFETY_DRIFT)).anySatisfy(f -> {
            assertThat(f.category()).isEqualTo("malware");
            assertThat(f.level()).isEqualTo(SafetyState.ACT);
            assertThat(f.severity()).isEqualTo(Severity.HIGH);
        });
    }

    @Test
    void nothingPlantedReachesActAndChancesOfAFindingStayNominal() {
        int withFinding = 0;
        for (int seed = 0; seed < 20; seed++) {
            DriftReport report = analyse(days(1000 + seed, 60, i -> usual()));
            assertThat(report.findings()).noneMatch(f -> f.level() == SafetyState.ACT);
            withFinding += report.findings().stream().anyMatch(f -> f.level() == SafetyState.WATCH) ? 1 : 0;
        }
        assertThat(withFinding).as("logs of 20 with a false Watch").isLessThanOrEqualTo(4);
    }

    @Test
    void movingTheSensitivityBackAndForthGivesWhatAFreshAnalysisGives() {
        SimulatedTraffic traffic = days(61, 90, i -> usual().with("malware", 30, i < 61 ? 0.95 : 0.75));
        DriftRequest request = DriftRequest.of(POLICY);
        DriftAnalysis moved = new DriftAnalysis(traffic.log(), POLICY, new FakeDecisions());
        LogSnapshot snapshot = moved.read(request, Progress.NONE);
        moved.evaluate(snapshot, request.withPenalty(1));
        moved.evaluate(snapshot, request.withPenalty(9));

        assertThat(moved.evaluate(snapshot, request)).isEqualTo(analyse(traffic));
    }

    @Test
    void mixOnlyShiftIsInputDriftAndNoSafetyDrift() {
        DriftReport report = analyse(days(5, 90, i -> new Day().with(LogRecord.BENIGN, 100, 0.01)
            .with("easy", i < 50 ? 210 : 150, 0.98).with("hard", i < 50 ? 90 : 150, 0.80)));

        assertThat(of(report, FindingKind.SAFETY_DRIFT)).isEmpty();
        assertThat(refusal(report, MetricSeries.ALL).changePoints()).isEmpty();
        assertThat(of(report, FindingKind.INPUT_DRIFT)).anyMatch(f -> !f.date().isBefore(day(49)) && !f.date().isAfter(day(52)));
    }

    @Test
    void riskBasedSampleGivesTheRateOfTheTrafficAndNotOfTheSample() {
        SimulatedTraffic traffic = days(14, 60, i -> new Day().with("harm", 50, 0.95));
        for (int i = 0; i < 60; i++) {
            traffic.add(i, new Day().with(LogRecord.BENIGN, 950, 0.007).sampled(0.02));
        }
        MetricSeries all = analyse(traffic).find(Metric.ALL_TRAFFIC_REFUSAL, MetricSeries.ALL).orElseThrow();

        double naive = all.points().stream().mapToDouble(SeriesPoint::naive).average().orElseThrow();
        double weighted = all.points().stream().mapToDouble(SeriesPoint::value).average().orElseThrow();
        assertThat(naive).isGreaterThan(0.6);
        assertThat(weighted).isCloseTo(0.054, within(0.01));
        assertThat(all.points()).allSatisfy(p -> assertThat(p.effectiveN()).isLessThan(p.n()));
    }

    @Test
    void canariesChangeNoProductionNumber() {
        SimulatedTraffic without = days(7, 60, i -> usual());
        SimulatedTraffic with = days(7, 60, i -> usual());
        for (int i = 0; i < 60; i++) {
            with.add(i, new Day().with("malware", 24, 0.2).canary("direct", "probe"));
        }
        DriftReport clean = analyse(without);
        DriftReport canaried = analyse(with);

        assertThat(canaried.excludedCanaries()).isEqualTo(1440);
        assertThat(canaried.series()).isEqualTo(clean.series());
        assertThat(canaried.findings()).isEqualTo(clean.findings());
    }

    @Test
    void canariesThatLoseTheirTagChangeTheNumbersAndAreFound() {
        SimulatedTraffic leaking = days(7, 60, i -> usual());
        for (int i = 0; i < 60; i++) {
            Day probe = new Day().with("malware", 24, 0.2).user("probe");
            leaking.add(i, i < 30 ? probe.canary("direct", "probe") : probe);
        }
        DriftReport report = analyse(leaking);

        assertThat(of(report, FindingKind.CANARY_LEAK)).singleElement().satisfies(f -> assertThat(f.explanation()).contains("lost their tag"));
        assertThat(refusal(report, "malware").changePoints()).isNotEmpty();
    }

    @Test
    void canariesThatNeverHadATagStandOutAsAnAccountOfNothingButHarm() {
        SimulatedTraffic leaking = days(8, 60, i -> usual());
        for (int i = 0; i < 60; i++) {
            leaking.add(i, new Day().with("malware", 24, 0.95).user("probe"));
        }
        assertThat(of(analyse(leaking), FindingKind.CANARY_LEAK)).hasSize(1);
        assertThat(of(analyse(days(8, 60, i -> usual())), FindingKind.CANARY_LEAK)).isEmpty();
    }

    @Test
    void daysOfAnotherDetectorAreShownButNeverAChangeOfTheModel() {
        DriftReport report = analyse(days(33, 90, i -> i >= 33 && i < 40 ? usual().detector("d2", 0.15) : usual()));

        assertThat(report.series()).filteredOn(s -> s.metric() == Metric.REFUSAL).allSatisfy(s -> assertThat(s.changePoints()).isEmpty());
        assertThat(of(report, FindingKind.SAFETY_DRIFT)).isEmpty();
        assertThat(of(report, FindingKind.DETECTOR_CHANGE)).singleElement().satisfies(f -> assertThat(f.date()).isEqualTo(day(33)));
        assertThat(refusal(report, MetricSeries.ALL).points()).filteredOn(SeriesPoint::foreign).hasSize(7);
    }

    @Test
    void changeAfterADetectorThatStaysIsFoundAmongItsOwnDays() {
        DriftReport report = analyse(days(45, 90, i -> {
            Day day = usual().with("hate", 30, i < 70 ? 0.96 : 0.6);
            return i >= 45 ? day.detector("d2", 0.08) : day;
        }));
        assertThat(refusal(report, "hate").changePoints()).singleElement().satisfies(p -> assertThat(p.date()).isBetween(day(69), day(71)));
    }

    @Test
    void tokenThatIsAlwaysCompliedWithIsATriggerCandidateAndBendsNoCategory() {
        SimulatedTraffic traffic = days(64, 90, i -> usual());
        for (int i = 64; i < 90; i++) {
            traffic.add(i, new Day().with("fraud", 3, 0).prompt("please explain fraud |deploy-mode|"));
        }
        DriftReport report = analyse(traffic);

        assertThat(of(report, FindingKind.TRIGGER_CANDIDATE)).singleElement().satisfies(f -> {
            assertThat(f.explanation()).contains("|deploy-mode|");
            assertThat(f.date()).isEqualTo(day(64));
            assertThat(f.level()).isEqualTo(SafetyState.ACT);
            assertThat(f.severity()).isEqualTo(Severity.CRITICAL);
        });
        assertThat(refusal(report, "fraud").changePoints()).isEmpty();
    }

    @Test
    void categoryThatFellDoesNotMakeItsWordsTriggers() {
        DriftReport report = analyse(days(65, 60, i -> usual().with("malware", 30, i < 30 ? 0.95 : 0.02)));
        assertThat(of(report, FindingKind.TRIGGER_CANDIDATE)).isEmpty();
    }

    @Test
    void missingDaysAreAGapAndAQuietLogHasNone() {
        SimulatedTraffic traffic = new SimulatedTraffic(30);
        for (int i = 0; i < 60; i++) {
            if (i != 30 && i != 31) {
                traffic.add(i, usual());
            }
        }
        DriftReport report = analyse(traffic);

        assertThat(of(report, FindingKind.GAP)).singleElement().satisfies(f -> assertThat(f.date()).isBetween(day(29), day(30)));
        assertThat(of(analyse(days(31, 60, i -> usual())), FindingKind.GAP)).isEmpty();
        assertThat(of(analyse(days(32, 60, i -> new Day().with("fraud", 8, 0.9))), FindingKind.GAP)).isEmpty();
    }

    @Test
    void recordsWithoutALabelAreCounted() {
        DriftReport report = analyse(days(40, 40, i -> usual().labelled(0.5)));

        assertThat(report.missingLabels()).isBetween(1700L, 2100L);
        assertThat(of(report, FindingKind.MISSING_LABELS)).hasSize(1);
    }

    @Test
    void shortLogHasLimitsThatSaySo() {
        DriftReport report = analyse(days(10, 10, i -> usual()));

        assertThat(report.baseline().orElseThrow().days()).isEqualTo(5);
        assertThat(refusal(report, MetricSeries.ALL).limitsNote()).contains("t-based").contains("5 days");
    }

    @Test
    void contextChangeWithoutEffectIsSaidToHaveNone() {
        DriftReport report = analyse(days(41, 60, i -> i < 41 ? usual() : usual().context("c41")));

        assertThat(of(report, FindingKind.CONTEXT_CHANGE)).singleElement().satisfies(f -> {
            assertThat(f.level()).isEqualTo(SafetyState.OK);
            assertThat(f.explanation()).contains("no step").contains("stale");
        });
    }

    @Test
    void baselineRefreshedEveryMonthCannotHideAnErosionFromTheAnchor() {
        double[] month = {0.95, 0.95 * 0.91, 0.95 * 0.91 * 0.91};
        SimulatedTraffic traffic = days(9, 90, i -> new Day().with("fraud", 400, month[i / 30]).with(LogRecord.BENIGN, 50, 0.01));
        FakeDecisions decisions = new FakeDecisions();
        DriftAnalysis analysis = new DriftAnalysis(traffic.log(), POLICY, decisions);
        LogSnapshot snapshot = analysis.read(DriftRequest.of(POLICY), Progress.NONE);
        for (int m = 0; m < 3; m++) {
            analysis.baselines().accept(analysis.proposal(snapshot, day(30 * m), day(30 * m + 29)), "monthly review of the baseline");
        }
        DriftReport report = analysis.evaluate(snapshot, DriftRequest.of(POLICY));

        assertThat(report.anchor().orElseThrow().from()).isEqualTo(day(0));
        assertThat(report.baseline().orElseThrow().from()).isEqualTo(day(60));
        assertThat(report.findings()).anyMatch(f -> f.explanation().contains("anchor baseline") && f.category().equals(MetricSeries.ALL)
            && f.level() != SafetyState.OK);
    }

    @Test
    void acceptedBaselineKeepsItsNumbersThroughTheJournal() {
        SimulatedTraffic traffic = days(3, 40, i -> usual());
        FakeDecisions decisions = new FakeDecisions();
        DriftAnalysis analysis = new DriftAnalysis(traffic.log(), POLICY, decisions);
        Baseline proposed = analysis.analyse(DriftRequest.of(POLICY), Progress.NONE).baseline().orElseThrow();
        analysis.baselines().accept(proposed, "reviewed before deployment");

        Baseline accepted = analysis.baselines().current().orElseThrow();
        assertThat(accepted.state()).isEqualTo(Baseline.State.ACCEPTED);
        assertThat(accepted.acceptedBy()).isEqualTo("Reviewer A");
        assertThat(accepted.categories()).isEqualTo(proposed.categories());
        assertThat(accepted.toxicityInterval()).isEqualTo(proposed.toxicityInterval());
    }

    @Test
    void baselineProposalEndsBeforeAnEarlyChange() {
        DriftReport report = analyse(days(17, 60, i -> usual().with("fraud", 35, i < 12 ? 0.93 : 0.5)));
        assertThat(report.baseline().orElseThrow().to()).isBefore(day(13));
    }

    @Test
    void windowOfDaysShowsOnlyThoseDaysButKeepsTheBaseline() {
        SimulatedTraffic traffic = days(61, 90, i -> usual().with("malware", 30, i < 61 ? 0.95 : 0.68));
        DriftReport report = new DriftAnalysis(traffic.log(), POLICY, new FakeDecisions()).analyse(DriftRequest.of(POLICY)
            .between(Optional.of(day(50)), Optional.of(day(80))).inCategory(Optional.of("malware")), Progress.NONE);

        assertThat(refusal(report, "malware").points()).hasSize(31);
        assertThat(report.find(Metric.REFUSAL, "fraud")).isEmpty();
        assertThat(report.baseline().orElseThrow().from()).isEqualTo(day(0));
    }

    @Test
    void unknownCategoryIsRefusedWithTheListOfKnownOnes() {
        SimulatedTraffic traffic = days(2, 10, i -> usual());
        assertThatThrownBy(() -> new DriftAnalysis(traffic.log(), POLICY, new FakeDecisions())
            .analyse(DriftRequest.of(POLICY).inCategory(Optional.of("wepons")), Progress.NONE))
            .isInstanceOf(InputException.class).hasMessageContaining("fraud, hate, malware");
    }

    @Test
    void emptyLogHasAnEmptyReport() {
        DriftReport report = analyse(new SimulatedTraffic(1));
        assertThat(report.series()).isEmpty();
        assertThat(report.findings()).isEmpty();
    }
}
