package io.plumbline.ui.common;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** First line of every screen: its name, its finding in one sentence, its actions at the right end. */
public final class ScreenHead extends HBox {

    private final Label finding = Words.body("");

    public ScreenHead(String title, Node... actions) {
        getStyleClass().add("pl-screen-head");
        finding.getStyleClass().add("pl-muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label name = Words.title(title);
        name.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(name, finding, gap);
        getChildren().addAll(actions);
    }

    public void say(String sentence) {
        finding.setText(sentence);
    }
}
