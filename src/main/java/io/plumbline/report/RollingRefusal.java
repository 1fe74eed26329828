package io.plumbline.report;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.Policy;
import io.plumbline.incidents.evidence.Comparison;
import io.plumbline.incidents.evidence.Investigation;
import io.plumbline.incidents.evidence.Period;
import io.plumbline.incidents.evidence.SliceDimension;
import io.plumbline.incidents.evidence.SliceKey;
import io.plumbline.incidents.evidence.Tally;
import io.plumbline.store.ProductionLog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the rolling refusal rate of an investigation's days from the log's daily counts. */
final class RollingRefusal {

    private final ProductionLog log;
    private final Policy policy;

    RollingRefusal(ProductionLog log, Policy policy) {
        this.log = log;
        this.policy = policy;
    }

    RefusalChart of(Investigation investigation) {
        Comparison comparison = investigation.comparison();
        Period whole = new Period(comparison.baseline().from(), comparison.window().to());
        List<DailyCell> cells = log.dailyCells(whole.of(comparison.scope()));
        Tally baseline = sum(cells, c -> comparison.baseline().contains(c.date()));
        Optional<String> worst = comparison.category().isPresent() ? Optional.empty()
            : investigation.slices().culprits().stream().flatMap(s -> s.key().stream())
                .filter(k -> k.dimension() == SliceDimension.CATEGORY).map(SliceKey::value).findFirst();
        boolean category = comparison.category().isPresent();
        double normal = baseline.refusal();
        double warning = category ? 1 - policy.number("alert.category.warning") : policy.number("alert.overall.warning");
        double critical = category ? 1 - policy.number("alert.category.critical") : policy.number("alert.overall.critical");
        return new RefusalChart(policy.count("monitor.window.days"), sum(cells, c -> true).n(), points(whole, cells, c -> true),
            policy.number("monitor.confidence"),
            worst.map(name -> new RefusalChart.Line(new SliceKey(SliceDimension.CATEGORY, name).label(),
                points(whole, cells, c -> c.category().equals(name)))),
            normal, normal * warning, normal * critical, investigation.start());
    }

    private List<RefusalChart.Point> points(Period whole, List<DailyCell> cells, Predicate<DailyCell> wanted) {
        int days = policy.count("monitor.window.days");
        List<RefusalChart.Point> points = new ArrayList<>();
        for (LocalDate day = whole.from().plusDays(Math.min(days, whole.days()) - 1); !day.isAfter(whole.to()); day = day.plusDays(1)) {
            LocalDate last = day;
            LocalDate first = day.minusDays(days - 1L);
            points.add(new RefusalChart.Point(day,
                sum(cells, c -> wanted.test(c) && !c.date().isBefore(first) && !c.date().isAfter(last))));
        }
        return points;
    }

    private static Tally sum(List<DailyCell> cells, Predicate<DailyCell> wanted) {
        long n = 0;
        long refused = 0;
        for (DailyCell cell : cells) {
            if (wanted.test(cell)) {
                n += cell.n();
                refused += cell.refused();
            }
        }
        return new Tally(n - refused, n);
    }
}
