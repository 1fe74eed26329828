package io.plumbline.bench;

import io.plumbline.stats.changepoint.AutoSegmentation;
import io.plumbline.stats.changepoint.ChangePointInterval;
import io.plumbline.stats.changepoint.FunctionalPruning;
import io.plumbline.stats.changepoint.Pelt;
import io.plumbline.stats.control.ControlChart;
import io.plumbline.stats.control.Cusum;
import io.plumbline.stats.control.LaneyPPrimeChart;
import io.plumbline.stats.control.PChart;
import io.plumbline.stats.control.WesternElectricRules;
import io.plumbline.stats.distribution.PermutationNull;
import io.plumbline.stats.random.BinomialSampler;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What the window recomputes while a slider moves, and the two long jobs that have a budget. Run {@code org.openjdk.jmh.Main ChartAndTest}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ChartAndTestBenchmark {

    private static final int DAYS = 365;

    private final long[] refused = new long[DAYS];
    private final long[] prompts = new long[DAYS];
    private final double[] rates = new double[DAYS];
    private final double[] million = new double[1_000_000];
    private final long[] firstCounts = {120, 80, 300, 45, 60, 210, 33, 90, 150, 12};
    private final long[] secondCounts = {100, 95, 280, 50, 75, 190, 40, 85, 160, 25};

    @Setup
    public void series() {
        SplittableRandom random = new SplittableRandom(365);
        BinomialSampler sampler = new BinomialSampler(random);
        for (int day = 0; day < DAYS; day++) {
            prompts[day] = 80 + random.nextInt(80);
            refused[day] = sampler.draw(prompts[day], day < 200 ? 0.92 : 0.86);
            rates[day] = (double) refused[day] / prompts[day];
        }
        double level = 0;
        for (int i = 0; i < million.length; i++) {
            level = random.nextInt(1_000) == 0 ? 3 * random.nextGaussian() : level;
            million[i] = level + random.nextGaussian();
        }
    }

    /** Both p charts, run rules, CUSUM and change points over a year of days. */
    @Benchmark
    public void yearOfDaysWithLimitsAndChangePoints(Blackhole sink) {
        ControlChart chart = PChart.of(refused, prompts, 3);
        sink.consume(LaneyPPrimeChart.of(refused, prompts, 3));
        sink.consume(WesternElectricRules.all(chart.zones()));
        sink.consume(Cusum.binomial(chart.center(), refused, prompts, 0.5, 5, 0));
        sink.consume(Pelt.binomial(refused, prompts, 3 * Math.log(DAYS), 7));
    }

    /** The date interval, which is computed once per change point and not per redraw. */
    @Benchmark
    public int[] intervalOfOneChangePoint() {
        return ChangePointInterval.binomialBootstrap(refused, prompts, 0, DAYS, 200, 0.95, 200, 1);
    }

    @Benchmark
    public AutoSegmentation autoOnAYearOfDays() {
        return AutoSegmentation.binomial(refused, prompts);
    }

    @Benchmark
    public double permutationTestOfTenThousandRounds() {
        return PermutationNull.jsThreshold(firstCounts, secondCounts, 2, 0.05, 10_000, 1);
    }

    @Benchmark
    public int[] peltForTheMeanOfAMillionPoints() {
        return FunctionalPruning.mean(million, 2 * Math.log(million.length), 2);
    }
}
