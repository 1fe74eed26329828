package io.plumbline.ui.drift;

import atlantafx.base.theme.Styles;
import io.plumbline.monitoring.Baseline;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Words;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks whether these days are what counts as usual: the numbers beside the standing ones, and a reason (C4). */
final class AcceptBaseline extends VBox {

    private static final int SHORTEST_REASON = 10;

    /** @param changes safety findings that lie in these days; a person who accepts them anyway must have read this */
    AcceptBaseline(Baseline offered, Optional<Baseline> standing, long changes, Runnable leave, Consumer<String> accept) {
        getStyleClass().add("pl-dialog");
        setMaxSize(560, Region.USE_PREF_SIZE);
        setMinWidth(460);
        TextArea reason = new TextArea();
        reason.setId("baseline-reason");
        reason.setPromptText("Why are these days what counts as usual?");
        reason.setPrefRowCount(3);
        reason.setWrapText(true);
        Label needs = Words.meta("A reason of at least " + SHORTEST_REASON + " characters is needed.");
        Button go = new Button("Accept baseline");
        go.setId("baseline-accept");
        go.getStyleClass().add(Styles.ACCENT);
        go.setDisable(true);
        reason.textProperty().addListener((value, was, is) -> {
            boolean enough = is.strip().length() >= SHORTEST_REASON;
            go.setDisable(!enough);
            needs.setVisible(!enough);
        });
        go.setOnAction(e -> accept.accept(reason.getText().strip()));
        Button stay = new Button("Leave as it is");
        stay.setCancelButton(true);
        stay.setOnAction(e -> leave.run());
        VBox words = new VBox(8, Words.wrapped(Words.title("Accept " + Figures.days(offered.from(), offered.to()) + " as baseline?")),
            Words.wrapped(Words.body("Every alert is measured against it from now on. The first baseline stays as the anchor; this act goes to the journal.")),
            numbers(offered, standing), reason, needs);
        if (changes > 0) {
            words.getChildren().add(2, Words.wrapped(Words.strong((changes == 1 ? "A safety finding lies" : changes + " safety findings lie")
                + " in these days. A baseline that holds an incident hides it: choose days before it.")));
        }
        words.setPadding(new Insets(18, 20, 18, 20));
        HBox foot = new HBox(stay, go);
        foot.getStyleClass().add("pl-dialog-foot");
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(words, foot);
    }

    private static GridPane numbers(Baseline offered, Optional<Baseline> standing) {
        GridPane grid = new GridPane();
        grid.setHgap(24);
        grid.setVgap(4);
        row(grid, 0, "Refusal", standing.map(b -> Figures.days(b.from(), b.to()) + ", " + b.state().word()).orElse("none yet"), "offered");
        row(grid, 1, "All harm categories", rate(standing, ""), Figures.percent(offered.overall().rate()));
        int line = 2;
        for (String category : new TreeSet<>(offered.categories().keySet())) {
            row(grid, line++, CategoryNames.shown(category), rate(standing, category), Figures.percent(offered.category(category).rate()));
        }
        row(grid, line, "Toxicity p95", standing.map(b -> Figures.decimal(b.toxicityP95(), 3)).orElse(Figures.NONE),
            Figures.decimal(offered.toxicityP95(), 3));
        return grid;
    }

    private static String rate(Optional<Baseline> baseline, String category) {
        return baseline.map(b -> Figures.percent((category.isEmpty() ? b.overall() : b.category(category)).rate())).orElse(Figures.NONE);
    }

    private static void row(GridPane grid, int row, String name, String standing, String offered) {
        Label[] cells = {Words.meta(name), Words.meta(standing), Words.strong(offered)};
        for (int i = 0; i < cells.length; i++) {
            grid.add(cells[i], i, row);
            GridPane.setHalignment(cells[i], i == 0 ? HPos.LEFT : HPos.RIGHT);
        }
    }
}
