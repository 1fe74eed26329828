package io.plumbline.ui.shell;

import atlantafx.base.controls.ModalPane;
import atlantafx.base.theme.Styles;
import io.plumbline.ui.common.Words;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Dialogs on one modal pane. After closing, the focus is where it was before. */
final class ModalDialogs implements Dialogs {

    private final ModalPane pane = new ModalPane();
    /** A few frames. */
    private static final Duration SETTLING = Duration.millis(70);

    private Runnable dismissed = () -> { };
    private Node focusBefore;

    ModalDialogs() {
        pane.setId("dialogs");
        pane.sceneProperty().addListener((value, was, is) -> {
            if (is != null) {
                is.focusOwnerProperty().addListener((owner, before, now) -> keepInside(now));
            }
        });
        pane.usePredefinedTransitionFactories(null);
        pane.displayProperty().addListener((value, was, is) -> {
            if (was && !is) {
                closed();
            }
        });
    }

    Node node() {
        return pane;
    }

    @Override
    public boolean isOpen() {
        return pane.isDisplay();
    }

    @Override
    public void show(Node dialog, Runnable whenDismissed) {
        show(dialog, Pos.CENTER, whenDismissed);
    }

    void show(Node dialog, Pos place, Runnable whenDismissed) {
        if (isOpen()) {
            close();
        }
        focusBefore = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
        dismissed = whenDismissed;
        pane.setAlignment(place);
        dialog.setOpacity(0);
        pane.show(dialog);
        PauseTransition laidOut = new PauseTransition(SETTLING);
        laidOut.setOnFinished(e -> settle(dialog));
        laidOut.play();
    }

    /** What a dialog takes away may have had the focus, which then goes on to what lies behind; keys must not work there. */
    private void keepInside(Node owner) {
        if (isOpen() && owner != null && isOutside(owner)) {
            Platform.runLater(() -> {
                Node now = pane.getScene().getFocusOwner();
                if (isOpen() && now != null && isOutside(now) && pane.getContent() != null) {
                    focusable().reduce((first, last) -> last).ifPresent(Node::requestFocus);
                }
            });
        }
    }

    private Stream<Node> focusable() {
        return pane.getContent().lookupAll("*").stream().filter(node -> node.isFocusTraversable() && !node.isDisabled() && isShown(node));
    }

    private boolean isOutside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == pane) {
                return false;
            }
        }
        return true;
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /**
     * The size of a scroll pane or a text area is known only after it has been laid out once. A dialog with one is therefore centred a second
     * time, and not drawn before: what was drawn at the first place would stay there.
     * A dialog that asks for no focus gets it on its first control: keys, and Escape above all, must not go to what lies behind.
     */
    private void settle(Node dialog) {
        for (int pass = 0; pass < 2; pass++) {
            for (Parent above = dialog.getParent(); above != null; above = above.getParent()) {
                above.requestLayout();
            }
            pane.applyCss();
            pane.layout();
        }
        dialog.setOpacity(1);
        Node owner = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
        if (isOpen() && (owner == null || isOutside(owner))) {
            focusable().findFirst().ifPresent(Node::requestFocus);
        }
    }

    @Override
    public void close() {
        pane.hide(true);
    }

    @Override
    public void confirm(String question, String consequence, String act, Runnable action) {
        Button go = new Button(act);
        go.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
        go.setId("confirm-act");
        go.setOnAction(e -> {
            close();
            action.run();
        });
        Button stay = new Button("Leave as it is");
        stay.setCancelButton(true);
        stay.setOnAction(e -> close());
        show(dialog(question, Words.wrapped(Words.body(consequence)), stay, go), () -> { });
        stay.requestFocus();
    }

    @Override
    public void explain(String title, String note) {
        Button close = new Button("Close");
        close.setDefaultButton(true);
        close.setOnAction(e -> close());
        Label text = Words.wrapped(Words.body(note));
        ScrollPane scroll = new ScrollPane(text);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(480);
        show(dialog(title, scroll, close), () -> { });
        close.requestFocus();
    }

    private static VBox dialog(String title, Node body, Button... buttons) {
        HBox foot = new HBox(buttons);
        foot.getStyleClass().add("pl-dialog-foot");
        foot.setAlignment(Pos.CENTER_RIGHT);
        VBox words = new VBox(8, Words.wrapped(Words.title(title)), body);
        words.setPadding(new Insets(18, 20, 18, 20));
        VBox box = new VBox(words, foot);
        box.getStyleClass().add("pl-dialog");
        box.setMaxSize(520, Region.USE_PREF_SIZE);
        box.setMinWidth(420);
        return box;
    }

    private void closed() {
        Runnable run = dismissed;
        dismissed = () -> { };
        pane.setContent(null);
        if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
        run.run();
    }
}
