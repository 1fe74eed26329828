package io.plumbline.ui.data;

import io.plumbline.imports.MappedField;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Column by column: name in the file, what it becomes, the first record, a note. Alt+↑↓ moves between rows, Space leaves a column out. */
final class MappingPane extends VBox {

    private static final double NAME = 200;
    private static final double NOTE = 220;
    private static final double BECOMES = 190;
    private static final double FIRST = 390;

    private final ImportSession session;
    private final VBox rows = new VBox();
    private final List<ComboBox<Assignment>> boxes = new ArrayList<>();
    private boolean editable = true;

    MappingPane(ImportSession session) {
        this.session = session;
        HBox head = new HBox(yielding(Words.strong("Field in the file"), NAME), cell(Words.meta(""), 30),
            cell(Words.strong("Becomes"), BECOMES + 20), yielding(Words.strong("First record"), FIRST), cell(Words.strong("Note"), NOTE));
        head.setPadding(new Insets(8, 20, 8, 20));
        head.getChildren().forEach(node -> node.getStyleClass().add("pl-meta"));
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
        getChildren().addAll(head, rule(), scroll);
    }

    /** Shows the mapping of a file; read-only once it is running. */
    void show(ImportFile file, boolean mayEdit) {
        editable = mayEdit;
        int focused = focusedRow();
        boxes.clear();
        rows.getChildren().clear();
        List<Assignment> choices = file.kind().map(MappingEditor::choices).orElse(List.of());
        for (ColumnRow row : MappingEditor.rows(file)) {
            rows.getChildren().addAll(row(row, choices), rule());
        }
        if (focused >= 0 && focused < boxes.size()) {
            boxes.get(focused).requestFocus();
        }
    }

    /** The first column that could be the missing field, else the first row. A scroll pane has its rows in the scene only once it is styled. */
    void focusFirst(List<MappedField> missing) {
        if (!boxes.isEmpty()) {
            applyCss();
            boxes.stream().filter(box -> !missing.isEmpty() && box.getValue() instanceof Assignment.Nothing).findFirst()
                .orElse(boxes.get(0)).requestFocus();
        }
    }

    private Node row(ColumnRow row, List<Assignment> choices) {
        ComboBox<Assignment> box = new ComboBox<>();
        box.getItems().setAll(choices);
        box.setConverter(new TitleConverter());
        box.setButtonCell(new TitleCell());
        box.setValue(row.becomes());
        box.setPrefWidth(BECOMES);
        box.setMinWidth(BECOMES);
        box.setMaxWidth(BECOMES);
        box.setDisable(!editable);
        box.setVisibleRowCount(14);
        box.setAccessibleText(row.column() + " becomes " + row.becomes().title());
        box.valueProperty().addListener((value, was, is) -> session.assign(row.column(), is));
        int index = boxes.size();
        box.addEventFilter(KeyEvent.KEY_PRESSED, event -> onKey(event, index));
        boxes.add(box);
        Label name = Words.mono(row.column());
        Label first = Words.mono(Excerpt.of(row.firstRecord(), 56));
        first.getStyleClass().add("pl-muted");
        boolean left = row.becomes() instanceof Assignment.Nothing;
        if (left) {
            name.getStyleClass().add("pl-muted");
            box.getStyleClass().add("pl-left-out");
        }
        HBox line = new HBox(yielding(name, NAME), cell(Icons.sized("fth-arrow-right", 13), 30), cell(box, BECOMES + 20), yielding(first, FIRST),
            cell(Words.wrapped(Words.meta(row.note())), NOTE));
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(34);
        line.setPadding(new Insets(3, 20, 3, 20));
        return line;
    }

    private void onKey(KeyEvent event, int index) {
        if (event.isAltDown() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
            int next = Math.floorMod(index + (event.getCode() == KeyCode.DOWN ? 1 : -1), boxes.size());
            boxes.get(next).requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.SPACE) {
            boxes.get(index).setValue(new Assignment.Nothing());
            event.consume();
        }
    }

    private int focusedRow() {
        for (int i = 0; i < boxes.size(); i++) {
            if (boxes.get(i).isFocused()) {
                return i;
            }
        }
        return -1;
    }

    /** Gives way to the others where the list of files stands beside the mapping. */
    private static HBox yielding(Node node, double width) {
        HBox cell = cell(node, width);
        cell.setMinWidth(width / 3);
        return cell;
    }

    private static HBox cell(Node node, double width) {
        HBox cell = new HBox(node);
        cell.setAlignment(Pos.CENTER_LEFT);
        cell.setMinWidth(width);
        cell.setPrefWidth(width);
        cell.setMaxWidth(width);
        return cell;
    }

    private static Region rule() {
        Region line = new Region();
        line.getStyleClass().add("pl-rule");
        return line;
    }

    private static final class TitleConverter extends StringConverter<Assignment> {
        @Override
        public String toString(Assignment assignment) {
            return assignment == null ? "" : assignment.title();
        }

        @Override
        public Assignment fromString(String text) {
            throw new UnsupportedOperationException("the list is not typed into");
        }
    }

    private static final class TitleCell extends ListCell<Assignment> {
        @Override
        protected void updateItem(Assignment item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : item.title());
            boolean lock = item instanceof Assignment.Field field && field.field() == MappedField.USER;
            setGraphic(lock ? Icons.sized("fth-lock", 13) : null);
        }
    }
}
