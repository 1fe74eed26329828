package io.plumbline.incidents.evidence;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.Policy;
import io.plumbline.stats.changepoint.ChangePointInterval;
import io.plumbline.stats.changepoint.Pelt;
import io.plumbline.store.ProductionLog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** When it began: falls of the refusal rate from the baseline to the end of the incident, overall and in each category. */
final class ChangePointSearch {

    private static final int DRAWS = 400;
    private static final long SEED = 29;

    private final ProductionLog log;
    private final Policy policy;

    ChangePointSearch(ProductionLog log, Policy policy) {
        this.log = log;
        this.policy = policy;
    }

    /** Falls within the incident's window or shortly before it, the largest first. */
    List<ChangePoint> falls(Comparison comparison) {
        Period whole = new Period(comparison.baseline().from(), comparison.window().to());
        List<DailyCell> cells = log.dailyCells(whole.of(comparison.scope()));
        List<ChangePoint> found = new ArrayList<>();
        if (comparison.category().isEmpty()) {
            found.addAll(changes("", cells, cell -> true));
        }
        for (String category : cells.stream().map(DailyCell::category).distinct().sorted().toList()) {
            found.addAll(changes(category, cells, cell -> cell.category().equals(category)));
        }
        LocalDate earliest = comparison.window().from().minusDays(policy.count("monitor.window.days"));
        return found.stream().filter(c -> c.change() < 0 && !c.day().isBefore(earliest))
            .sorted((a, b) -> Double.compare(a.change(), b.change())).toList();
    }

    private List<ChangePoint> changes(String category, List<DailyCell> cells, Predicate<DailyCell> wanted) {
        Map<LocalDate, List<DailyCell>> byDay = cells.stream().filter(wanted)
            .collect(Collectors.groupingBy(DailyCell::date, TreeMap::new, Collectors.toList()));
        List<LocalDate> days = List.copyOf(byDay.keySet());
        int minimum = policy.count("monitor.changepoint.minimum.days");
        if (days.size() < 2 * minimum) {
            return List.of();
        }
        long[] refused = new long[days.size()];
        long[] n = new long[days.size()];
        for (int i = 0; i < n.length; i++) {
            Tally tally = CellSums.of(byDay.get(days.get(i)));
            refused[i] = tally.refused();
            n[i] = tally.n();
        }
        int[] starts = Pelt.binomial(refused, n, policy.number("monitor.changepoint.penalty") * Math.log(n.length), minimum);
        List<ChangePoint> changes = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            int from = i == 0 ? 0 : starts[i - 1];
            int to = i == starts.length - 1 ? n.length : starts[i + 1];
            int[] range = ChangePointInterval.binomialBootstrap(refused, n, from, to, starts[i], policy.number("monitor.confidence"),
                DRAWS, SEED);
            changes.add(new ChangePoint(category, days.get(starts[i]), days.get(range[0]), days.get(range[1]),
                sum(refused, n, from, starts[i]), sum(refused, n, starts[i], to)));
        }
        return changes;
    }

    private static Tally sum(long[] refused, long[] n, int from, int to) {
        long k = 0;
        long all = 0;
        for (int i = from; i < to; i++) {
            k += refused[i];
            all += n[i];
        }
        return new Tally(all - k, all);
    }
}
