package io.plumbline.incidents.evidence;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.Policy;
import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.NewcombeInterval;
import io.plumbline.store.ProductionLog;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Is it the day of the week? A seasonal effect shows on some weekdays and not on others once each is compared with the same weekday of the
 * baseline; a change of the model shows on all of them.
 */
final class SeasonCheck {

    private final ProductionLog log;
    private final Policy policy;

    SeasonCheck(ProductionLog log, Policy policy) {
        this.log = log;
        this.policy = policy;
    }

    ComputedEvidence examine(Comparison comparison) {
        double confidence = policy.number("monitor.confidence");
        List<DailyCell> before = log.dailyCells(comparison.baseline().of(comparison.scope()));
        List<DailyCell> now = log.dailyCells(comparison.window().of(comparison.scope()));
        List<Figure> figures = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            Change change = change(before, now, cell -> cell.date().getDayOfWeek() == day);
            change.figure(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH), confidence, comparison.window()).ifPresent(figures::add);
        }
        Change weekdays = change(before, now, cell -> !weekend(cell));
        Change weekends = change(before, now, SeasonCheck::weekend);
        return new ComputedEvidence("Season", result(weekdays, weekends, confidence),
            "weekdays " + weekdays.relative() + ", weekends " + weekends.relative() + " against the same days of the baseline", figures,
            RecordsBehind.all(comparison.window().of(comparison.scope()), "harmful prompts, " + comparison.window().label()));
    }

    private static EvidenceResult result(Change weekdays, Change weekends, double confidence) {
        if (!weekdays.comparable() || !weekends.comparable()) {
            return EvidenceResult.NOT_ENOUGH_EVIDENCE;
        }
        boolean both = weekdays.interval(confidence).upper() < 0 && weekends.interval(confidence).upper() < 0;
        boolean neither = weekdays.interval(confidence).upper() >= 0 && weekends.interval(confidence).upper() >= 0;
        if (both) {
            return EvidenceResult.RULED_OUT;
        }
        return neither ? EvidenceResult.NOT_ENOUGH_EVIDENCE : EvidenceResult.NOT_RULED_OUT;
    }

    private static Change change(List<DailyCell> before, List<DailyCell> now, Predicate<DailyCell> wanted) {
        return new Change(CellSums.of(before, wanted), CellSums.of(now, wanted));
    }

    private static boolean weekend(DailyCell cell) {
        return cell.date().getDayOfWeek() == DayOfWeek.SATURDAY || cell.date().getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private record Change(Tally before, Tally now) {

        boolean comparable() {
            return before.n() > 0 && now.n() > 0;
        }

        Interval interval(double confidence) {
            return NewcombeInterval.of(before.refused(), before.n(), now.refused(), now.n(), confidence);
        }

        String relative() {
            return comparable() ? Shown.relative((now.refusal() - before.refusal()) / before.refusal()) : "not seen in both periods";
        }

        Optional<Figure> figure(String name, double confidence, Period window) {
            return comparable()
                ? Optional.of(Figure.points(name, now.refusal() - before.refusal(), interval(confidence), now.n(), window))
                : Optional.empty();
        }
    }
}
