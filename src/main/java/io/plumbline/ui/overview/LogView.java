package io.plumbline.ui.overview;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.Policy;
import io.plumbline.store.ProductionLog;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The production log as the overview looks at it: all of it day by day, the newest window, and the baseline it is measured against.
 *
 * @param cells    user traffic, by day and category
 * @param first    first day
 * @param last     last day
 * @param baseline first and last day of the baseline
 * @param policy   the numbers it is judged by
 */
record LogView(List<DailyCell> cells, LocalDate first, LocalDate last, Window baseline, Policy policy) {

    /** Days from first to last, both included. */
    record Window(LocalDate from, LocalDate to) {
    }

    static Optional<LogView> of(ProductionLog log, Policy policy, Optional<Window> accepted) {
        return log.range(LogFilter.everything()).map(range -> {
            LocalDate first = range.first().atZone(ZoneOffset.UTC).toLocalDate();
            LocalDate last = range.last().atZone(ZoneOffset.UTC).toLocalDate();
            Window baseline = accepted.orElseGet(() -> proposed(first, last, policy));
            return new LogView(log.dailyCells(LogFilter.everything()), first, last, baseline, policy);
        });
    }

    private static Window proposed(LocalDate first, LocalDate last, Policy policy) {
        LocalDate end = first.plusDays(policy.count("monitor.baseline.days") - 1L);
        return new Window(first, end.isAfter(last) ? last : end);
    }

    /** The policy's rolling window, ending on the last day. */
    Window newest() {
        return new Window(last.minusDays(days() - 1L), last);
    }

    int days() {
        return policy.count("monitor.window.days");
    }

    List<String> categories() {
        return harmful().map(DailyCell::category).distinct().sorted().toList();
    }

    /** Harm-category records of a window; of one category, or of all. */
    RefusalSum sum(Optional<String> category, Window window) {
        return HeatReader.sum(harmful().filter(cell -> category.map(cell.category()::equals).orElse(true)).toList(), window.from(), window.to());
    }

    /** Rolling rate for each day of the log. */
    double[] rolling(Optional<String> category) {
        List<DailyCell> mine = harmful().filter(cell -> category.map(cell.category()::equals).orElse(true)).toList();
        return first.datesUntil(last.plusDays(1)).mapToDouble(day -> HeatReader.sum(mine, day.minusDays(days() - 1L), day).rate()).toArray();
    }

    /** Context of the newest day with the first day since which it has been the only one; empty where the log names none. */
    Optional<Since> context() {
        Optional<String> now = cells.stream().filter(cell -> cell.date().equals(last)).max(Comparator.comparingLong(DailyCell::n))
            .map(DailyCell::context).filter(context -> !context.isEmpty());
        return now.map(context -> new Since(context, cells.stream().filter(cell -> !cell.context().equals(context)).map(DailyCell::date)
            .max(Comparator.naturalOrder()).map(other -> other.plusDays(1)).orElse(first)));
    }

    /** A deployment context and since when it holds. */
    record Since(String context, LocalDate day) {
    }

    private Stream<DailyCell> harmful() {
        return cells.stream().filter(cell -> !cell.category().equals(LogRecord.BENIGN));
    }
}
