package io.plumbline.ui.common;

import io.plumbline.domain.SafetyState;
import org.kordamp.ikonli.javafx.FontIcon;

/** Feather icons by their Ikonli name ("fth-home"), and the four icons of the states, which differ in outline, not only in colour. */
public final class Icons {

    private Icons() {
    }

    /** 14 px, muted. */
    public static FontIcon of(String name) {
        return sized(name, 14);
    }

    /** Sizes with a style: 13, 14, 16, 20. */
    public static FontIcon sized(String name, int pixels) {
        FontIcon icon = new FontIcon(name);
        icon.getStyleClass().add("pl-icon-" + pixels);
        return icon;
    }

    /** The icon of a state in its colour. */
    public static FontIcon of(SafetyState state, int pixels) {
        FontIcon icon = sized(nameOf(state), pixels);
        icon.getStyleClass().add(styleOf(state));
        return icon;
    }

    public static String nameOf(SafetyState state) {
        return switch (state) {
            case OK -> "fth-check-circle";
            case WATCH -> "fth-alert-triangle";
            case ACT -> "fth-alert-octagon";
            case NOT_ENOUGH_EVIDENCE -> "fth-help-circle";
        };
    }

    /** The style class that goes with a state: ok, watch, act, none. */
    public static String styleOf(SafetyState state) {
        return switch (state) {
            case OK -> "ok";
            case WATCH -> "watch";
            case ACT -> "act";
            case NOT_ENOUGH_EVIDENCE -> "none";
        };
    }
}
