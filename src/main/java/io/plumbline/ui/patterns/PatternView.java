package io.plumbline.ui.patterns;

import io.plumbline.ui.common.ScreenHead;
import javafx.scene.Node;

/** One of the views beside the charts of Drift. It is built when it is first chosen. */
interface PatternView extends AutoCloseable {

    Node root();

    /** Its first line, into which the choice of views is put. */
    ScreenHead head();

    /** Puts the keyboard focus where the work begins. */
    void focusFirst();

    /** The log changed. */
    void reload();

    @Override
    void close();
}
