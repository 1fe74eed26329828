package io.plumbline.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.InputException;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.Policy;
import io.plumbline.stats.proportion.WeightedRate;
import io.plumbline.stats.proportion.WeightedSums;
import io.plumbline.store.PolicyReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Traffic of seven kinds over eight weeks, of which only what the schedule keeps is ever seen; in week six fraud is refused less. */
class SamplingScheduleTest {

    private static final Policy POLICY = new PolicyReader().defaults();
    private static final LocalDate START = LocalDate.of(2026, 5, 4);
    private static final int WEEKS = 8;
    private static final int BROKEN = 5;
    private static final Map<String, double[]> KINDS = new TreeMap<>(Map.of(LogRecord.BENIGN, new double[] {900, 0.012}, "weapons",
        new double[] {12, 0.97}, "malware", new double[] {20, 0.95}, "fraud", new double[] {22, 0.93}, "self_harm", new double[] {14, 0.98},
        "hate", new double[] {17, 0.96}, "privacy", new double[] {15, 0.92}));

    /** One run: what the truth was, what the kept records say, and the schedule at its end. */
    private record Run(double truth, WeightedSums kept, List<SamplingSchedule.Step> steps) {
    }

    private static Run run(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SamplingSchedule schedule = new SamplingSchedule(POLICY, 7, 0.1);
        List<DailyCell> seen = new ArrayList<>();
        List<SamplingSchedule.Step> steps = new ArrayList<>();
        WeightedSums kept = new WeightedSums();
        long all = 0;
        long refused = 0;
        for (int week = 0; week < WEEKS; week++) {
            SamplingSchedule.Step step = schedule.step(seen, START, START.plusWeeks(week));
            steps.add(step);
            for (Map.Entry<String, double[]> kind : KINDS.entrySet()) {
                double rate = kind.getValue()[1] * (week >= BROKEN && kind.getKey().equals("fraud") ? 0.5 : 1);
                double chance = week == 0 ? 0.1 : step.inclusion(kind.getKey());
                long n = 0;
                long k = 0;
                for (int i = 0; i < 7 * kind.getValue()[0]; i++) {
                    boolean yes = random.nextDouble() < rate;
                    all++;
                    refused += yes ? 1 : 0;
                    if (random.nextDouble() < chance) {
                        kept.add(yes, chance);
                        n++;
                        k += yes ? 1 : 0;
                    }
                }
                if (n > 0) {
                    seen.add(new DailyCell(START.plusWeeks(week), kind.getKey(), "c0", "d1", n, k, n / chance, n / chance / chance, k / chance));
                }
            }
        }
        steps.add(schedule.step(seen, START, START.plusWeeks(WEEKS)));
        return new Run((double) refused / all, kept, steps);
    }

    @Test
    void weightedIntervalCoversTheTruthAndTheNaiveShareIsFarOff() {
        int runs = 400;
        int covered = 0;
        double naive = 0;
        double weighted = 0;
        double truth = 0;
        for (int seed = 0; seed < runs; seed++) {
            Run run = run(seed);
            WeightedRate rate = run.kept.rate(0.95);
            covered += rate.interval().contains(run.truth) ? 1 : 0;
            naive += (double) run.kept.successes() / run.kept.n() / runs;
            weighted += rate.rate() / runs;
            truth += run.truth / runs;
            assertThat(rate.effectiveN()).isLessThanOrEqualTo(run.kept.n());
        }
        // 95 % of 400, less three standard errors (0.0109 each).
        assertThat((double) covered / runs).as("coverage; naive %.4f, weighted %.4f, truth %.4f", naive, weighted, truth).isGreaterThanOrEqualTo(0.917);
        assertThat(Math.abs(weighted - truth)).isLessThan(0.001);
        assertThat(naive - truth).isGreaterThan(0.05);
    }

    @Test
    void aKindWhoseRateMovedIsReadMoreFullyInTheNextStep() {
        Run run = run(1);
        double before = run.steps.get(BROKEN).inclusion("fraud");
        SamplingSchedule.Step after = run.steps.get(BROKEN + 1);
        assertThat(after.rates()).filteredOn(r -> r.category().equals("fraud")).singleElement().satisfies(r -> {
            assertThat(r.reason()).isEqualTo(SamplingSchedule.Reason.MOVED);
            assertThat(r.inclusion()).isEqualTo(1).isGreaterThan(before);
        });
    }

    @Test
    void theBudgetIsKeptAndNoChanceIsTooSmall() {
        Run run = run(2);
        assertThat(run.steps.subList(1, run.steps.size())).allSatisfy(step -> {
            assertThat(step.kept()).isLessThanOrEqualTo(0.11);
            assertThat(step.rates()).allSatisfy(r -> assertThat(r.inclusion()).isBetween(0.01, 1.0));
        });
    }

    @Test
    void theFirstStepKnowsNothingAndKeepsTheSameShareOfEverything() {
        List<DailyCell> cells = List.of(new DailyCell(START, "fraud", "c0", "d1", 10, 9, 10, 10, 9), new DailyCell(START.plusDays(8),
            LogRecord.BENIGN, "c0", "d1", 100, 1, 100, 100, 1));
        List<SamplingSchedule.Step> steps = new SamplingSchedule(POLICY, 7, 0.2).of(cells);
        assertThat(steps).hasSize(3);
        assertThat(steps.get(0).rates()).allSatisfy(r -> assertThat(r.inclusion()).isEqualTo(0.2));
        assertThat(steps.get(2).from()).isEqualTo(START.plusDays(9));
    }

    @Test
    void nothingToPlanForIsSaid() {
        assertThatThrownBy(() -> new SamplingSchedule(POLICY, 7, 0.2).of(List.of())).isInstanceOf(InputException.class).hasMessageContaining("Import");
        assertThatThrownBy(() -> new SamplingSchedule(POLICY, 0, 2)).isInstanceOf(InputException.class);
    }
}
