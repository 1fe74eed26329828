package io.plumbline.ui.common;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Details of what is selected: a kind, a title, content that scrolls, and the primary action at the foot. Esc closes it. */
public final class Drawer extends VBox {

    private final VBox content = new VBox(8);
    private final VBox foot = new VBox(8);

    /** @param closed run when the person closes it; puts the focus back to the row it came from */
    public Drawer(String kind, String title, Runnable closed) {
        getStyleClass().add("pl-drawer");
        setPrefWidth(300);
        setMinWidth(260);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button(null, Icons.of("fth-x"));
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        close.setAccessibleText("Close " + title);
        close.setOnAction(e -> closed.run());
        HBox head = new HBox(Words.section(kind), gap, close);
        head.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("pl-drawer-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, Words.wrapped(Words.title(title)), scroll, foot);
        addEventHandler(javafx.scene.input.KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                closed.run();
                e.consume();
            }
        });
    }

    public Drawer with(Node... nodes) {
        content.getChildren().addAll(nodes);
        return this;
    }

    /** Actions at the foot, the primary one first. */
    public Drawer withActions(Node... actions) {
        foot.getChildren().addAll(actions);
        return this;
    }
}
