package io.plumbline.monitoring;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.Policy;
import io.plumbline.stats.Interval;
import io.plumbline.store.Decisions;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The baselines of a workspace. The first one that a person accepted is the anchor and stays; the latest is in force. Without any, a
 * proposal stands in and is shown as one. A refresh is a decision in the journal, never a side effect (C4).
 */
public final class Baselines {

    /** Subject of baseline decisions in the journal. */
    public static final String SUBJECT = "production";

    private final Decisions decisions;
    private final Policy policy;

    public Baselines(Decisions decisions, Policy policy) {
        this.decisions = decisions;
        this.policy = policy;
    }

    /** The first baseline ever accepted. */
    public Optional<Baseline> anchor() {
        List<JournalEntry> entries = decisions.ofKinds(DecisionKinds.BASELINE_ACCEPTED);
        return entries.isEmpty() ? Optional.empty() : Optional.of(read(entries.get(0), Baseline.State.ANCHOR));
    }

    /** The baseline in force. */
    public Optional<Baseline> current() {
        List<JournalEntry> entries = decisions.ofKinds(DecisionKinds.BASELINE_ACCEPTED);
        return entries.isEmpty() ? Optional.empty() : Optional.of(read(entries.get(entries.size() - 1), Baseline.State.ACCEPTED));
    }

    /** Accepts a baseline with all its numbers. */
    public void accept(Baseline baseline, String reason) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("from", baseline.from().toString());
        payload.put("to", baseline.to().toString());
        payload.put("days", baseline.days());
        payload.put("detector", baseline.detector());
        payload.put("context", baseline.context());
        Map<String, Object> categories = new LinkedHashMap<>();
        new TreeMap<>(baseline.categories()).forEach((name, tally) -> categories.put(name, written(tally)));
        payload.put("categories", categories);
        payload.put("benign", written(baseline.benign()));
        number(payload, "toxicityP95", baseline.toxicityP95());
        baseline.toxicityInterval().ifPresent(interval -> {
            number(payload, "toxicityLower", interval.lower());
            number(payload, "toxicityUpper", interval.upper());
        });
        number(payload, "toxicityP999", baseline.toxicityP999());
        number(payload, "responseTokens", baseline.responseTokens());
        payload.put("reason", reason);
        decisions.record(DecisionKinds.BASELINE_ACCEPTED, SUBJECT, payload);
    }

    /**
     * The days that a baseline is proposed on: the first of the log under one detector, cut off before the first change, and no more than
     * half of a short log, so that something is left to compare.
     */
    Baseline propose(LogSnapshot log, DetectorRegimes regimes, Optional<LocalDate> firstChange) {
        List<LocalDate> days = log.days();
        int wanted = policy.count("monitor.baseline.days");
        int most = Math.max(1, Math.min(wanted, days.size() >= 2 * wanted ? wanted : days.size() / 2));
        String detector = regimes.on(days.get(0));
        int last = 0;
        while (last + 1 < most && regimes.on(days.get(last + 1)).equals(detector)
            && firstChange.filter(change -> change.isAfter(log.firstDay())).map(days.get(last + 1)::isBefore).orElse(true)) {
            last++;
        }
        String note = last + 1 == wanted ? "the first " + wanted + " days of the log"
            : "the first " + (last + 1) + " of " + wanted + " days: " + (last + 1 == most ? "the log is short"
            : "a change follows");
        return measure(log, regimes, days.get(0), days.get(last), policy.number("monitor.confidence"))
            .as(Baseline.State.PROPOSED, "", Optional.empty(), note);
    }

    /** The numbers of these days, as a proposal. */
    public static Baseline measure(LogSnapshot log, LocalDate from, LocalDate to, double confidence) {
        return measure(log, DetectorRegimes.of(log.cells()), from, to, confidence);
    }

    private static Baseline measure(LogSnapshot log, DetectorRegimes regimes, LocalDate from, LocalDate to, double confidence) {
        Map<String, Tally> categories = new TreeMap<>();
        Tally benign = Tally.NONE;
        for (DailyCell cell : log.cells()) {
            if (cell.date().isBefore(from) || cell.date().isAfter(to)) {
                continue;
            }
            if (LogSnapshot.isHarm(cell)) {
                categories.merge(cell.category(), Tally.NONE.plus(cell), Tally::plus);
            } else {
                benign = benign.plus(cell);
            }
        }
        OutputSample toxicity = LogSnapshot.pooled(log.dailyToxicity(), from, to);
        OutputSample tokens = LogSnapshot.pooled(log.responseTokens(), from, to);
        double z = new NormalDistribution().inverseCumulativeProbability(0.5 + confidence / 2);
        int days = (int) log.days().stream().filter(d -> !d.isBefore(from) && !d.isAfter(to)).count();
        return new Baseline(Baseline.State.PROPOSED, from, to, days, regimes.mostUsed(from, to), new Contexts(log.cells()).on(to), categories,
            benign, toxicity.quantile(0.95),
            toxicity.isEmpty() ? Optional.empty() : Optional.of(toxicity.quantileInterval(0.95, z)), toxicity.quantile(0.999),
            tokens.quantile(0.5), "", Optional.empty(), "");
    }

    private static Map<String, Object> written(Tally tally) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("n", tally.n());
        map.put("refused", tally.refused());
        map.put("weight", tally.weight());
        map.put("weightSquared", tally.weightSquared());
        map.put("weightedRefused", tally.weightedRefused());
        return map;
    }

    private static void number(Map<String, Object> payload, String key, double value) {
        if (Double.isFinite(value)) {
            payload.put(key, value);
        }
    }

    private static Baseline read(JournalEntry entry, Baseline.State state) {
        Map<String, Object> payload = entry.payload();
        Map<String, Tally> categories = new TreeMap<>();
        map(payload, "categories").forEach((name, value) -> categories.put(String.valueOf(name), tally((Map<?, ?>) value)));
        double lower = number(payload, "toxicityLower");
        double upper = number(payload, "toxicityUpper");
        return new Baseline(state, LocalDate.parse(text(payload, "from")), LocalDate.parse(text(payload, "to")),
            (int) number(payload, "days"), text(payload, "detector"), text(payload, "context"), categories, tally(map(payload, "benign")),
            number(payload, "toxicityP95"), lower <= upper ? Optional.of(new Interval(lower, upper)) : Optional.empty(),
            number(payload, "toxicityP999"), number(payload, "responseTokens"), entry.actor(), Optional.of(entry.time()),
            text(payload, "reason"));
    }

    private static Tally tally(Map<?, ?> map) {
        return map.isEmpty() ? Tally.NONE : new Tally((long) number(map, "n"), (long) number(map, "refused"), number(map, "weight"),
            number(map, "weightSquared"), number(map, "weightedRefused"));
    }

    private static Map<?, ?> map(Map<?, ?> from, String key) {
        return from.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Map<?, ?> from, String key) {
        return String.valueOf(Optional.ofNullable((Object) from.get(key)).orElse(""));
    }

    private static double number(Map<?, ?> from, String key) {
        return from.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
