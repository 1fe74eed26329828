package io.plumbline.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.InputException;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.monitoring.SimulatedTraffic.Day;
import io.plumbline.stats.proportion.WeightedRate;
import io.plumbline.stats.proportion.WeightedSums;
import io.plumbline.store.PolicyReader;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Logs sampled in known ways; REQUIREMENTS section 3, item 14. */
class SamplingAnalysisTest {

    private static final Policy POLICY = new PolicyReader().defaults();

    private static SamplingReport read(SimulatedTraffic traffic) {
        return new SamplingAnalysis(traffic.log(), POLICY).read(Progress.NONE);
    }

    /** All harmful requests kept, two in a hundred of the others. */
    private static SimulatedTraffic riskBased(long seed) {
        SimulatedTraffic traffic = new SimulatedTraffic(seed);
        for (int i = 0; i < 30; i++) {
            traffic.add(i, new Day().with("fraud", 40, 0.9));
            traffic.add(i, new Day().with(LogRecord.BENIGN, 1_000, 0.02).sampled(0.02));
        }
        return traffic;
    }

    @Test
    void trueRateOfARiskBasedSampleLiesInsideTheIntervalAndTheNaiveOneFarOutside() {
        double truth = (40 * 0.9 + 1_000 * 0.02) / 1_040;
        int inside = 0;
        for (int seed = 0; seed < 40; seed++) {
            SamplingReport report = read(riskBased(300 + seed));
            SamplingReport.Estimate all = report.estimates().get(0);
            assertThat(all.name()).isEqualTo(SamplingAnalysis.ALL_TRAFFIC);
            assertThat(all.naive()).isGreaterThan(0.5);
            assertThat(all.rate().effectiveN()).isLessThan(all.n());
            inside += all.rate().interval().contains(truth) ? 1 : 0;
        }
        assertThat(inside).as("intervals of 40 that hold the truth").isGreaterThanOrEqualTo(35);
    }

    @Test
    void waysOfSamplingAreToldApart() {
        SimulatedTraffic full = new SimulatedTraffic(1);
        SimulatedTraffic random = new SimulatedTraffic(2);
        SimulatedTraffic adaptive = new SimulatedTraffic(3);
        for (int i = 0; i < 20; i++) {
            full.add(i, new Day().with("fraud", 40, 0.9));
            random.add(i, new Day().with("fraud", 400, 0.9).sampled(0.1));
            adaptive.add(i, new Day().with("fraud", 400, 0.9).sampled(i < 10 ? 0.1 : 0.5));
        }
        assertThat(read(full).kind()).isEqualTo(SamplingReport.Kind.FULL);
        assertThat(read(random).kind()).isEqualTo(SamplingReport.Kind.RANDOM);
        assertThat(read(riskBased(4)).kind()).isEqualTo(SamplingReport.Kind.RISK_BASED);
        SamplingReport changed = read(adaptive);
        assertThat(changed.kind()).isEqualTo(SamplingReport.Kind.ADAPTIVE);
        assertThat(changed.days().get(0).share()).isCloseTo(0.1, within(1e-9));
        assertThat(changed.days().get(19).share()).isCloseTo(0.5, within(1e-9));
        assertThat(changed.estimates().get(0).rate().rate()).isCloseTo(0.9, within(0.03));
    }

    @Test
    void missingNumbersOfAFullLogAreHoles() {
        IdSequence ids = new IdSequence();
        for (int i = 0; i < 1_000; i++) {
            if (i < 400 || i >= 450) {
                ids.add(String.format("r%06d", i));
            }
        }
        ids.add("other-7");

        assertThat(ids.holes(0.5)).hasValueSatisfying(h -> {
            assertThat(h.missing()).isEqualTo(50);
            assertThat(h.longest()).isEqualTo(50);
            assertThat(h.after()).isEqualTo(399);
        });
    }

    @Test
    void idsByChanceSayNothingOfHoles() {
        IdSequence ids = new IdSequence();
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 1_000; i++) {
            ids.add(Long.toHexString(random.nextLong()));
            ids.add("n" + random.nextInt(Integer.MAX_VALUE));
        }
        assertThat(ids.holes(0.5)).isEmpty();
    }

    @Test
    void dayWithoutRecordsMakesAFullLogIncomplete() {
        SimulatedTraffic traffic = new SimulatedTraffic(5);
        for (int i = 0; i < 30; i++) {
            if (i != 15) {
                traffic.add(i, new Day().with("fraud", 60, 0.9));
            }
        }
        SamplingReport report = read(traffic);

        assertThat(report.isComplete()).isFalse();
        assertThat(report.gaps()).hasSize(1);
        assertThat(SamplingWords.completeness(report)).anyMatch(s -> s.startsWith("1 hole in time"));
    }

    @Test
    void sumsGiveWhatTheRecordsThemselvesGive() {
        SplittableRandom random = new SplittableRandom(6);
        boolean[] success = new boolean[500];
        double[] inclusion = new double[500];
        WeightedSums sums = new WeightedSums();
        for (int i = 0; i < 500; i++) {
            inclusion[i] = 0.02 + 0.98 * random.nextDouble();
            success[i] = random.nextDouble() < 0.3;
            sums.add(success[i], inclusion[i]);
        }
        WeightedRate direct = WeightedRate.of(success, inclusion, 0.95);

        assertThat(sums.rate(0.95).rate()).isCloseTo(direct.rate(), within(1e-12));
        assertThat(sums.rate(0.95).standardError()).isCloseTo(direct.standardError(), within(1e-12));
        assertThat(sums.rate(0.95).interval().lower()).isCloseTo(direct.interval().lower(), within(1e-12));
    }

    @Test
    void planAnswersBothWays() {
        SimulatedTraffic traffic = new SimulatedTraffic(7);
        for (int i = 0; i < 60; i++) {
            traffic.add(i, new Day().with("fraud", 100, 0.95).with("hate", 100, 0.9).with(LogRecord.BENIGN, 500, 0.01));
        }
        SamplingPlanner planner = new SamplingPlanner(traffic.log(), POLICY, new FakeDecisions());
        SamplingPlanner.Plan plan = planner.plan(SamplingAnalysis.HARMFUL, 7, 0.05, 0.5);

        assertThat(planner.subjects()).containsExactly(SamplingAnalysis.HARMFUL, "fraud", "hate");
        assertThat(plan.traffic()).isCloseTo(1_400, within(1e-9));
        assertThat(plan.shareNeeded()).isBetween(0.1, 1.0);
        assertThat(planner.plan(SamplingAnalysis.HARMFUL, 7, 0.05, plan.shareNeeded()).changeFound()).isCloseTo(0.05, within(1e-6));
        assertThat(planner.allocate(7, 0.1)).satisfies(a -> {
            assertThat(a.strata().get(0).category()).isEqualTo("hate");
            assertThat(a.strata().get(2).category()).isEqualTo(LogRecord.BENIGN);
            assertThat(a.standardError()).isLessThan(a.ofRandom());
        });
        assertThatThrownBy(() -> planner.plan("drugs", 7, 0.05, 0.1)).isInstanceOf(InputException.class).hasMessageContaining("fraud, hate");
        assertThatThrownBy(() -> planner.plan("fraud", 7, 5, 0.1)).isInstanceOf(InputException.class);
    }
}
