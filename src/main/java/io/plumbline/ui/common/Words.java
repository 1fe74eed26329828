package io.plumbline.ui.common;

import javafx.scene.control.Label;

/** Labels in the type roles of the design; a screen says what a word is, not how large it is drawn. */
public final class Words {

    private Words() {
    }

    /** 13 px. */
    public static Label body(String text) {
        return styled(text);
    }

    /** 13 px, 500. */
    public static Label strong(String text) {
        return styled(text, "pl-medium");
    }

    /** 12 px, muted. */
    public static Label meta(String text) {
        return styled(text, "pl-meta", "pl-muted");
    }

    /** 11 px, muted. */
    public static Label small(String text) {
        return styled(text, "pl-small", "pl-muted");
    }

    /** 14 px, 600. */
    public static Label cardTitle(String text) {
        return styled(text, "pl-card-title");
    }

    /** 18 px, 600. */
    public static Label title(String text) {
        return styled(text, "pl-title");
    }

    /** 12 px capitals, for the section heads of a drawer only. */
    public static Label section(String text) {
        return styled(text.toUpperCase(java.util.Locale.ROOT), "pl-section");
    }

    /** 25 px, 600. */
    public static Label figure(String text) {
        return styled(text, "pl-figure");
    }

    /** 20 px, 600. */
    public static Label smallFigure(String text) {
        return styled(text, "pl-figure-small");
    }

    /** IBM Plex Mono, for ids and hashes. */
    public static Label mono(String text) {
        return styled(text, "pl-mono", "pl-meta");
    }

    /** A label that breaks its lines. */
    public static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }

    private static Label styled(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
