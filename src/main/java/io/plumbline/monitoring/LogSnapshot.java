package io.plumbline.monitoring;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.LogRecord;
import io.plumbline.signals.trigger.TriggerCandidate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What an analysis needs of the log, read once, so that moving a slider computes without asking the store again.
 *
 * @param cells            counts of user traffic
 * @param toxicity         toxicity scores per category and day
 * @param triggered        prompts that carry a trigger candidate, per harm category and day
 * @param responseTokens   tokens of the answers to benign prompts per day
 * @param gaps             holes in the log
 * @param excludedCanaries canary records kept out
 * @param missingLabels    harm-category records without a label of the log's own
 * @param triggers         tokens whose prompts are complied with
 * @param accounts         accounts that look like probes
 * @param topics           records per topic and day; empty where there are too many different ones to compare
 * @param anomalies        what the anomaly score says of the same records; empty where it was not measured
 */
public record LogSnapshot(List<DailyCell> cells, Map<String, NavigableMap<LocalDate, OutputSample>> toxicity,
                          Map<String, NavigableMap<LocalDate, Tally>> triggered,
                          NavigableMap<LocalDate, OutputSample> responseTokens, List<LogGap> gaps, long excludedCanaries,
                          long missingLabels, List<TriggerCandidate> triggers, List<ProbeAccount> accounts,
                          Map<String, NavigableMap<LocalDate, Long>> topics, Optional<AnomalyReport> anomalies) {

    public LogSnapshot {
        cells = List.copyOf(cells);
        gaps = List.copyOf(gaps);
        triggers = List.copyOf(triggers);
        accounts = List.copyOf(accounts);
    }

    /** Records and flags of the anomaly score per day; empty where it was not measured. */
    NavigableMap<LocalDate, Tally> dailyAnomalies() {
        TreeMap<LocalDate, Tally> daily = new TreeMap<>();
        anomalies.ifPresent(report -> report.days().forEach(day -> daily.put(day.date(), new Tally(day.records(), day.flagged(), day.records(),
            day.records(), day.flagged()))));
        return daily;
    }

    static boolean isHarm(DailyCell cell) {
        return !LogRecord.BENIGN.equals(cell.category());
    }

    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /** Harm categories in the traffic, alphabetical. */
    public List<String> harmCategories() {
        TreeSet<String> names = new TreeSet<>();
        cells.stream().filter(LogSnapshot::isHarm).forEach(c -> names.add(c.category()));
        return List.copyOf(names);
    }

    public LocalDate firstDay() {
        return cells.stream().map(DailyCell::date).min(LocalDate::compareTo).orElseThrow();
    }

    public LocalDate lastDay() {
        return cells.stream().map(DailyCell::date).max(LocalDate::compareTo).orElseThrow();
    }

    /** Days with records. */
    public List<LocalDate> days() {
        return List.copyOf(new TreeSet<>(cells.stream().map(DailyCell::date).toList()));
    }

    /** Tally per day over the cells that are wanted; days without any are absent. */
    NavigableMap<LocalDate, Tally> daily(Predicate<DailyCell> wanted) {
        TreeMap<LocalDate, Tally> byDay = new TreeMap<>();
        cells.stream().filter(wanted).forEach(c -> byDay.merge(c.date(), Tally.NONE.plus(c), Tally::plus));
        return byDay;
    }

    NavigableMap<LocalDate, Tally> dailyRefusal(String category) {
        return MetricSeries.ALL.equals(category) ? daily(LogSnapshot::isHarm) : daily(c -> c.category().equals(category));
    }

    /** Refusals of a harm category without the prompts that carry a trigger candidate, which is a finding of its own. */
    NavigableMap<LocalDate, Tally> dailyRefusalWithoutTriggers(String category) {
        TreeMap<LocalDate, Tally> rest = new TreeMap<>(dailyRefusal(category));
        triggered.getOrDefault(category, new TreeMap<>()).forEach((date, tally) -> rest.computeIfPresent(date, (d, all) -> all.minus(tally)));
        return rest;
    }

    /** Toxicity scores of all outputs per day. */
    NavigableMap<LocalDate, OutputSample> dailyToxicity() {
        TreeMap<LocalDate, List<OutputSample>> parts = new TreeMap<>();
        toxicity.values().forEach(byDay -> byDay.forEach((date, sample) -> parts.computeIfAbsent(date, d -> new ArrayList<>()).add(sample)));
        TreeMap<LocalDate, OutputSample> merged = new TreeMap<>();
        parts.forEach((date, samples) -> merged.put(date, OutputSample.merged(samples)));
        return merged;
    }

    /** Toxicity of the outputs of these days. */
    public OutputSample toxicityBetween(LocalDate from, LocalDate to) {
        List<OutputSample> parts = toxicity.values().stream().map(byDay -> pooled(byDay, from, to)).filter(s -> !s.isEmpty()).toList();
        return parts.isEmpty() ? OutputSample.EMPTY : OutputSample.merged(parts);
    }

    /** Tokens of the answers to benign prompts of these days. */
    public OutputSample responseTokensBetween(LocalDate from, LocalDate to) {
        return pooled(responseTokens, from, to);
    }

    /** All values of these days together. */
    static OutputSample pooled(NavigableMap<LocalDate, OutputSample> byDay, LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            return OutputSample.EMPTY;
        }
        Collection<OutputSample> parts = byDay.subMap(from, true, to, true).values();
        return parts.isEmpty() ? OutputSample.EMPTY : OutputSample.merged(parts);
    }
}
