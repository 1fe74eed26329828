package io.plumbline.bench;

import io.plumbline.stats.BinomialTail;
import io.plumbline.stats.Interval;
import io.plumbline.stats.agreement.AgreementBootstrap;
import io.plumbline.stats.agreement.GwetAc1;
import io.plumbline.stats.proportion.AgrestiCaffoInterval;
import io.plumbline.stats.proportion.AgrestiCoullInterval;
import io.plumbline.stats.proportion.ClopperPearsonInterval;
import io.plumbline.stats.proportion.ConditionalOddsRatio;
import io.plumbline.stats.proportion.JeffreysInterval;
import io.plumbline.stats.proportion.KatzLogRatio;
import io.plumbline.stats.proportion.MantelHaenszel;
import io.plumbline.stats.proportion.MiettinenNurminenInterval;
import io.plumbline.stats.proportion.NewcombeInterval;
import io.plumbline.stats.proportion.NewcombePairedInterval;
import io.plumbline.stats.proportion.PairedCounts;
import io.plumbline.stats.proportion.RelativeChange;
import io.plumbline.stats.proportion.RoganGladen;
import io.plumbline.stats.proportion.Table2x2;
import io.plumbline.stats.proportion.WaldInterval;
import io.plumbline.stats.proportion.WeightedRate;
import io.plumbline.stats.proportion.WilsonInterval;
import io.plumbline.stats.random.BinomialSampler;
import io.plumbline.stats.resampling.ClusteredRate;
import io.plumbline.stats.resampling.PairedChangeBootstrap;
import io.plumbline.stats.sketch.QuantileInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Prints how often each 95 % interval holds the true value: simulated for all, and summed over every possible outcome where there are few
 * enough, so that the simulation itself is checked. Argument: number of simulated samples (10000). The output is
 * {@code src/site/markdown/statistics-coverage.md}'s tables.
 */
public final class IntervalCoverage {

    private static final double CONFIDENCE = 0.95;

    private interface One {
        Interval of(long k, long n, double confidence);
    }

    private interface Two {
        Interval of(long k1, long n1, long k2, long n2, double confidence);
    }

    private final int samples;
    private int disagreements;

    private IntervalCoverage(int samples) {
        this.samples = samples;
    }

