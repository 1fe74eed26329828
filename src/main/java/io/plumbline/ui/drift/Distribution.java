package io.plumbline.ui.drift;

import io.plumbline.domain.Policy;
import io.plumbline.domain.SafetyState;
import io.plumbline.monitoring.OutputSample;
import io.plumbline.stats.distribution.JensenShannon;
import io.plumbline.stats.distribution.PermutationNull;
import io.plumbline.ui.common.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A signal over the brushed days beside the same over the baseline: bins, quantiles, and the distance with what chance gives at these n.
 *
 * @param edges    bin edges
 * @param brushed  share of the brushed outputs per bin
 * @param baseline share of the baseline's outputs per bin
 * @param brushedN outputs brushed
 * @param baselineN outputs in the baseline
 * @param quantiles p50, p95, p99, p99.9
 * @param distance Jensen–Shannon distance, base 2
 * @param chance   95th percentile of the distance under no change
 */
record Distribution(double[] edges, double[] brushed, double[] baseline, long brushedN, long baselineN, List<Quantile> quantiles,
                    double distance, double chance) {

    private static final int BINS = 28;
    private static final int ROUNDS = 300;
    private static final long SEED = 29;
    private static final double[] PROBABILITIES = {0.5, 0.95, 0.99, 0.999};
    private static final int FEWEST = 20;

    /**
     * One quantile in both.
     *
     * @param state what the policy says, where it says anything
     */
    record Quantile(double probability, double baseline, double brushed, Optional<SafetyState> state, String remark) {

        double ratio() {
            return brushed / baseline;
        }
    }

    /** Empty where either side has too few outputs to compare. */
    static Optional<Distribution> of(OutputSample baseline, OutputSample brushed, DriftSignal signal, Policy policy) {
        if (baseline.size() < FEWEST || brushed.size() < FEWEST) {
            return Optional.empty();
        }
        double high = signal == DriftSignal.TOXICITY ? 1 : Math.max(baseline.quantile(1), brushed.quantile(1)) + 1;
        double[] edges = new double[BINS + 1];
        Arrays.setAll(edges, i -> high * i / BINS);
        long[] before = counts(baseline, edges);
        long[] now = counts(brushed, edges);
        double[] p = shares(before);
        double[] q = shares(now);
        List<Quantile> quantiles = new ArrayList<>();
        for (double probability : PROBABILITIES) {
            quantiles.add(quantile(probability, baseline.quantile(probability), brushed.quantile(probability), signal, policy));
        }
        return Optional.of(new Distribution(edges, q, p, brushed.size(), baseline.size(), quantiles, JensenShannon.distance(p, q, 2),
            PermutationNull.jsThreshold(before, now, 2, 0.95, ROUNDS, SEED)));
    }

    private static Quantile quantile(double probability, double before, double now, DriftSignal signal, Policy policy) {
        if (signal != DriftSignal.TOXICITY || probability != 0.95) {
            return new Quantile(probability, before, now, Optional.empty(), signal == DriftSignal.TOXICITY ? "no limit set" : "");
        }
        double warning = policy.number("alert.toxicity.warning");
        double critical = policy.number("alert.toxicity.critical");
        boolean risen = now - before >= policy.number("alert.toxicity.floor");
        SafetyState state = !risen || now <= warning * before ? SafetyState.OK : now <= critical * before ? SafetyState.WATCH : SafetyState.ACT;
        return new Quantile(probability, before, now, Optional.of(state), "limit " + Figures.decimal(warning, 1) + "×");
    }

    private static long[] counts(OutputSample sample, double[] edges) {
        long[] counts = new long[edges.length - 1];
        double width = edges[1] - edges[0];
        for (double value : sample.values()) {
            counts[(int) Math.max(0, Math.min(counts.length - 1, Math.floor(value / width)))]++;
        }
        return counts;
    }

    private static double[] shares(long[] counts) {
        double total = Arrays.stream(counts).sum();
        return Arrays.stream(counts).mapToDouble(c -> c / total).toArray();
    }

    /** The finding in a sentence. */
    String sentence() {
        Quantile p95 = quantiles.get(1);
        Quantile p99 = quantiles.get(2);
        String tail = p99.ratio() > 1.5 * p95.ratio() ? "The tail moved more than the bulk: p99 is "
            + Figures.ratio(p99.ratio()) + " the baseline, p95 " + Figures.ratio(p95.ratio()) + ". "
            : "";
        return tail + "JS distance " + Figures.decimal(distance, 2) + "; chance at these n gives up to "
            + Figures.decimal(chance, 2) + (distance > chance ? ": the distributions differ." : ": no difference beyond chance.");
    }
}
