package io.plumbline.ui.common;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A key as it is printed on a keyboard. */
public final class KeyCap extends Label {

    public KeyCap(String key) {
        super(key);
        getStyleClass().add("pl-kbd");
        setMinWidth(Region.USE_PREF_SIZE);
    }
}
