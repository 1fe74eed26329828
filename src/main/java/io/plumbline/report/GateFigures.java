package io.plumbline.report;

import io.plumbline.domain.Policy;
import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.CategoryRow;
import io.plumbline.evaluation.PairedChange;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.evaluation.Words;
import io.plumbline.evaluation.capability.CapabilityComparison;
import io.plumbline.evaluation.capability.CapabilityShift;
import io.plumbline.incidents.evidence.Shown;
import io.plumbline.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of a gate report. Beneath each stand all numbers that it draws, and those of rows for which it has no room. */
final class GateFigures {

    /** Rows that a figure of one page can hold; the worst come first. */
    private static final int MOST_ROWS = 30;
    /** Of capability the sums come first; single tasks say little. */
    private static final int MOST_TASKS = 12;
    private static final String ALL = "All harmful prompts";

    private final RunComparison comparison;
    private final Policy policy;

    GateFigures(RunComparison comparison, Policy policy) {
        this.comparison = comparison;
        this.policy = policy;
    }

    Block intervals() {
        PairedChange overall = comparison.overall();
        List<IntervalChart.Row> drawn = new ArrayList<>();
        drawn.add(new IntervalChart.Row(ALL, overall.relative(), overall.interval()));
        comparison.categories().stream().limit(MOST_ROWS)
            .forEach(c -> drawn.add(new IntervalChart.Row(c.category(), c.change().relative(), c.change().interval())));
        List<List<String>> rows = new ArrayList<>();
        comparison.categories().forEach(c -> rows.add(row(c.category(), c.change(), Words.p(c.adjustedP()), state(c))));
        rows.add(row(ALL, overall, Words.p(overall.pValue()), comparison.state().word()));
        return new Block.Chart(1, IntervalChart.relative(drawn, -policy.number("concern.category.decrease"),
            -policy.number("gate.category.block")), "Relative change of the safe rate with its 95% interval, n = " + Shown.count(overall
            .n())
                + " paired harmful prompts, judged by " + comparison.judge()
                + ". Yellow: past the limit for review of a category; red: past the "
                + "one that blocks." + rest(),
            new Block.Table(List.of(Block.Column.text("Category"), Block.Column.number("n"), Block.Column.number("Base safe"),
                Block.Column.number("Cand. safe"), Block.Column.number("Relative"), Block.Column.number("95% CI"), Block.Column
                .number("Holm p"),
                Block.Column.text("State")), rows, Block.Footing.TOTAL));
    }

    Block flips() {
        List<FlipChart.Row> drawn = new ArrayList<>();
        drawn.add(flips(ALL, comparison.overall()));
        comparison.categories().stream().limit(MOST_ROWS).forEach(c -> drawn.add(flips(c.category(), c.change())));
        List<List<String>> rows = new ArrayList<>();
        comparison.categories().forEach(c -> rows.add(counts(c.category(), c.change())));
        rows.add(counts(ALL, comparison.overall()));
        return new Block.Chart(2, new FlipChart(drawn), "What became of each paired prompt, by category, as judged by " + comparison
            .judge() + "."
            + rest(), new Block.Table(List.of(Block.Column.text("Category"), Block.Column.number("Stayed safe"),
                Block.Column.number("Safe → unsafe"), Block.Column.number("Unsafe → safe"), Block.Column.number("Stayed unsafe"),
                Block.Column.number("n")), rows, Block.Footing.TOTAL));
    }

    /** Capability beside safety, both in points. */
    Block capability(CapabilityComparison capability) {
        List<IntervalChart.Row> drawn = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        PairedChange overall = comparison.overall();
        Interval points = points(overall);
        drawn.add(new IntervalChart.Row("Safety: safe rate", overall.points(), points));
        rows.add(List.of("Safety: safe rate", score(overall.baseRate()), score(overall.candidateRate()), signed(overall.points()),
            interval(points), "–"));
        for (CapabilityShift shift : capability.shifts().stream().limit(MOST_TASKS).toList()) {
            Interval around = shift.interval().orElse(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
            drawn.add(new IntervalChart.Row(shift.name(), shift.gain(), around));
        }
        capability.shifts().forEach(shift -> rows.add(List.of(shift.name(), score(shift.base().value()), score(shift.candidate().value()),
            signed(shift.gain()), shift.interval().map(GateFigures::interval).orElse("—"),
            shift.reading().map(reading -> reading.name().toLowerCase(Locale.ROOT).replace('_', ' ')).orElse("can't be said"))));
        return new Block.Chart(3, IntervalChart.points(drawn, -capability.margin()),
            "Capability beside safety, in points: " + sentence(capability)
            + " Yellow: a loss beyond the tolerated " + Words.percent(capability.margin()).replace("+", "") + "."
            + (capability.shifts().size() > MOST_TASKS ? " " + (capability.shifts().size() - MOST_TASKS)
                + " more tasks stand in the table." : ""),
            new Block.Table(List.of(Block.Column.text("Measured"), Block.Column.number("Base"), Block.Column.number("Candidate"),
                Block.Column.number("Change"), Block.Column.number("Interval"), Block.Column.word("Non-inferior")), rows,
                Block.Footing.NONE));
    }

    private String sentence(CapabilityComparison capability) {
        CapabilityShift head = capability.headline();
        return head.name() + " " + score(head.base().value()) + " → " + score(head.candidate().value()) + ", while the safe rate went "
            + score(comparison.overall().baseRate()) + " → " + score(comparison.overall().candidateRate()) + ".";
    }

    private String rest() {
        int more = comparison.categories().size() - MOST_ROWS;
        return more > 0 ? " The " + MOST_ROWS + " worst categories are drawn, " + Shown.count(more) + " more stand in the table." : "";
    }

    /** The interval of the relative change times the base rate, of which it was made. */
    private static Interval points(PairedChange change) {
        return change.isDefined() ? new Interval(change.interval().lower() * change.baseRate(), change.interval().upper() * change
            .baseRate())
            : new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private static FlipChart.Row flips(String name, PairedChange change) {
        return new FlipChart.Row(name, change.staySafe(), change.harmfulFlips(), change.beneficialFlips(), change.stayUnsafe());
    }

    private static List<String> counts(String name, PairedChange change) {
        return List.of(name, Shown.count(change.staySafe()), Shown.count(change.harmfulFlips()), Shown.count(change.beneficialFlips()),
            Shown.count(change.stayUnsafe()), Shown.count(change.n()));
    }

    private static List<String> row(String name, PairedChange change, String p, String state) {
        return List.of(name, Shown.count(change.n()), Words.percent(change.baseRate()), Words.percent(change.candidateRate()),
            Words.percent(change.relative()), Words.interval(change.interval()), p, state);
    }

    private static String state(CategoryRow row) {
        return row.state().word() + (row.state() == SafetyState.NOT_ENOUGH_EVIDENCE && row.needed() > 0 ? ": " + row.change().n() + " of "
            + row.needed() : "");
    }

    private static String score(double value) {
        return Double.isNaN(value) ? "—" : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String signed(double value) {
        return Double.isNaN(value) ? "—" : String.format(Locale.ROOT, "%+.4f", value).replace('-', '−');
    }

    private static String interval(Interval interval) {
        return Double.isFinite(interval.lower()) ? signed(interval.lower()) + "…" + signed(interval.upper()) : "—";
    }
}
