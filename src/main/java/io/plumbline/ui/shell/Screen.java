package io.plumbline.ui.shell;

import javafx.scene.Node;

/** One screen of the rail. It subscribes when it is built and lets go of everything when it is closed. */
public interface Screen extends AutoCloseable {

    Node root();

    /** Goes to a place on this screen; unknown arguments are ignored. */
    void show(Place place);

    /** Where the person is now, for the history. */
    Place place();

    /** Puts the keyboard focus where the work begins. */
    void focusFirst();

    @Override
    void close();
}
