package io.plumbline.ui.common;

import javafx.scene.control.Button;

/** A button that carries its key: the key first, then the word. */
public final class KeyCapButton extends Button {

    public KeyCapButton(String key, String word, Runnable action) {
        super(word, new KeyCap(key));
        getStyleClass().add("pl-key-button");
        setOnAction(e -> action.run());
        setAccessibleText(word + ", key " + key);
    }

    /** Marks this as the answer that is chosen. */
    public void choose() {
        getStyleClass().remove("chosen");
        getStyleClass().add("chosen");
    }

    public void release() {
        getStyleClass().remove("chosen");
    }
}
