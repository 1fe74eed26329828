package io.plumbline.monitoring;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What follows from a snapshot alone, whatever the sensitivity: pooled outputs and the distances of the mix to a baseline. Each is computed
 * when it is first asked for, so that the second position of a slider costs only what the slider changes.
 */
final class SnapshotMemory {

    private final LogSnapshot snapshot;
    private final NavigableMap<LocalDate, OutputSample> toxicity;
    private final Map<Double, Exceedance> toxic = new ConcurrentHashMap<>();
    private final Map<Double, Exceedance> tokens = new ConcurrentHashMap<>();
    private Optional<InputMix> mix = Optional.empty();

    SnapshotMemory(LogSnapshot snapshot) {
        this.snapshot = snapshot;
        this.toxicity = snapshot.dailyToxicity();
    }

    boolean isOf(LogSnapshot other) {
        return snapshot == other;
    }

    LogSnapshot snapshot() {
        return snapshot;
    }

    /** Toxicity of all outputs per day. */
    NavigableMap<LocalDate, OutputSample> toxicity() {
        return toxicity;
    }

    /** Outputs above a quantile of the toxicity of the whole log. */
    Exceedance toxicityAbove(double probability) {
        return toxic.computeIfAbsent(probability, p -> Exceedance.of(toxicity, p));
    }

    /** Answers longer than a quantile of the whole log. */
    Exceedance tokensAbove(double probability) {
        return tokens.computeIfAbsent(probability, p -> Exceedance.of(snapshot.responseTokens(), p));
    }

    /** The mix against this baseline; only the last baseline is kept, as a slider rarely moves it. */
    synchronized InputMix mix(Baseline baseline) {
        InputMix wanted = mix.filter(m -> m.isAgainst(baseline)).orElseGet(() -> new InputMix(snapshot, baseline));
        mix = Optional.of(wanted);
        return wanted;
    }

    /** A quantile of all days together, and each day's values above it. */
    record Exceedance(double limit, NavigableMap<LocalDate, Tally> daily) {

        private static Exceedance of(NavigableMap<LocalDate, OutputSample> daily, double probability) {
            double limit = OutputSample.merged(daily.values()).quantile(probability);
            return new Exceedance(limit, OutputSeries.above(daily, limit));
        }
    }
}
