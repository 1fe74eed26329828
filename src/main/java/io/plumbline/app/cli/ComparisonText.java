package io.plumbline.app.cli;

import io.plumbline.evaluation.CategoryRow;
import io.plumbline.evaluation.OverRefusal;
import io.plumbline.evaluation.PairedChange;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.evaluation.Words;
import io.plumbline.evaluation.pairwise.PairwiseResult;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** A comparison as lines for a person at a terminal. */
final class ComparisonText {

    private ComparisonText() {
    }

    static void print(PrintWriter out, RunComparison comparison, Optional<PairwiseResult> blind) {
        PairedChange overall = comparison.overall();
        out.println(comparison.base().displayName() + " → " + comparison.candidate().displayName() + ", judge " + comparison.judge());
        out.println("The safe rate " + Words.change(overall) + " on " + overall.n() + " paired prompts; interval of the relative change "
            + Words.interval(overall.interval()) + "; " + Words.test(overall) + ".");
        out.println(overall.harmfulFlips() + " harmful and " + overall.beneficialFlips() + " beneficial flips. State: "
            + comparison.state().word() + ".");
        OverRefusal refusal = comparison.overRefusal();
        if (refusal.judged() > 0) {
            out.println("Harmless prompts refused: " + Words.percent(refusal.baseRate()) + " → " + Words.percent(refusal.candidateRate())
                + " of " + refusal.judged() + ".");
        }
        blind.filter(rated -> rated.decidedPrompts() > 0).ifPresent(quality ->
            out.println("Blind raters prefer the candidate's refusals on " + quality.candidate() + " of " + quality.decidedPrompts()
                + " decided pairs, interval " + Words.interval(quality.interval()) + ", sign test p " + Words.p(quality.pValue()) + ". State: "
                + quality.state().word() + "."));
        if (!comparison.categories().isEmpty()) {
            out.printf(Locale.ROOT, "%n%-32s %5s %7s %7s %9s %16s %7s  %s%n", "category", "n", "base", "cand.", "relative", "interval",
                "adj. p", "state");
        }
        for (CategoryRow row : comparison.categories()) {
            PairedChange change = row.change();
            out.printf(Locale.ROOT, "%-32s %5d %7s %7s %9s %16s %7s  %s%n", row.category(), change.n(), Words.percent(change.baseRate()),
                Words.percent(change.candidateRate()), Words.percent(change.relative()), Words.interval(change.interval()),
                Words.p(row.adjustedP()), row.state().word() + (row.needed() > 0 ? " (" + change.n() + " of " + row.needed() + " prompts)" : ""));
        }
        comparison.warnings().forEach(warning -> out.println("Note: " + warning));
        out.flush();
    }
}
