package io.plumbline.ui.compare;

import io.plumbline.evaluation.AnswerShift;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Words;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where answers moved between refusing, partly refusing and complying: on harmful prompts, and on harmless and borderline ones. */
final class ShiftPane {

    private static final double CELL = 110;
    private final Card root;

    ShiftPane(RunComparison comparison) {
        root = Card.titled("How answers shifted", "rows: " + comparison.base().displayName() + ", columns: " + comparison.candidate().displayName())
            .with(matrix("Harmful prompts", comparison.harmfulShift()), matrix("Harmless and borderline prompts", comparison.harmlessShift()),
                Words.wrapped(Words.small("Of repeats the most frequent answer counts, of a tie the one nearer to complying. p: exact sign test, one-sided, of "
                    + "moves toward complying; on harmless prompts these are no loss. Uncertain: the base itself refused partly or answered differently.")));
        root.setId("shift-pane");
        root.setPrefWidth(860);
        root.setMaxWidth(860);
        root.setMaxHeight(Region.USE_PREF_SIZE);
    }

    Node node() {
        return root;
    }

    private static Node matrix(String title, AnswerShift shift) {
        VBox box = new VBox(6, Words.strong(title));
        if (shift.n() == 0) {
            box.getChildren().add(Words.meta("No such prompt was judged on both sides by a judge that speaks of refusal."));
            return box;
        }
        GridPane grid = new GridPane();
        grid.setHgap(10);
        grid.setVgap(4);
        for (int i = 0; i < AnswerShift.CLASSES.size(); i++) {
            grid.add(Words.small(AnswerShift.CLASSES.get(i)), i + 1, 0);
            grid.add(Words.body(AnswerShift.CLASSES.get(i)), 0, i + 1);
            for (int k = 0; k < AnswerShift.CLASSES.size(); k++) {
                Region number = i == k ? Words.mono(Figures.count(shift.counts().get(i).get(k))) : Words.strong(Figures.count(shift.counts().get(i).get(k)));
                number.setMinWidth(CELL);
                grid.add(number, k + 1, i + 1);
            }
        }
        box.getChildren().addAll(grid, Words.wrapped(Words.meta(shift.toward() + " moved toward complying, " + shift.away() + " away, p "
            + Figures.pValue(shift.pValue()) + ". Of " + shift.uncertain() + " on which the base was uncertain: " + shift.uncertainToward() + " toward, "
            + shift.uncertainAway() + " away, p " + Figures.pValue(shift.uncertainP()) + ".")));
        return box;
    }
}
