package io.plumbline.ui.common;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

/** A row that can be chosen by click, Space or Enter. A button would not let the words in it break across lines. */
public final class EvidenceRow extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Runnable chosen;
    private boolean selected;

    EvidenceRow(Node content, String spoken, Runnable chosen) {
        super(content);
        this.chosen = chosen;
        getStyleClass().add("pl-evidence-row");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        setAccessibleText(spoken);
        setAccessibleHelp("Shows only the words that this rests on; again shows all.");
        setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                fire();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.SPACE || e.getCode() == KeyCode.ENTER) {
                fire();
                e.consume();
            }
        });
    }

    /** Chooses it, as a click does. */
    public void fire() {
        chosen.run();
    }

    public boolean isSelected() {
        return selected;
    }

    void select() {
        mark(Boolean.TRUE);
    }

    void release() {
        mark(Boolean.FALSE);
    }

    private void mark(Boolean now) {
        selected = now;
        pseudoClassStateChanged(SELECTED, now);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED ? (Object) selected : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            fire();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
