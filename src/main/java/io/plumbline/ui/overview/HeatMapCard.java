package io.plumbline.ui.overview;

import io.plumbline.domain.SafetyState;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Refusal by category and week. The number is always printed; only what is past a limit is coloured. Arrows move, Enter opens the cell. */
final class HeatMapCard {

    private static final double ROW = 27;
    private static final double NAME = 104;
    private static final double RECENT = 64;

    private final OverviewReading.Heat heat;
    private final BiConsumer<OverviewReading.HeatRow, OverviewReading.HeatCell> open;
    private final List<List<Label>> cells = new ArrayList<>();

    HeatMapCard(OverviewReading.Heat heat, BiConsumer<OverviewReading.HeatRow, OverviewReading.HeatCell> open) {
        this.heat = heat;
        this.open = open;
    }

    Card build() {
        GridPane grid = new GridPane();
        grid.setHgap(2);
        grid.setVgap(2);
        grid.setId("heat-map");
        columns(grid);
        header(grid);
        for (int r = 0; r < heat.rows().size(); r++) {
            row(grid, r);
        }
        heat.changeAfter().ifPresent(week -> {
            Region line = new Region();
            line.getStyleClass().add("pl-heat-change");
            line.setMouseTransparent(true);
            grid.add(line, week + 1, 0, 1, heat.rows().size() + 1);
            GridPane.setHalignment(line, HPos.LEFT);
        });
        return Card.titled("Refusal by category and week", "% against baseline", legend(Icons.of(SafetyState.WATCH, 13), "past warning"),
            legend(Icons.of(SafetyState.ACT, 13), "past critical"), legend(swatch("pl-heat-change"), "change point"),
            legend(swatch("pl-hatched"), "n below " + heat.minimum())).with(grid);
    }

    /** The first cell that is past a limit, else the last of the first row; where the focus goes. */
    void focusFirst() {
        if (!cells.isEmpty() && !cells.get(0).isEmpty()) {
            cells.get(0).get(cells.get(0).size() - 1).requestFocus();
        }
    }

    private void columns(GridPane grid) {
        ColumnConstraints name = new ColumnConstraints(NAME);
        grid.getColumnConstraints().add(name);
        for (int i = 0; i < heat.weeks().size(); i++) {
            ColumnConstraints week = new ColumnConstraints(30, 48, Double.MAX_VALUE);
            week.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(week);
        }
        grid.getColumnConstraints().add(new ColumnConstraints(RECENT));
    }

    private void header(GridPane grid) {
        for (int i = 0; i < heat.weeks().size(); i += 2) {
            Label week = Words.small(Figures.shortDay(heat.weeks().get(i)));
            week.setMinWidth(Region.USE_PREF_SIZE);
            week.setMaxWidth(Double.MAX_VALUE);
            week.setAlignment(Pos.CENTER);
            grid.add(week, i + 1, 0);
        }
        Label recent = Words.small(heat.lastDays() + " d");
        GridPane.setHalignment(recent, HPos.RIGHT);
        grid.add(recent, heat.weeks().size() + 1, 0);
    }

    private void row(GridPane grid, int r) {
        OverviewReading.HeatRow row = heat.rows().get(r);
        grid.add(r == 0 ? Words.strong(row.name()) : Words.body(row.name()), 0, r + 1);
        List<Label> labels = new ArrayList<>();
        for (int c = 0; c < row.cells().size(); c++) {
            Label cell = cell(row, row.cells().get(c));
            int column = c;
            cell.setOnKeyPressed(event -> onKey(event, r, column));
            labels.add(cell);
            grid.add(cell, c + 1, r + 1);
        }
        cells.add(labels);
        Label recent = Words.strong(Figures.signedPercent(row.recent()));
        GridPane.setHalignment(recent, HPos.RIGHT);
        grid.add(recent, heat.weeks().size() + 1, r + 1);
    }

    private Label cell(OverviewReading.HeatRow row, OverviewReading.HeatCell cell) {
        boolean little = cell.n() < heat.minimum() || Double.isNaN(cell.relative());
        Label label = new Label(little ? "n " + cell.n() : Figures.signed(cell.relative() * 100, 0));
        label.getStyleClass().add("pl-heat-cell");
        if (cell.state() != SafetyState.OK) {
            label.getStyleClass().add(Icons.styleOf(cell.state()));
        }
        if (cell.state() == SafetyState.WATCH || cell.state() == SafetyState.ACT) {
            label.setGraphic(Icons.of(cell.state(), 13));
        }
        label.setMinHeight(ROW);
        label.setMaxSize(Double.MAX_VALUE, ROW);
        label.setMinWidth(30);
        label.setFocusTraversable(true);
        String words = row.name() + ", " + Figures.days(cell.from(), cell.to()) + ": "
            + (little ? "not enough evidence, n " + cell.n() : Figures.signedPercent(cell.relative()) + " against baseline, n " + Figures.count(cell.n())
            + ", " + cell.state().word().toLowerCase(java.util.Locale.ROOT));
        label.setAccessibleText(words);
        Tooltip.install(label, new Tooltip(words));
        label.setOnMouseClicked(e -> open.accept(row, cell));
        return label;
    }

    private void onKey(KeyEvent event, int r, int c) {
        int row = r;
        int column = c;
        if (event.getCode() == KeyCode.UP) {
            row--;
        } else if (event.getCode() == KeyCode.DOWN) {
            row++;
        } else if (event.getCode() == KeyCode.LEFT) {
            column--;
        } else if (event.getCode() == KeyCode.RIGHT) {
            column++;
        } else if (event.getCode() == KeyCode.ENTER) {
            open.accept(heat.rows().get(r), heat.rows().get(r).cells().get(c));
        } else {
            return;
        }
        if (row >= 0 && row < cells.size() && column >= 0 && column < cells.get(row).size()) {
            cells.get(row).get(column).requestFocus();
        }
        event.consume();
    }

    private static HBox legend(Node mark, String words) {
        HBox box = new HBox(5, mark, Words.small(words));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Region swatch(String style) {
        Region swatch = new Region();
        swatch.getStyleClass().add(style);
        if (style.equals("pl-hatched")) {
            swatch.setMinSize(13, 13);
        } else {
            swatch.setMaxHeight(13);
            swatch.setMinHeight(13);
        }
        return swatch;
    }
}
