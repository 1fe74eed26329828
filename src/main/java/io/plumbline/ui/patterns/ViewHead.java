package io.plumbline.ui.patterns;

import atlantafx.base.theme.Styles;
import io.plumbline.ui.common.ScreenHead;
import io.plumbline.ui.shell.Frame;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;

/** The head of a view of Drift: one act that takes its time, and the note on its method. */
final class ViewHead {

    private ViewHead() {
    }

    /** @param title of the method note; @param why the note itself */
    static ScreenHead of(Button act, String id, Runnable action, Frame frame, String title, String why) {
        Hyperlink link = new Hyperlink("Why?");
        link.setMinWidth(Hyperlink.USE_PREF_SIZE);
        link.setOnAction(e -> frame.dialogs().explain(title, why));
        act.setId(id);
        act.getStyleClass().add(Styles.SMALL);
        act.setOnAction(e -> action.run());
        return new ScreenHead("Drift", act, link);
    }
}
