package io.plumbline.ui.overview;

import io.plumbline.domain.AlertLevel;
import io.plumbline.domain.DailyCell;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.SafetyState;
import io.plumbline.monitoring.Alert;
import io.plumbline.monitoring.AlertRules;
import io.plumbline.monitoring.MetricSeries;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Refusal by category and week against the baseline, judged by the alert rules: Watch is past the warning limit, Act is past the critical one
 * with the whole interval past the warning; with too few records a cell is not judged at all.
 */
final class HeatReader {

    private static final int WEEK = 7;
    /** As many columns as stay readable; Drift shows the rest. */
    private static final int WEEKS = 13;
    private static final int RECENT_DAYS = 28;

    private final Policy policy;
    private final AlertRules rules;
    private final LocalDate baselineFrom;
    private final LocalDate baselineTo;

    HeatReader(Policy policy, LocalDate baselineFrom, LocalDate baselineTo) {
        this.policy = policy;
        rules = new AlertRules(policy);
        this.baselineFrom = baselineFrom;
        this.baselineTo = baselineTo;
    }

    OverviewReading.Heat read(List<DailyCell> all, Optional<LocalDate> changePoint) {
        List<DailyCell> harmful = all.stream().filter(cell -> !cell.category().equals(LogRecord.BENIGN)).toList();
        LocalDate first = harmful.stream().map(DailyCell::date).min(Comparator.naturalOrder()).orElseThrow();
        LocalDate last = harmful.stream().map(DailyCell::date).max(Comparator.naturalOrder()).orElseThrow();
        List<LocalDate> weeks = weeks(first, last);
        List<OverviewReading.HeatRow> rows = new ArrayList<>();
        harmful.stream().map(DailyCell::category).distinct().forEach(category ->
            rows.add(row(Optional.of(category), category, harmful, weeks, last)));
        rows.sort(Comparator.comparingDouble(row -> Double.isNaN(row.recent()) ? Double.MAX_VALUE : row.recent()));
        rows.add(0, row(Optional.empty(), "All", harmful, weeks, last));
        return new OverviewReading.Heat(weeks, rows, policy.count("monitor.category.minimum"), RECENT_DAYS, weekOf(changePoint, weeks));
    }

    /** Whole weeks that end on the last day, so that the newest column is never a short one. */
    private static List<LocalDate> weeks(LocalDate first, LocalDate last) {
        List<LocalDate> weeks = new ArrayList<>();
        for (LocalDate start = last.minusDays(WEEK - 1L); weeks.size() < WEEKS && !start.plusDays(WEEK - 1L).isBefore(first);
             start = start.minusDays(WEEK)) {
            weeks.add(0, start.isBefore(first) ? first : start);
        }
        return weeks;
    }

    private static OptionalInt weekOf(Optional<LocalDate> day, List<LocalDate> weeks) {
        if (day.isEmpty() || weeks.isEmpty() || day.get().isBefore(weeks.get(0))) {
            return OptionalInt.empty();
        }
        int nearest = -1;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < weeks.size(); i++) {
            long distance = Math.abs(ChronoUnit.DAYS.between(weeks.get(i), day.get()));
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
    }

    private OverviewReading.HeatRow row(Optional<String> category, String name, List<DailyCell> harmful, List<LocalDate> weeks, LocalDate last) {
        List<DailyCell> mine = harmful.stream().filter(cell -> category.map(cell.category()::equals).orElse(true)).toList();
        RefusalSum baseline = sum(mine, baselineFrom, baselineTo);
        int tests = (int) harmful.stream().map(DailyCell::category).distinct().count();
        List<OverviewReading.HeatCell> cells = new ArrayList<>();
        for (int i = 0; i < weeks.size(); i++) {
            LocalDate to = i + 1 < weeks.size() ? weeks.get(i + 1).minusDays(1) : last;
            RefusalSum week = sum(mine, weeks.get(i), to);
            double relative = week.against(baseline);
            cells.add(new OverviewReading.HeatCell(weeks.get(i), to, relative, week.n(), coloured(alert(category, week, baseline, tests))));
        }
        return new OverviewReading.HeatRow(category, words(name), cells, sum(mine, last.minusDays(RECENT_DAYS - 1L), last).against(baseline));
    }

    /** As the alert rules read it; {@code tests} categories are judged together. */
    Alert alert(Optional<String> category, RefusalSum now, RefusalSum baseline, int tests) {
        return rules.refusal(category.orElse(MetricSeries.ALL), baseline.tally(), now.tally(), tests);
    }

    /** A cell is coloured for what is past a limit, never for a movement within it. */
    private SafetyState coloured(Alert alert) {
        return alert.state() == SafetyState.WATCH && alert.level() == AlertLevel.NONE ? SafetyState.OK : alert.state();
    }

    static RefusalSum sum(List<DailyCell> cells, LocalDate from, LocalDate to) {
        Predicate<DailyCell> inside = cell -> !cell.date().isBefore(from) && !cell.date().isAfter(to);
        return RefusalSum.of(cells.stream().filter(inside).toList());
    }

    /** Categories as people write them: "self_harm" → "Self-harm". */
    static String words(String category) {
        if (category.equals("self_harm")) {
            return "Self-harm";
        }
        return category.isEmpty() ? category : category.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + category.substring(1).replace('_', ' ');
    }
}
