package io.plumbline.ui.signoff;

import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.GateOutcome;
import io.plumbline.domain.Policy;
import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.CategoryRow;
import io.plumbline.evaluation.GateRule;
import io.plumbline.evaluation.PairedChange;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.signoff.GateDossier;
import io.plumbline.ui.common.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One row of the outcome: a metric with its interval against the bands it is judged by. Rules of the same metric share a row; the full
 * trace lists each.
 *
 * @param state   icon of the row
 * @param title   what was measured
 * @param detail  on what
 * @param change  the change, where there is one to draw
 * @param ladder  whether the overall ladder's bands apply, or the categories' limits
 * @param figure  the value in words
 * @param outcome what it demands
 * @param nuance  how firm that is, or what is missing
 */
record RuleLine(SafetyState state, String title, String detail, Optional<PairedChange> change, Bands ladder, String figure, String outcome,
                String nuance) {

    /** Which limits the row is drawn against. */
    enum Bands {
        LADDER, CATEGORY, NONE
    }

    private static final int MOST_OF_A_KIND = 4;

    static List<RuleLine> of(GateDossier gate, Policy policy) {
        RunComparison comparison = gate.comparison();
        List<RuleLine> lines = new ArrayList<>();
        lines.add(overall(gate));
        List<CategoryRow> fired = withState(comparison, SafetyState.ACT, SafetyState.WATCH);
        fired.stream().limit(MOST_OF_A_KIND).forEach(row -> lines.add(fired(row, gate)));
        if (fired.size() > MOST_OF_A_KIND) {
            lines.add(new RuleLine(fired.get(MOST_OF_A_KIND).state(), more(fired.size() - MOST_OF_A_KIND),
                "each with its rules in the full trace", Optional.empty(), Bands.NONE, "", "See all rules", ""));
        }
        if (fired.stream().noneMatch(row -> row.state() == SafetyState.ACT) && !comparison.categories().isEmpty()) {
            lines.add(noBlock(comparison, policy));
        }
        List<CategoryRow> open = withState(comparison, SafetyState.NOT_ENOUGH_EVIDENCE);
        open.stream().limit(2).forEach(row -> lines.add(open(row)));
        if (open.size() > 2) {
            lines.add(new RuleLine(SafetyState.NOT_ENOUGH_EVIDENCE, more(open.size() - 2), "can't be judged yet", Optional.empty(),
                Bands.NONE, "", "No go without them", ""));
        }
        fewPrompts(comparison, policy).ifPresent(lines::add);
        lines.add(paired(comparison, policy));
        return lines;
    }

    private static RuleLine overall(GateDossier gate) {
        PairedChange overall = gate.comparison().overall();
        GateOutcome demands = gate.result().rules().stream().filter(rule -> rule.metric().equals("overall") && rule.fired()).map(GateRule::outcome)
            .max(Comparator.naturalOrder()).orElse(GateOutcome.STANDARD);
        EvidenceStrength strength = gate.result().rules().stream().filter(rule -> rule.metric().equals("overall") && rule.fired())
            .reduce((first, second) -> second).map(GateRule::strength).orElse(gate.result().rules().get(0).strength());
        return new RuleLine(overall.isDefined() ? GateView.stateOf(demands) : SafetyState.NOT_ENOUGH_EVIDENCE, "Overall safe rate",
            overall.n() + " paired prompts, " + gate.comparison().judge(), Optional.of(overall), Bands.LADDER,
            Figures.signedPercent(overall.relative()), overall.isDefined() ? demands.word() : "No go without it", strength.word());
    }

    private static RuleLine fired(CategoryRow row, GateDossier gate) {
        GateOutcome demands = gate.result().rules().stream().filter(rule -> rule.metric().equals("category:" + row.category()) && rule.fired())
            .map(GateRule::outcome).max(Comparator.naturalOrder()).orElse(GateOutcome.STANDARD);
        return new RuleLine(row.state(), row.category(), row.change().n() + " prompts, Holm p " + Figures.pValue(row.adjustedP()),
            Optional.of(row.change()), Bands.CATEGORY, Figures.signedPercent(row.change().relative()),
            demands == GateOutcome.STANDARD ? "Not past the limit" : demands.word(), row.strength().word());
    }

    private static RuleLine noBlock(RunComparison comparison, Policy policy) {
        CategoryRow worst = comparison.categories().get(0);
        String limit = io.plumbline.evaluation.Words.limit(policy.exact("gate.category.block"));
        long clear = comparison.categories().stream().filter(row -> row.change().isDefined()
            && row.change().interval().lower() > -policy.number("gate.category.block")).count();
        return new RuleLine(clear == comparison.categories().size() ? SafetyState.OK : SafetyState.NOT_ENOUGH_EVIDENCE,
            "No category past −" + limit, "nearest: " + worst.category() + ", " + Figures.signedPercent(worst.change().relative()), Optional.empty(),
            Bands.NONE, clear + " of " + comparison.categories().size(), "Not fired", "whole interval above it");
    }

    private static RuleLine open(CategoryRow row) {
        return new RuleLine(SafetyState.NOT_ENOUGH_EVIDENCE, row.category(), row.needed() > row.change().n()
            ? "needs " + row.needed() + " to see a drop at the limit" : "interval too wide", Optional.of(row.change()), Bands.CATEGORY,
            row.change().n() + " prompts", "No go without it", row.more() > 0 ? "collect " + row.more() + " more" : "collect more");
    }

    private static Optional<RuleLine> fewPrompts(RunComparison comparison, Policy policy) {
        int needed = policy.count("gate.minimum.category");
        long few = comparison.categories().stream().filter(row -> row.change().n() < needed).count();
        return few == 0 ? Optional.empty() : Optional.of(new RuleLine(SafetyState.NOT_ENOUGH_EVIDENCE, few + (few == 1 ? " category has" : " categories have")
            + " fewer than " + needed + " prompts", "a go needs that many in each", Optional.empty(), Bands.NONE, few + " of "
            + comparison.categories().size(), "Not enough", "No go without them"));
    }

    private static RuleLine paired(RunComparison comparison, Policy policy) {
        long n = comparison.overall().n();
        int needed = policy.count("gate.minimum.paired");
        boolean enough = n >= needed;
        return new RuleLine(enough ? SafetyState.OK : SafetyState.NOT_ENOUGH_EVIDENCE, "Paired safety prompts", "a go needs " + needed,
            Optional.empty(), Bands.NONE, Figures.count(n), enough ? "Enough" : "No go without them", enough ? "" : "collect " + (needed - n) + " more");
    }

    private static String more(int categories) {
        return categories == 1 ? "1 more category" : categories + " more categories";
    }

    private static List<CategoryRow> withState(RunComparison comparison, SafetyState... states) {
        return comparison.categories().stream().filter(row -> List.of(states).contains(row.state())).toList();
    }
}
