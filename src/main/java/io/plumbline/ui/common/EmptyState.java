package io.plumbline.ui.common;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** An empty screen: what it will show, what it needs, and the button that brings it. */
public final class EmptyState extends VBox {

    public EmptyState(String icon, String willShow, String needs, String action, Runnable run) {
        this(icon, willShow, needs);
        Button button = new Button(action);
        button.getStyleClass().add(Styles.ACCENT);
        button.setOnAction(e -> run.run());
        getChildren().add(button);
    }

    /** Where nothing can be done from here. */
    public EmptyState(String icon, String willShow, String needs) {
        getStyleClass().add("pl-empty");
        FontIcon picture = Icons.sized(icon, 20);
        Label what = Words.wrapped(Words.title(willShow));
        Label need = Words.wrapped(Words.meta(needs));
        what.setMaxWidth(560);
        need.setMaxWidth(560);
        getChildren().addAll(picture, what, need);
    }
}
