package io.plumbline.monitoring;

import io.plumbline.signals.anomaly.AnomalyModel;
import io.plumbline.stats.Interval;
import java.util.Locale;
import java.util.stream.Collectors;

/** Anomalies in plain sentences. */
public final class AnomalyWords {

    private static final int NAMED = 2;
    private static final double NOTED = 1.05;

    private AnomalyWords() {
    }

    /** Why a record is flagged. */
    public static String reason(AnomalyReport.Anomaly anomaly) {
        return "Unusual for " + (anomaly.category().isEmpty() ? "this log" : anomaly.category()) + ": " + anomaly.causes().stream().limit(NAMED)
            .map(AnomalyWords::cause).collect(Collectors.joining(", ")) + ". Fewer than " + oneIn(anomaly.pValue())
            + " baseline records are as unusual.";
    }

    /** "3–17 to be expected, days differing 1.2 times as much as chance". */
    public static String expected(AnomalyReport report) {
        return report.expected().lower() + "–" + report.expected().upper() + " to be expected" + (report.dispersion() < NOTED ? ""
            : String.format(Locale.ROOT, ", days differing %.1f times as much as chance", report.dispersion()));
    }

    /** "toxicity 0.91, usually 0.03". */
    public static String cause(AnomalyModel.Cause cause) {
        return signal(cause.signal()) + " " + number(cause.value()) + ", usually " + number(cause.usual());
    }

    /** The name of a signal in lower case words. */
    public static String signal(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A small share with enough digits to tell it from the level: "0.097%". */
    public static String share(double share) {
        return String.format(Locale.ROOT, share < 0.1 ? "%.3f%%" : "%.1f%%", 100 * share);
    }

    /** "0.06–0.12%". */
    public static String interval(Interval interval) {
        return String.format(Locale.ROOT, "%.3f–%.3f%%", 100 * interval.lower(), 100 * interval.upper());
    }

    private static String oneIn(double p) {
        return "1 in " + Figures.count(Math.max(1, (long) Math.floor(1 / p)));
    }

    private static String number(double value) {
        return Math.abs(value) >= 10 ? Figures.count(Math.round(value)) : String.format(Locale.ROOT, "%.2f", value);
    }
}
