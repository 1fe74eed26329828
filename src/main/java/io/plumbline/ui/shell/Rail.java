package io.plumbline.ui.shell;

import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.KeyCap;
import io.plumbline.ui.common.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The left rail: the screens that exist, with counters for work that waits. Icons alone when the window is narrow. */
final class Rail extends VBox {

    private final Map<ScreenId, HBox> items = new EnumMap<>(ScreenId.class);
    private final Map<ScreenId, Label> counters = new EnumMap<>(ScreenId.class);
    private final VBox list = new VBox(2);
    private final Label name = Words.cardTitle("Plumbline");
    private final HBox hint = new HBox(3, new KeyCap("Ctrl"), new KeyCap("1"), Words.small("…"), new KeyCap("9"), Words.small("go to"));
    private final Consumer<ScreenId> go;
    private boolean narrow;

    Rail(Consumer<ScreenId> go) {
        this.go = go;
        getStyleClass().add("pl-rail");
        HBox brand = new HBox(new PlumbBob(), name);
        brand.getStyleClass().add("pl-rail-brand");
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        hint.getStyleClass().add("pl-rail-hint");
        getChildren().addAll(brand, list, space, hint);
    }

    void add(ScreenId id) {
        Label title = new Label(id.title());
        title.getStyleClass().add("title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label counter = new Label();
        counter.getStyleClass().add("pl-counter");
        counter.setVisible(false);
        HBox item = new HBox(Icons.sized(id.icon(), 16), title, space, counter);
        item.getStyleClass().add("pl-rail-item");
        item.setId("rail-" + id.name().toLowerCase(java.util.Locale.ROOT));
        item.setFocusTraversable(true);
        item.setAccessibleText(id.title());
        item.setAccessibleRole(javafx.scene.AccessibleRole.BUTTON);
        Tooltip.install(item, new Tooltip(id.title() + " (Ctrl " + id.digit() + ")"));
        item.setOnMouseClicked(e -> go.accept(id));
        item.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                go.accept(id);
                e.consume();
            }
        });
        items.put(id, item);
        counters.put(id, counter);
        list.getChildren().setAll(items.values());
        if (narrow) {
            hideWords(item);
        }
    }

    void select(ScreenId id) {
        items.forEach((screen, item) -> {
            item.getStyleClass().remove("selected");
            if (screen == id) {
                item.getStyleClass().add("selected");
            }
        });
    }

    void show(ShellStatus status) {
        counters.forEach((screen, counter) -> {
            long waiting = screen == ScreenId.INCIDENTS ? status.openIncidents() : status.waiting().getOrDefault(screen, 0L);
            counter.setText(waiting > 9999 ? "9999+" : Long.toString(waiting));
            counter.setVisible(waiting > 0 && !narrow);
            counter.getStyleClass().remove("act");
            if (screen == ScreenId.INCIDENTS) {
                counter.getStyleClass().add("act");
            }
            items.get(screen).setAccessibleText(screen.title() + (waiting > 0 ? ", " + waiting + " waiting" : ""));
        });
    }

    void becomeNarrow() {
        if (!narrow) {
            narrow = true;
            getStyleClass().add("narrow");
            items.values().forEach(Rail::hideWords);
            name.setVisible(false);
            name.setManaged(false);
            hint.setVisible(false);
        }
    }

    void becomeWide() {
        if (narrow) {
            narrow = false;
            getStyleClass().remove("narrow");
            items.values().forEach(item -> item.getChildren().forEach(child -> {
                child.setManaged(true);
                child.setVisible(!(child instanceof Label label) || !label.getStyleClass().contains("pl-counter") || counts(label));
            }));
            name.setVisible(true);
            name.setManaged(true);
            hint.setVisible(true);
        }
    }

    /** Nothing is counted before the workspace was read. */
    private static boolean counts(Label counter) {
        return !counter.getText().isEmpty() && !"0".equals(counter.getText());
    }

    private static void hideWords(HBox item) {
        for (Node child : item.getChildren().subList(1, item.getChildren().size())) {
            child.setVisible(false);
            child.setManaged(false);
        }
    }
}
