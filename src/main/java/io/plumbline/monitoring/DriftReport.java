package io.plumbline.monitoring;

import io.plumbline.domain.SafetyState;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the drift analysis says of a production log.
 *
 * @param excludedCanaries canary records kept out of every number
 * @param from             first day shown; empty without records
 * @param to               last day shown
 * @param records          records of user traffic in these days
 * @param missingLabels    harm-category records on which our refusal detector stands in for a label of the log
 * @param baseline         what is compared with; empty without records
 * @param anchor           the first baseline ever accepted
 * @param series           one per metric and category
 * @param categoryShares   shares of the harm categories per day
 * @param changes          per overall change point, how much rates and mix explain
 * @param events           context and detector changes, gaps, first prompts with a trigger candidate
 * @param findings         worst first, then by date
 * @param contributions    what each category contributes to the difference of the last window to the baseline
 */
public record DriftReport(long excludedCanaries, Optional<LocalDate> from, Optional<LocalDate> to, long records, long missingLabels,
                          Optional<Baseline> baseline, Optional<Baseline> anchor, List<MetricSeries> series,
                          Map<LocalDate, Map<String, Double>> categoryShares, Map<LocalDate, MixAndRate> changes, List<DriftEvent> events,
                          List<DriftFinding> findings, MixAndRate contributions) {

    /** What is to be said where the anomaly score was not measured. */
    public static final String ANOMALIES_NOT_MEASURED = "Anomalous outputs: not measured. The anomaly score needs a baseline and a search of these very "
        + "records (Drift, Anomalies, or the command anomalies).";

    public DriftReport {
        series = List.copyOf(series);
        events = List.copyOf(events);
        findings = List.copyOf(findings);
    }

    static final Comparator<DriftFinding> WORST_FIRST = Comparator
        .comparingInt((DriftFinding f) -> rank(f.level())).thenComparing(f -> f.severity(), Comparator.reverseOrder())
        .thenComparing(DriftFinding::date).thenComparing(DriftFinding::category);

    static DriftReport empty(long excludedCanaries, Optional<Baseline> baseline, Optional<Baseline> anchor) {
        return new DriftReport(excludedCanaries, Optional.empty(), Optional.empty(), 0, 0, baseline, anchor, List.of(), Map.of(), Map.of(),
            List.of(), List.of(), new MixAndRate(0, 0, 0, 1, List.of()));
    }

    private static int rank(SafetyState state) {
        return switch (state) {
            case ACT -> 0;
            case WATCH -> 1;
            case NOT_ENOUGH_EVIDENCE -> 2;
            case OK -> 3;
        };
    }

    /** Whether a metric was measured at all; what was not is neither good nor bad. */
    public boolean measures(Metric metric) {
        return series.stream().anyMatch(s -> s.metric() == metric);
    }

    public Optional<MetricSeries> find(Metric metric, String category) {
        return series.stream().filter(s -> s.metric() == metric && s.category().equals(category)).findFirst();
    }

    /** Harm categories with a series of their own, alphabetical. */
    public List<String> categories() {
        return series.stream().filter(s -> s.metric() == Metric.REFUSAL && !s.category().equals(MetricSeries.ALL)).map(MetricSeries::category)
            .toList();
    }
}
