package io.plumbline.ui.common;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Tables as the design wants them: 32 px rows, no stripes, no column lines, numbers to the right. */
public final class Tables {

    private static final double ROW = 32;

    private Tables() {
    }

    /** A table without columns; {@code whenEmpty} says what it will show and what it needs. */
    public static <T> TableView<T> dense(String whenEmpty) {
        TableView<T> table = new TableView<>();
        table.getStyleClass().add(atlantafx.base.theme.Styles.DENSE);
        table.setFixedCellSize(ROW);
        table.setPlaceholder(Words.meta(whenEmpty));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        return table;
    }

    public static <T> TableColumn<T, String> text(String title, double width, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    /** Numbers: right-aligned and sorted by value, shown in words. */
    public static <T, V extends Comparable<? super V>> TableColumn<T, V> number(String title, double width, Function<T, V> value,
                                                                                 Function<V, String> words) {
        TableColumn<T, V> column = new TableColumn<>(title);
        column.getStyleClass().add("pl-number");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(unused -> new TableCell<>() {
            @Override
            protected void updateItem(V item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : words.apply(item));
            }
        });
        column.setPrefWidth(width);
        return column;
    }

    /** Cells that are drawn: chips, links, bars. */
    public static <T> TableColumn<T, T> drawn(String title, double width, Function<T, Node> drawing) {
        TableColumn<T, T> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(unused -> new TableCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setGraphic(empty || item == null ? null : drawing.apply(item));
            }
        });
        column.setSortable(false);
        column.setPrefWidth(width);
        return column;
    }
}
