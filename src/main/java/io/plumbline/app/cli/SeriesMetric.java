package io.plumbline.app.cli;

import io.plumbline.domain.LogSignal;
import io.plumbline.store.SeriesCell;
import io.plumbline.store.SignalSummary;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * One number of each bucket of a series, named as on the command line: {@code refusal_rate}, or a signal with {@code _mean} or a percentile
 * such as {@code _p95} behind its name. {@code refusal_rate_weighted} and {@code _mean_weighted} are of the traffic that the records are a
 * sample of.
 *
 * @param name     as on the command line
 * @param signal   the signal; empty for the refusal rate
 * @param quantile which; empty for the mean
 */
record SeriesMetric(String name, Optional<LogSignal> signal, OptionalDouble quantile) {

    private static final String REFUSAL_RATE = "refusal_rate";
    private static final String MEAN = "_mean";
    private static final String WEIGHTED = "_weighted";

    /** @throws IllegalArgumentException with a sentence where there is no such metric */
    static SeriesMetric named(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        String plain = name.endsWith(WEIGHTED) ? name.substring(0, name.length() - WEIGHTED.length()) : name;
        if (plain.equals(REFUSAL_RATE)) {
            return new SeriesMetric(name, Optional.empty(), OptionalDouble.empty());
        }
        if (plain.endsWith(MEAN)) {
            return new SeriesMetric(name, Optional.of(signal(plain.substring(0, plain.length() - MEAN.length()), name)), OptionalDouble.empty());
        }
        int percentile = name.lastIndexOf("_p");
        if (percentile > 0 && name.substring(percentile + 2).matches("\\d{1,2}")) {
            double share = Integer.parseInt(name.substring(percentile + 2)) / 100.0;
            return new SeriesMetric(name, Optional.of(signal(name.substring(0, percentile), name)), OptionalDouble.of(share));
        }
        throw unknown(name);
    }

    /** The signal of that name on the command line. */
    static Optional<LogSignal> signalNamed(String name) {
        return Arrays.stream(LogSignal.values()).filter(signal -> signal.name().equalsIgnoreCase(name.strip())).findFirst();
    }

    static String signalNames() {
        return Arrays.stream(LogSignal.values()).map(signal -> signal.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }

    /** A name in the spelling of JSON: toxicity_p95 becomes toxicityP95. */
    static String key(String name) {
        StringBuilder key = new StringBuilder();
        for (String word : name.toLowerCase(Locale.ROOT).split("_")) {
            key.append(key.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return key.toString();
    }

    String key() {
        return key(name);
    }

    /** The number in a bucket; NaN where no record has one. */
    double of(SeriesCell cell) {
        if (signal.isEmpty()) {
            return isWeighted() ? cell.weightedRefusalRate() : cell.refusalRate();
        }
        SignalSummary summary = cell.signals().get(signal.get());
        if (summary == null) {
            return Double.NaN;
        }
        return quantile.isPresent() ? summary.quantile(quantile.getAsDouble()) : isWeighted() ? summary.weightedMean() : summary.mean();
    }

    private boolean isWeighted() {
        return name.endsWith(WEIGHTED);
    }

    private static LogSignal signal(String signal, String metric) {
        return signalNamed(signal).orElseThrow(() -> unknown(metric));
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("There is no metric “" + name + "”. Metrics are " + REFUSAL_RATE
            + " and, with _mean or a percentile such as _p50, _p95 or _p99 behind it, any of: " + signalNames() + ". " + REFUSAL_RATE + WEIGHTED
            + " and _mean" + WEIGHTED + " are of all traffic where the log is a sample of it.");
    }
}
