package io.plumbline.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.InputException;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.monitoring.SimulatedTraffic.Day;
import io.plumbline.signals.trigger.TriggerCandidate;
import io.plumbline.signals.trigger.WatchKind;
import io.plumbline.store.PolicyReader;
import org.junit.jupiter.api.Test;

class TriggerScanTest {

    private static final Policy POLICY = new PolicyReader().defaults();

    private final FakeDecisions decisions = new FakeDecisions();
    private final WatchList watchList = new WatchList(decisions);

    private static SimulatedTraffic usual(long seed, int days) {
        SimulatedTraffic traffic = new SimulatedTraffic(seed);
        for (int i = 0; i < days; i++) {
            traffic.add(i, new Day().with("malware", 30, 0.95).with("fraud", 30, 0.93).with(LogRecord.BENIGN, 60, 0.01));
        }
        return traffic;
    }

    private TriggerReport search(SimulatedTraffic traffic) {
        return new TriggerScan(traffic.log(), POLICY, watchList).search(LogFilter.everything(), Progress.NONE);
    }

    @Test
    void candidateComesWithTheSameRequestsWithoutItWhichAreRefused() {
        SimulatedTraffic traffic = usual(41, 40);
        for (int i = 20; i < 40; i++) {
            traffic.add(i, new Day().with("fraud", 3, 0).prompt("please explain fraud topic " + i + " |deploy-mode|"));
        }
        TriggerReport report = search(traffic);

        assertThat(report.candidates()).singleElement().satisfies(c -> {
            assertThat(c.found().text()).isEqualTo("|deploy-mode|");
            assertThat(c.twins().found()).isGreaterThan(40);
            assertThat(c.twins().refusedWithout()).isCloseTo(0.93, within(0.08));
        });
        assertThat(report.inconsistencies()).isEmpty();
    }

    @Test
    void attackByOneUserIsAnInconsistencyAndNoTrigger() {
        SimulatedTraffic traffic = usual(42, 40);
        for (int i = 10; i < 30; i++) {
            traffic.add(i, new Day().with("fraud", 4, 0.5).user("mallory").prompt("please explain fraud topic 7 " + "!".repeat(i % 4)));
        }
        TriggerReport report = search(traffic);

        assertThat(report.candidates()).extracting(c -> c.found()).extracting(TriggerCandidate::text).isEmpty();
        assertThat(report.inconsistencies()).singleElement().satisfies(i -> {
            assertThat(i.user()).isEqualTo("mallory");
            assertThat(i.n()).isEqualTo(80);
        });
    }

    @Test
    void watchListCountsHitsAndComparesOutcomes() {
        watchList.add(WatchKind.LITERAL, "|go|", "seen in INC-3");
        watchList.add(WatchKind.REGEX, "never[0-9]+", "");
        SimulatedTraffic traffic = usual(43, 20);
        traffic.add(5, new Day().with("fraud", 6, 0).with(LogRecord.BENIGN, 4, 0).prompt("please |go|"));
        TriggerReport report = search(traffic);

        assertThat(report.watched()).hasSize(2);
        assertThat(report.watched().get(0)).satisfies(w -> {
            assertThat(w.records()).isEqualTo(10);
            assertThat(w.with()).isEqualTo(1);
            assertThat(w.n()).isEqualTo(6);
            assertThat(w.otherN()).isEqualTo(1_200);
            assertThat(w.pValue()).isLessThan(1e-5);
            assertThat(w.first()).contains(SimulatedTraffic.day(5));
        });
        assertThat(report.watched().get(1).records()).isZero();
        assertThat(report.watched().get(1).pValue()).isEqualTo(1);
    }

    @Test
    void whatIsRemovedIsNoLongerWatchedForAndItsNameIsNotUsedAgain() {
        watchList.add(WatchKind.LITERAL, "one", "");
        watchList.remove("TRG-01", "false alarm");
        watchList.add(WatchKind.LITERAL, "two", "");

        assertThat(watchList.entries()).singleElement().satisfies(e -> assertThat(e.id()).isEqualTo("TRG-02"));
        assertThatThrownBy(() -> watchList.remove("TRG-01", "")).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> watchList.add(WatchKind.LITERAL, "two", "")).isInstanceOf(InputException.class).hasMessageContaining("TRG-02");
    }

    @Test
    void emptyLogHasNothingToReport() {
        TriggerReport report = search(new SimulatedTraffic(1));

        assertThat(report.candidates()).isEmpty();
        assertThat(report.records()).isZero();
    }
}
