package io.plumbline.ui.data;

import io.plumbline.imports.Preview;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The first samples of a file whose format fixes what its fields mean. */
final class FirstRows {

    private static final double NARROWEST = 60;
    private static final double WIDEST = 320;
    private static final double CHARACTER = 9;

    private FirstRows() {
    }

    static Node of(Preview preview) {
        TableView<List<String>> table = Tables.dense("The file holds no sample that can be shown.");
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        for (int i = 0; i < preview.columns().size(); i++) {
            int column = i;
            int longest = preview.rows().stream().filter(row -> column < row.size() && row.get(column) != null).mapToInt(row -> row.get(column).length())
                .max().orElse(0);
            if (longest > 0) {
                double width = Math.min(WIDEST, Math.max(NARROWEST, CHARACTER * Math.max(longest, preview.columns().get(i).length())));
                table.getColumns().add(Tables.text(preview.columns().get(i), width, row -> column < row.size() ? Excerpt.of(row.get(column), 80) : ""));
            }
        }
        table.getItems().setAll(preview.rows());
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox box = new VBox(8, Words.meta(preview.recognition().title() + ": the format says what each field means, so there is nothing to map."
            + (preview.model().isBlank() ? "" : " Model: " + preview.model() + ".")), table);
        box.setPadding(new Insets(10, 20, 10, 20));
        return box;
    }
}
