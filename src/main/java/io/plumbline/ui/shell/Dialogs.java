package io.plumbline.ui.shell;

import javafx.scene.Node;

/** What stands above the screen, one thing at a time. */
public interface Dialogs {

    /** Shows a dialog; Esc and a click beside it close it, which runs {@code dismissed} once. */
    void show(Node dialog, Runnable dismissed);

    void close();

    /** Whether something stands above the screen; a screen then leaves the focus alone. */
    default boolean isOpen() {
        return false;
    }

    /** Asks before an act. The button carries the name of the act, never "OK". */
    void confirm(String question, String consequence, String act, Runnable action);

    /** A method note (*Why?*): formula, inputs, policy, interval, source. */
    void explain(String title, String note);
}
