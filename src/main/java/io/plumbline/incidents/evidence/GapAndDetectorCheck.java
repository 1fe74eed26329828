package io.plumbline.incidents.evidence;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.NewcombeInterval;
import io.plumbline.store.ProductionLog;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Is it the measuring instead of the model? Looks for stretches without records that the usual traffic of those hours cannot explain, for
 * a change of the detector behind the log's labels, and asks the program's own refusal detector whether it sees the same fall.
 */
final class GapAndDetectorCheck {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final long HOUR = 3_600_000;

    private final ProductionLog log;
    private final Policy policy;

    GapAndDetectorCheck(ProductionLog log, Policy policy) {
        this.log = log;
        this.policy = policy;
    }

    /** @param own the program's own reading of the same responses in both periods */
    ComputedEvidence examine(Comparison comparison, OwnReading own) {
        double confidence = policy.number("monitor.confidence");
        Period window = comparison.window();
        Set<String> before = versions(comparison, comparison.baseline());
        Set<String> now = versions(comparison, window);
        Set<String> unseen = new TreeSet<>(now);
        unseen.removeAll(before);
        Silence silence = longestSilence(comparison);

        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.plain("Detector versions", String.join(", ", now), log.count(window.of(comparison.scope())), window));
        figures.add(Figure.plain("Longest stretch without a record", Shown.duration(silence.minutes()), silence.records(), window));
        figures.add(Figure.refusal("Refusal by the program's own detector, before", own.before(), confidence, comparison.baseline()));
        figures.add(Figure.refusal("Refusal by the program's own detector, now", own.now(), confidence, window));
        Interval ownChange = own.change(confidence);
        figures.add(Figure.points("Change by the program's own detector", own.now().refusal() - own.before().refusal(), ownChange,
            own.now().n(), window));

        boolean ownSeesIt = ownChange.upper() < 0;
        boolean suspicious = silence.unexpected(policy.number("monitor.alpha"));
        EvidenceResult result = suspicious || !unseen.isEmpty() && !ownSeesIt ? EvidenceResult.NOT_RULED_OUT : EvidenceResult.RULED_OUT;
        return new ComputedEvidence("Monitoring error", result, sentence(now, unseen, silence, suspicious, own), figures,
            RecordsBehind.all(window.of(comparison.scope()), "harmful prompts, " + window.label()));
    }

    private String sentence(Set<String> now, Set<String> unseen, Silence silence, boolean suspicious, OwnReading own) {
        String detector = unseen.isEmpty()
            ? (now.size() == 1 ? now.iterator().next() + " throughout" : "detectors " + String.join(", ", now) + " as in the baseline")
            : "detector " + String.join(", ", unseen) + " was not in use in the baseline";
        String gap = suspicious
            ? "no record for " + Shown.duration(silence.minutes()) + " from " + MOMENT.format(silence.start()) + " UTC"
            : silence.minutes() <= 60 * policy.number("monitor.gap.hours")
                ? "no gap over " + policy.exact("monitor.gap.hours").toPlainString() + " h"
                : "longest silence " + Shown.duration(silence.minutes()) + ", usual for its hour";
        return detector + "; " + gap + "; own detector " + Shown.percent(own.before().refusal()) + " → " + Shown.percent(own.now().refusal());
    }

    private Set<String> versions(Comparison comparison, Period period) {
        return log.dailyCells(period.of(comparison.scope())).stream().map(DailyCell::detectorVersion)
            .map(MeasuredRecord::refusalDetector).map(v -> v.isEmpty() ? "unnamed detector" : v).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The stretch without records that is hardest to explain by the usual traffic of its hours. */
    private Silence longestSilence(Comparison comparison) {
        Period window = comparison.window();
        long[] times = log.times(window.of(LogFilter.everything()));
        double[][] usual = recordsPerHour(comparison.baseline());
        Instant opens = window.from().atStartOfDay(ZoneOffset.UTC).toInstant();
        long previous = opens.toEpochMilli();
        Silence worst = new Silence(opens, 0, 0, times.length);
        for (long time : times) {
            if (time - previous > worst.minutes() * 60_000) {
                Silence silence = new Silence(Instant.ofEpochMilli(previous), Duration.ofMillis(time - previous).toMinutes(),
                    expected(usual, previous, time), times.length);
                worst = silence.due() >= worst.due() ? silence : worst;
            }
            previous = time;
        }
        return worst;
    }

    /** Mean number of records in each hour of the day, on working days and at weekends. */
    private double[][] recordsPerHour(Period baseline) {
        double[][] counts = new double[2][24];
        double[] days = new double[2];
        for (LocalDate day = baseline.from(); !day.isAfter(baseline.to()); day = day.plusDays(1)) {
            days[kind(day.getDayOfWeek())]++;
        }
        for (long time : log.times(baseline.of(LogFilter.everything()))) {
            ZonedDateTime moment = Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC);
            counts[kind(moment.getDayOfWeek())][moment.getHour()]++;
        }
        for (int kind = 0; kind < 2; kind++) {
            for (int hour = 0; hour < 24; hour++) {
                counts[kind][hour] /= Math.max(1, days[kind]);
            }
        }
        return counts;
    }

    private static double expected(double[][] usual, long from, long to) {
        double due = 0;
        for (long at = from; at < to; ) {
            long next = Math.min(to, (at / HOUR + 1) * HOUR);
            ZonedDateTime moment = Instant.ofEpochMilli(at).atZone(ZoneOffset.UTC);
            due += usual[kind(moment.getDayOfWeek())][moment.getHour()] * (next - at) / HOUR;
            at = next;
        }
        return due;
    }

    private static int kind(DayOfWeek day) {
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY ? 1 : 0;
    }

    /**
     * @param due     records that the usual traffic brings in such a stretch
     * @param records records in the window, each of which could have been the end of such a stretch
     */
    private record Silence(Instant start, long minutes, double due, long records) {

        /** Poisson probability of no record, times the number of chances for it (Bonferroni). */
        boolean unexpected(double alpha) {
            return minutes > 0 && Math.exp(-due) * Math.max(1, records) < alpha;
        }
    }

    /** The refusal rate as the program's own detector reads it. */
    record OwnReading(Tally before, Tally now) {

        Interval change(double confidence) {
            return before.n() == 0 || now.n() == 0 ? new Interval(-1, 1)
                : NewcombeInterval.of(before.refused(), before.n(), now.refused(), now.n(), confidence);
        }
    }
}
