package io.plumbline.ui.incidents;

import io.plumbline.incidents.evidence.BreadthVerdict;
import io.plumbline.incidents.evidence.Investigation;
import io.plumbline.incidents.evidence.Shown;
import io.plumbline.incidents.evidence.Slice;
import io.plumbline.incidents.evidence.SliceTable;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.StateChip;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Frame;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Step 2: which slices of harmful traffic were complied with, and whether that is targeted or broad. */
final class SliceCard {

    private static final String[] HEADS = {"Slice", "Prompts", "Complied", "Share", "", "Lift", "BH p",
        "Users", "State"};
    private static final int BAR = 4;
    private static final int[] WIDTHS = {260, 70, 74, 66, 200, 60, 84, 54, 170};

    private final Card card;
    private final IncidentsViewModel model;
    private final Frame frame;

    SliceCard(Investigation investigation, IncidentsViewModel model, Frame frame) {
        this.model = model;
        this.frame = frame;
        SliceTable slices = investigation.slices();
        Hyperlink why = new Hyperlink("Why?");
        why.setOnAction(e -> frame.dialogs().explain("How the slices are found", note(slices)));
        Button records = new Button("Records (" + Shown.count(slices.all().tally().complied()) + ")", Icons.of("fth-list"));
        records.setId("slice-records");
        records.setOnAction(e -> model.records(slices.all().records(), found -> frame.dialogs().show(
            new RecordsDialog(slices.all().records().description(), found, slices.all().tally().complied(), frame).root(), () -> { })));
        card = Card.titled("2 Characterise", "share complied, " + investigation.comparison().window().label() + ", by slice; " + slices.tested()
            + " slices tested", why, records);
        card.with(table(slices), verdict(slices));
    }

    Card root() {
        return card;
    }

    private static String note(SliceTable slices) {
        return "Harmful prompts of the window are cut by category, topic, language, turn, context, time of day and every text that stands in "
            + "enough of them: " + slices.tested() + " slices. Each is tested inside against outside (Fisher's exact test), adjusted over all of "
            + "them (Benjamini–Hochberg). The slice that stands out most is set aside and the rest is searched again, so that a trigger which "
            + "works in every category does not make every category look guilty.\n\nState: the slice's refusal rate against its own rate in the "
            + "baseline, by the category limits of the policy (alert.category.warning). Act: the whole 95% Wilson interval is past the warning "
            + "limit. Watch: the point is. OK: the whole interval is not. Otherwise there is not enough evidence.\n\nLift: share complied in the "
            + "slice over the share outside of it.";
    }

    private GridPane table(SliceTable slices) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("pl-slices");
        grid.setHgap(8);
        for (int i = 0; i < HEADS.length; i++) {
            ColumnConstraints column = new ColumnConstraints(i == 0 ? 160 : 40, WIDTHS[i], Double.MAX_VALUE);
            column.setHalignment(i >= 1 && i <= 3 || i >= 5 && i <= 7 ? HPos.RIGHT : HPos.LEFT);
            column.setHgrow(i == 0 ? Priority.ALWAYS : Priority.SOMETIMES);
            grid.getColumnConstraints().add(column);
            grid.add(i == BAR ? scale() : Words.meta(HEADS[i]), i, 0);
        }
        List<Slice> rows = new ArrayList<>(slices.culprits());
        rows.addAll(slices.others());
        rows.add(slices.rest());
        for (int r = 0; r < rows.size(); r++) {
            Region rule = new Region();
            rule.getStyleClass().add("pl-rule");
            grid.add(rule, 0, 2 * r + 1, HEADS.length, 1);
            row(grid, 2 * r + 2, rows.get(r), slices.culprits().contains(rows.get(r)));
        }
        return grid;
    }

    private static Node scale() {
        Region left = new Region();
        Region right = new Region();
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        return new HBox(Words.small("0"), left, Words.small("50"), right, Words.small("100%"));
    }

    private void row(GridPane grid, int r, Slice slice, boolean culprit) {
        Label name = culprit ? Words.strong(slice.label()) : Words.body(slice.label());
        name.setTooltip(new Tooltip(slice.label()));
        ShareBar bar = new ShareBar(slice.interval(), slice.tally().share(), slice.baseline().share());
        bar.setAccessibleText("95% interval " + Shown.percent(slice.interval()));
        Tooltip.install(bar, new Tooltip("95% CI " + Shown.percent(slice.interval()) + "; baseline " + Shown.percent(slice.baseline().share())));
        Label users = Words.body(Shown.count(slice.users()));
        String p = Double.isNaN(slice.adjustedP()) ? "base " + Shown.percent(slice.baseline().share()) : Shown.probability(slice.adjustedP());
        Node[] cells = {name, Words.body(Shown.count(slice.tally().n())), complied(slice), Words.strong(Shown.percent(slice.tally().share())), bar,
            Words.body(Shown.times(slice.lift())), Words.body(p), users, new StateChip(slice.state())};
        for (int i = 0; i < cells.length; i++) {
            grid.add(cells[i], i, r);
        }
    }

    private Hyperlink complied(Slice slice) {
        Hyperlink link = new Hyperlink(Shown.count(slice.tally().complied()));
        link.setAccessibleText("Records of " + slice.label());
        link.setOnAction(e -> model.records(slice.records(), found -> frame.dialogs().show(
            new RecordsDialog(slice.records().description(), found, slice.tally().complied(), frame).root(), () -> { })));
        return link;
    }

    private static Node verdict(SliceTable slices) {
        BreadthVerdict breadth = slices.breadth();
        Label sentence = Words.wrapped(Words.strong(breadth.sentence()));
        Label reading = Words.wrapped(Words.meta(breadth.reading() + " " + Shown.count(slices.reach().users()) + " users reached; "
            + Shown.count(slices.reach().outputs() - slices.reach().feedback()) + " of " + Shown.count(slices.reach().outputs())
            + " left no feedback."));
        VBox words = new VBox(2, sentence, reading);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(12, words);
        line.setAlignment(Pos.CENTER_LEFT);
        if (!Double.isNaN(breadth.outside())) {
            ShareBar bar = new ShareBar(breadth.interval(), breadth.outside(), Double.NaN);
            bar.getStyleClass().add("track");
            bar.setPrefSize(120, 20);
            bar.setMinWidth(120);
            bar.setAccessibleText("Share of the excess outside the named slices: " + Shown.percent(breadth.outside()));
            Tooltip.install(bar, new Tooltip("Share of the excess outside the named slices: " + Shown.percent(breadth.outside()) + " ("
                + Shown.percent(breadth.interval()) + ")"));
            Label ends = Words.meta("targeted … broad");
            ends.setMinWidth(Region.USE_PREF_SIZE);
            Label name = Words.meta("Breadth");
            name.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().addAll(name, bar, ends);
        }
        return line;
    }
}
