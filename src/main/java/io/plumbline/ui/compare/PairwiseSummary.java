package io.plumbline.ui.compare;

import io.plumbline.evaluation.pairwise.PairwiseRater;
import io.plumbline.evaluation.pairwise.PairwiseResult;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.StateChip;
import io.plumbline.ui.common.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What came out of the sessions that were ended: the preference, how sure it is, who rated, how far they agree, what is still needed. */
final class PairwiseSummary extends VBox {

    PairwiseSummary(PairwiseResult result) {
        super(8);
        HBox head = new HBox(10, new StateChip(result.state()), Words.strong(headline(result)));
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, line(needs(result)), line(agreement(result)), line(order(result)));
        if (!result.raters().isEmpty()) {
            getChildren().add(raters(result));
        }
        getChildren().add(line("Sign test: exact, two-sided; interval: Clopper–Pearson; equally good and both bad speak for neither side and are left "
            + "out. Several people's words on one pair count as one, that of the most."));
    }

    static String headline(PairwiseResult result) {
        if (result.decidedPrompts() == 0) {
            return result.available() == 0 ? "There is no pair to rate" : result.rated() == 0 ? "Nobody has rated yet" : "No pair is decided";
        }
        return "The candidate's answer is preferred on " + result.candidate() + " of " + result.decidedPrompts() + " decided pairs ("
            + Figures.percent(result.candidateShare()) + ", 95% CI " + Figures.percentInterval(result.interval().lower(), result.interval().upper())
            + "; p " + Figures.pValue(result.pValue()) + "); " + result.ties() + " equally good, " + result.bothBad() + " both bad";
    }

    static String needs(PairwiseResult result) {
        String sessions = result.open() == 0 ? "" : " " + result.open() + (result.open() == 1 ? " session is" : " sessions are") + " still open and not counted.";
        if (result.more() == 0) {
            return result.needed() + " decided pairs were planned; they are there." + sessions;
        }
        int left = Math.max(0, result.available() - result.rated());
        String wanted = result.needed() + " decided pairs are planned";
        return (left < result.more() ? wanted + ", but only " + left + (left == 1 ? " pair is" : " pairs are") + " left to rate: import more prompts"
            : wanted + "; about " + result.more() + " more to rate of the " + left + " left") + "." + sessions;
    }

    private static String agreement(PairwiseResult result) {
        var agreement = result.agreement();
        if (agreement.pairs() == 0) {
            return "No pair was rated by two people yet, so nothing can be said of their agreement.";
        }
        return "Rated by two or more: " + agreement.pairs() + " pairs, the same word on " + agreement.equal() + agreement.alpha().map(alpha ->
            "; Krippendorff's alpha " + Figures.decimal(alpha.value(), 2) + " (" + Figures.decimal(alpha.interval().lower(), 2) + "…"
                + Figures.decimal(alpha.interval().upper(), 2) + ")").orElse(agreement.pairs() < agreement.needed()
            ? "; a coefficient needs " + agreement.needed() : "; everyone says the same, so chance can't be told from skill") + ".";
    }

    private static String order(PairwiseResult result) {
        return result.decided() == 0 ? "" : "The answer that stood first was preferred in " + result.firstChosen() + " of " + result.decided()
            + " decided ratings; each model stands first in half of the pairs.";
    }

    private static Node line(String words) {
        return Words.wrapped(Words.meta(words));
    }

    private static Node raters(PairwiseResult result) {
        GridPane grid = new GridPane();
        grid.setHgap(18);
        grid.setVgap(4);
        grid.addRow(0, Words.small("Rater"), Words.small("Base better"), Words.small("Candidate better"), Words.small("Equally good"), Words.small("Both bad"));
        int row = 1;
        for (PairwiseRater rater : result.raters()) {
            grid.addRow(row++, Words.body(rater.name()), Words.mono("" + rater.base()), Words.mono("" + rater.candidate()), Words.mono("" + rater.ties()),
                Words.mono("" + rater.bothBad()));
        }
        return grid;
    }
}
