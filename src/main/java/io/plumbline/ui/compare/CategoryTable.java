package io.plumbline.ui.compare;

import io.plumbline.domain.Policy;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.StateChip;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Rates by category, worst first, each with its interval against the bands of the policy. */
final class CategoryTable {

    private static final double ROW = 46;

    private final TableView<CategoryLine> table = Tables.dense("No category: these prompts carry none.");
    private final TableColumn<CategoryLine, CategoryLine> interval;
    private final TableColumn<CategoryLine, CategoryLine> count;
    private LongFunction<String> sees = n -> "";
    private boolean showing;
    private IntervalScale scale;

    CategoryTable(Policy policy, Consumer<String> chosen) {
        scale = IntervalScale.of(List.of(), policy);
        table.setId("category-table");
        table.setAccessibleText("Change by category, worst first");
        table.getStyleClass().add("pl-category-table");
        table.setFixedCellSize(ROW);
        interval = Tables.drawn("", 150, line -> scale.bar(line.change()));
        interval.getStyleClass().add("interval");
        table.getColumns().add(words("Category", 178, Pos.CENTER_LEFT, CategoryLine::name));
        count = words("n", 36, Pos.CENTER_RIGHT, CategoryTable::count);
        table.getColumns().add(count);
        table.getColumns().add(words("Base", 48, Pos.CENTER_RIGHT, line -> share(line.change().baseRate())));
        table.getColumns().add(words("Cand.", 48, Pos.CENTER_RIGHT, line -> share(line.change().candidateRate())));
        table.getColumns().add(words("Relative", 72, Pos.CENTER_RIGHT, line -> Figures.signedPercent(line.change().relative())));
        table.getColumns().add(interval);
        table.getColumns().add(words("Holm p", 58, Pos.CENTER_RIGHT, line -> Figures.pValue(line.p())));
        table.getColumns().add(Tables.drawn("State", 218, CategoryTable::state));
        table.getColumns().forEach(column -> {
            column.setSortable(false);
            column.setReorderable(false);
        });
        table.setRowFactory(owner -> new Row(n -> sees.apply(n)));
        table.getSelectionModel().selectedItemProperty().addListener((value, was, is) -> {
            if (is != null && !showing) {
                chosen.accept(is.name());
            }
        });
    }

    TableView<CategoryLine> node() {
        return table;
    }

    /** @param detectable what a row of so many prompts can show, as a sentence */
    void show(List<CategoryLine> lines, Policy policy, LongFunction<String> detectable) {
        sees = detectable;
        showing = true;
        scale = IntervalScale.of(lines, policy);
        interval.setGraphic(scale.axis());
        boolean clustered = lines.stream().anyMatch(line -> line.change().isClustered());
        count.setText(clustered ? "n / families" : "n");
        count.setPrefWidth(clustered ? 92 : 36);
        table.getItems().setAll(lines);
        showing = false;
    }

    void mark(String category) {
        showing = true;
        table.getItems().stream().filter(line -> line.name().equals(category)).findFirst().ifPresent(table.getSelectionModel()::select);
        showing = false;
    }

    /** Prompts, and the families that they come from where they do. */
    private static String count(CategoryLine line) {
        return Figures.count(line.change().n()) + (line.change().isClustered() ? " / " + Figures.count(line.change().clusters()) : "");
    }

    /** Whole percents without decimals, others with one. */
    static String share(double rate) {
        return Double.isNaN(rate) ? Figures.NONE
            : Figures.decimal(100 * rate, Math.abs(100 * rate - Math.rint(100 * rate)) < 1e-9 ? 0 : 1) + "%";
    }

    private static Node state(CategoryLine line) {
        HBox box = new HBox(6, new StateChip(line.state()), Words.meta(line.nuance()));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static TableColumn<CategoryLine, CategoryLine> words(String title, double width, Pos side, Function<CategoryLine, String> words) {
        TableColumn<CategoryLine, CategoryLine> column = Tables.drawn(title, width, line -> {
            Label label = line.isAll() || title.equals("Category") || title.equals("Relative") ? Words.strong(words.apply(line))
                : Words.body(words.apply(line));
            HBox box = new HBox(label);
            box.setAlignment(side);
            return box;
        });
        if (side == Pos.CENTER_RIGHT) {
            column.getStyleClass().add("pl-number");
        }
        return column;
    }

    /** Sets the row of all prompts apart and says the row aloud. */
    private static final class Row extends TableRow<CategoryLine> {
        private final Tooltip sees = new Tooltip();

        /** Asked only where somebody looks: the answer takes a sum over all outcomes. */
        Row(LongFunction<String> detectable) {
            sees.setOnShowing(e -> sees.setText(getItem() == null ? "" : detectable.apply(getItem().change().n())));
        }

        @Override
        protected void updateItem(CategoryLine line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().remove("all");
            setTooltip(empty ? null : sees);
            if (!empty && line != null) {
                if (line.isAll()) {
                    getStyleClass().add("all");
                }
                setAccessibleText(line.name() + ", " + line.change().n() + " prompts" + (line.change().isClustered() ? " of " + line.change().clusters() + " families, " : ", ") + Figures.signedPercent(line.change().relative()) + ", "
                    + line.state().word() + " " + line.nuance());
            }
        }
    }
}