    public static void main(String[] arguments) {
        IntervalCoverage coverage = new IntervalCoverage(arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]));
        coverage.oneRate();
        coverage.twoRates();
        coverage.pairedRates();
        coverage.others();
        System.out.printf(Locale.ROOT, "Simulated and exact coverage differ by more than 3.5 Monte-Carlo errors in %d rows.%n",
            coverage.disagreements);
    }

    private void oneRate() {
        Map<String, One> methods = new LinkedHashMap<>();
        methods.put("Wilson", WilsonInterval::of);
        methods.put("Wilson, corrected", WilsonInterval::continuityCorrected);
        methods.put("Clopper-Pearson", ClopperPearsonInterval::of);
        methods.put("Jeffreys", JeffreysInterval::of);
        methods.put("Agresti-Coull", AgrestiCoullInterval::of);
        methods.put("Wald", WaldInterval::of);
        head("One rate");
        double[][] cases = {{20, 0.05}, {20, 0.5}, {100, 0.05}, {100, 0.95}, {500, 0.95}, {500, 0.99}};
        methods.forEach((name, method) -> {
            for (double[] c : cases) {
                int n = (int) c[0];
                Interval[] interval = new Interval[n + 1];
                double exact = 0;
                for (int k = 0; k <= n; k++) {
                    interval[k] = method.of(k, n, CONFIDENCE);
                    exact += interval[k].contains(c[1]) ? point(k, n, c[1]) : 0;
                }
                row(name, String.format(Locale.ROOT, "n %d, p %.2f", n, c[1]), c[1], samples, exact,
                    random -> interval[(int) new BinomialSampler(random).draw(n, c[1])]);
            }
        });
    }

    private void twoRates() {
        Map<String, Two> methods = new LinkedHashMap<>();
        methods.put("Newcombe", NewcombeInterval::of);
        methods.put("Newcombe, corrected", NewcombeInterval::continuityCorrected);
        methods.put("Miettinen-Nurminen", MiettinenNurminenInterval::of);
        methods.put("Agresti-Caffo", AgrestiCaffoInterval::of);
        methods.put("Wald", WaldInterval::ofDifference);
        methods.put("Katz, ratio", KatzLogRatio::of);
        methods.put("conditional odds ratio", (k1, n1, k2, n2, confidence) ->
            ConditionalOddsRatio.interval(new Table2x2(k2, n2 - k2, k1, n1 - k1), confidence));
        head("Two independent rates: difference, ratio, odds ratio");
        double[][] cases = {{20, 0.5, 0.5}, {50, 0.9, 0.8}, {100, 0.95, 0.9}};
        methods.forEach((name, method) -> {
            for (double[] c : cases) {
                int n = (int) c[0];
                double truth = name.startsWith("Katz") ? c[2] / c[1] : name.startsWith("cond") ? odds(c[2]) / odds(c[1]) : c[2] - c[1];
                Interval[][] interval = new Interval[n + 1][n + 1];
                double exact = 0;
                for (int k1 = 0; k1 <= n; k1++) {
                    for (int k2 = 0; k2 <= n; k2++) {
                        interval[k1][k2] = method.of(k1, n, k2, n, CONFIDENCE);
                        exact += interval[k1][k2].contains(truth) ? point(k1, n, c[1]) * point(k2, n, c[2]) : 0;
                    }
                }
                row(name, String.format(Locale.ROOT, "n %d each, p %.2f and %.2f", n, c[1], c[2]), truth, samples, exact, random -> {
                    BinomialSampler sampler = new BinomialSampler(random);
                    return interval[(int) sampler.draw(n, c[1])][(int) sampler.draw(n, c[2])];
                });
            }
        });
    }

    private void pairedRates() {
        head("Two rates of the same prompts (first rate 0.95, 2 % of the prompts flip each way without a change)");
        for (int n : new int[] {100, 200, 500}) {
            for (double decrease : new double[] {0, 0.05, 0.15}) {
                String what = String.format(Locale.ROOT, "n %d, relative decrease %.2f", n, decrease);
                row("Newcombe paired, difference", what, -0.95 * decrease, samples,
                    everyTable(n, decrease, counts -> NewcombePairedInterval.of(counts, CONFIDENCE).contains(-0.95 * decrease)),
                    random -> NewcombePairedInterval.of(paired(random, n, decrease), CONFIDENCE));
                row("Newcombe paired / first rate, relative change", what, -decrease, samples,
                    everyTable(n, decrease, counts -> RelativeChange.paired(counts, CONFIDENCE).contains(-decrease)),
                    random -> RelativeChange.paired(paired(random, n, decrease), CONFIDENCE));
                row("BCa bootstrap, relative change", what, -decrease, samples / 5, Double.NaN,
                    random -> PairedChangeBootstrap.biasCorrected(paired(random, n, decrease), CONFIDENCE, 1000, random.nextLong()));
            }
        }
    }

    private void others() {
        head("Corrected, weighted and clustered rates, quantiles, agreement");
        row("Rogan-Gladen", "n 500, true rate 0.10, sensitivity 0.85 of 80, specificity 0.95 of 200", 0.1, samples, Double.NaN, random -> {
            BinomialSampler sampler = new BinomialSampler(random);
            return RoganGladen.of(sampler.draw(500, 0.1 * 0.85 + 0.9 * 0.05), 500, sampler.draw(80, 0.85), 80, sampler.draw(200, 0.95),
                200, CONFIDENCE)
                .interval();
        });
        row("weighted by inclusion", "10000 records, 4 % kept in full, the rest at 10 %", 0.04 * 0.9 + 0.96 * 0.02, samples / 10,
            Double.NaN,
            IntervalCoverage::weighted);
        row("cluster bootstrap", "100 clusters of 5 to 15, design effect about 4", 0.41, samples / 10, Double.NaN,
            IntervalCoverage::clustered);
        row("Mantel-Haenszel common odds ratio", "8 categories of 2 x 40, odds ratio 2", 2, samples, Double.NaN,
            IntervalCoverage::stratified);
        for (int n : new int[] {100, 500}) {
            row("order statistics, 95th percentile", "n " + n, 0.95, samples, orderStatistics(n), random ->
                QuantileInterval.of(random.doubles(n).toArray(), 0.95, CONFIDENCE));
        }
        row("bootstrap of Gwet's AC1", "100 units, 2 raters, 10 % errors each, 85 % of one category", ac1(), samples / 10, Double.NaN,
            random -> AgreementBootstrap.interval(ratings(random), GwetAc1::of, CONFIDENCE, 400, random.nextLong()));
    }

    private static Interval weighted(SplittableRandom random) {
        boolean[] success = new boolean[10_000];
        double[] inclusion = new double[10_000];
        int kept = 0;
        for (int i = 0; i < 10_000; i++) {
            boolean flagged = random.nextDouble() < 0.04;
            boolean refused = random.nextDouble() < (flagged ? 0.9 : 0.02);
            if (flagged || random.nextDouble() < 0.1) {
                success[kept] = refused;
                inclusion[kept++] = flagged ? 1 : 0.1;
            }
        }
        return WeightedRate.of(Arrays.copyOf(success, kept), Arrays.copyOf(inclusion, kept), CONFIDENCE).interval();
    }

    private static Interval clustered(SplittableRandom random) {
        BinomialSampler sampler = new BinomialSampler(random);
        long[] n = new long[100];
        long[] k = new long[100];
        for (int i = 0; i < n.length; i++) {
            n[i] = 5 + random.nextInt(11);
            k[i] = sampler.draw(n[i], random.nextDouble() < 0.3 ? 0.9 : 0.2);
        }
        return ClusteredRate.bootstrap(k, n, CONFIDENCE, 1000, random.nextLong());
    }

    private static Interval stratified(SplittableRandom random) {
        BinomialSampler sampler = new BinomialSampler(random);
        List<Table2x2> layers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            double p = 0.2 + 0.08 * i;
            double doubled = 2 * odds(p) / (1 + 2 * odds(p));
            long first = sampler.draw(40, doubled);
            long second = sampler.draw(40, p);
            layers.add(new Table2x2(first, 40 - first, second, 40 - second));
        }
        return MantelHaenszel.of(layers, CONFIDENCE).interval();
    }

    private static double orderStatistics(int n) {
        QuantileInterval ranks = QuantileInterval.ofSize(n, 0.95, CONFIDENCE);
        return BinomialTail.atMost(ranks.upperRank() - 1, n, 0.95) - BinomialTail.atMost(ranks.lowerRank() - 1, n, 0.95);
    }

    private static double ac1() {
        double agreement = 0.9 * 0.9 + 0.1 * 0.1;
        double share = 0.85 * 0.9 + 0.15 * 0.1;
        double chance = 2 * share * (1 - share);
        return (agreement - chance) / (1 - chance);
    }

    private static double[][] ratings(SplittableRandom random) {
        double[][] ratings = new double[2][100];
        for (int i = 0; i < 100; i++) {
            int truth = random.nextDouble() < 0.85 ? 1 : 0;
            ratings[0][i] = random.nextDouble() < 0.9 ? truth : 1 - truth;
            ratings[1][i] = random.nextDouble() < 0.9 ? truth : 1 - truth;
        }
        return ratings;
    }

    private static PairedCounts paired(SplittableRandom random, int n, double decrease) {
        BinomialSampler sampler = new BinomialSampler(random);
        double worse = 0.02 + 0.95 * decrease;
        long onlyFirst = sampler.draw(n, worse);
        long onlySecond = sampler.draw(n - onlyFirst, 0.02 / (1 - worse));
        long neither = sampler.draw(n - onlyFirst - onlySecond, 0.03 / (1 - worse - 0.02));
        return new PairedCounts(n - onlyFirst - onlySecond - neither, onlyFirst, onlySecond, neither);
    }

    /** Probability of the tables that {@code holds} accepts, over all of them; NaN where they are too many. */
    private static double everyTable(int n, double decrease, Predicate<PairedCounts> holds) {
        if (n > 200) {
            return Double.NaN;
        }
        double worse = 0.02 + 0.95 * decrease;
        double sum = 0;
        for (int onlyFirst = 0; onlyFirst <= n; onlyFirst++) {
            double first = point(onlyFirst, n, worse);
            for (int onlySecond = 0; first > 1e-12 && onlySecond <= n - onlyFirst; onlySecond++) {
                double second = first * point(onlySecond, n - onlyFirst, 0.02 / (1 - worse));
                int left = n - onlyFirst - onlySecond;
                for (int neither = 0; second > 1e-13 && neither <= left; neither++) {
                    double third = second * point(neither, left, 0.03 / (1 - worse - 0.02));
                    if (third > 1e-14) {
                        PairedCounts counts = new PairedCounts(left - neither, onlyFirst, onlySecond, neither);
                        sum += counts.first() > 0 && holds.test(counts) ? third : 0;
                    }
                }
            }
        }
        return sum;
    }

    private static double odds(double p) {
        return p / (1 - p);
    }

    private static double point(long k, long n, double p) {
        return BinomialTail.atMost(k, n, p) - BinomialTail.atMost(k - 1, n, p);
    }

    private static void head(String title) {
        System.out.printf("%n## %s%n%n| interval | case | simulated | Monte-Carlo error | exact | mean width |%n"
            + "|---|---|---|---|---|---|%n", title);
    }

    private void row(String name, String what, double truth, int draws, double exact, Function<SplittableRandom, Interval> draw) {
        SplittableRandom random = new SplittableRandom(name.hashCode() * 31L + what.hashCode());
        int covered = 0;
        double width = 0;
        int finite = 0;
        for (int i = 0; i < draws; i++) {
            Interval interval = draw.apply(random);
            covered += interval.contains(truth) ? 1 : 0;
            if (Double.isFinite(interval.width())) {
                width += interval.width();
                finite++;
            }
        }
        double simulated = (double) covered / draws;
        double error = Math.sqrt(Math.max(simulated * (1 - simulated), 1e-4) / draws);
        disagreements += Math.abs(simulated - exact) > 3.5 * error ? 1 : 0;
        System.out.printf(Locale.ROOT, "| %s | %s | %.4f | %.4f | %s | %.4f |%n", name, what, simulated, error,
            Double.isNaN(exact) ? "" : String.format(Locale.ROOT, "%.4f", exact), width / finite);
    }
}
