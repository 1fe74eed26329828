package io.plumbline.ui.shell;

import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.KeyCap;
import io.plumbline.ui.common.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Ctrl+K: one field that reaches everything by name. What can't be done now stays in the list with its reason. */
final class CommandPalette extends VBox {

    private static final double WIDTH = 680;
    private static final double TALLEST = 420;

    private final PaletteModel model;
    private final Runnable close;
    private final Runnable importFiles;
    private final TextField field = new TextField();
    private final Label filter = Words.small("");
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final List<HBox> rows = new ArrayList<>();
    private int selected;

    CommandPalette(PaletteModel model, Runnable close, Runnable importFiles) {
        this.model = model;
        this.close = close;
        this.importFiles = importFiles;
        getStyleClass().addAll("pl-dialog", "pl-palette");
        setId("palette");
        setMinWidth(WIDTH);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        field.setId("palette-field");
        field.setPromptText("Search or run a command");
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox top = new HBox(Icons.sized("fth-search", 16), field, filter, new KeyCap("Esc"));
        top.getStyleClass().add("pl-palette-field");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(TALLEST);
        scroll.setFocusTraversable(false);
        list.setPadding(new Insets(0, 0, 8, 0));
        HBox foot = new HBox(6, new KeyCap("↑"), new KeyCap("↓"), Words.small("move"), gap(8), new KeyCap("Enter"), Words.small("run"), gap(8),
            new KeyCap("Tab"), Words.small("filter: commands, runs, categories, incidents, records"));
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.setPadding(new Insets(8, 18, 8, 18));
        getChildren().addAll(top, rule(), scroll, rule(), foot);
        field.textProperty().addListener((value, was, is) -> {
            selected = 0;
            model.search(is);
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        model.entries().addListener((ListChangeListener<PaletteModel.Entry>) change -> rebuild());
        rebuild();
    }

    void begin() {
        field.requestFocus();
    }

    private void onKey(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.DOWN) {
            move(1);
        } else if (code == KeyCode.UP) {
            move(-1);
        } else if (code == KeyCode.ENTER) {
            run(selected);
        } else if (code == KeyCode.TAB) {
            selected = 0;
            model.nextFilter();
            filter.setText(model.filter().isEmpty() ? "" : "only " + model.filter().toLowerCase(Locale.ROOT));
        } else if (code == KeyCode.ESCAPE) {
            close.run();
        } else {
            return;
        }
        event.consume();
    }

    private void move(int step) {
        if (!rows.isEmpty()) {
            selected = Math.floorMod(selected + step, rows.size());
            mark();
        }
    }

    private void run(int index) {
        if (rows.isEmpty()) {
            close.run();
            importFiles.run();
            return;
        }
        PaletteModel.Entry entry = model.entries().get(index);
        if (entry.unavailable().isEmpty()) {
            close.run();
            entry.action().run();
        }
    }

    private void rebuild() {
        rows.clear();
        list.getChildren().clear();
        String group = "";
        for (int i = 0; i < model.entries().size(); i++) {
            PaletteModel.Entry entry = model.entries().get(i);
            if (!entry.group().equals(group)) {
                group = entry.group();
                Label heading = new Label(group);
                heading.getStyleClass().add("pl-palette-group");
                list.getChildren().add(heading);
            }
            HBox row = row(entry, i);
            rows.add(row);
            VBox.setMargin(row, new Insets(0, 6, 0, 6));
            list.getChildren().add(row);
        }
        if (rows.isEmpty()) {
            Label none = Words.body("Nothing named “" + field.getText() + "”. Enter: Import files…");
            none.setPadding(new Insets(14, 18, 8, 18));
            list.getChildren().add(none);
        }
        selected = Math.min(selected, Math.max(0, rows.size() - 1));
        mark();
    }

    private HBox row(PaletteModel.Entry entry, int index) {
        TextFlow name = highlighted(entry.name());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(Icons.sized(entry.icon(), 14), name, Words.meta(entry.unavailable().orElse(entry.detail())), space);
        if (!entry.key().isEmpty()) {
            row.getChildren().add(new KeyCap(entry.key()));
        }
        row.getStyleClass().add("pl-palette-row");
        if (entry.unavailable().isPresent()) {
            row.getStyleClass().add("off");
        }
        row.setAccessibleText(entry.name() + entry.unavailable().map(why -> ", not available: " + why).orElse(""));
        row.setOnMouseMoved(e -> {
            selected = index;
            mark();
        });
        row.setOnMouseClicked(e -> run(index));
        return row;
    }

    private TextFlow highlighted(String name) {
        TextFlow flow = new TextFlow();
        String typed = field.getText().strip().toLowerCase(Locale.ROOT);
        int at = typed.isEmpty() ? -1 : name.toLowerCase(Locale.ROOT).indexOf(typed);
        if (at < 0) {
            flow.getChildren().add(text(name, "pl-palette-text"));
        } else {
            flow.getChildren().addAll(text(name.substring(0, at), "pl-palette-text"),
                text(name.substring(at, at + typed.length()), "pl-palette-match"),
                text(name.substring(at + typed.length()), "pl-palette-text"));
        }
        flow.setMaxHeight(Region.USE_PREF_SIZE);
        return flow;
    }

    private void mark() {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).getStyleClass().remove("selected");
            if (i == selected) {
                rows.get(i).getStyleClass().add("selected");
            }
        }
        if (selected < rows.size() && list.getHeight() > TALLEST) {
            double y = rows.get(selected).getBoundsInParent().getMinY();
            scroll.setVvalue(Math.min(1, Math.max(0, (y - TALLEST / 2) / (list.getHeight() - TALLEST))));
        }
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }

    private static Node gap(double width) {
        Region region = new Region();
        region.setMinWidth(width);
        return region;
    }

    private static Node rule() {
        Region line = new Region();
        line.getStyleClass().add("pl-rule");
        return line;
    }
}
