package io.plumbline.ui.triage;

import io.plumbline.triage.LabelChoice;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of the triage screen. They are off while a person types in a field; there Enter and Esc lead back. */
final class TriageKeys {

    static final String NOTE = """
        1–8   say what the model did
        Enter   commit and go to the next item
        Backspace   the item before
        Ctrl Z   take the last label back, whatever item is shown
        S   skip: the item comes up again at the end
        U   unsure
        N   note
        E   escalate to an incident
        H   show only the words of one flag or signal, the next one each time; Esc shows all
        R   hold to open a shielded text; opening is noted in the journal
        /   filter the queue
        ?   this list
        Keys are off while you type; Esc or Enter leaves the field.""";

    private final TriageActions actions;

    TriageKeys(TriageActions actions) {
        this.actions = actions;
    }

    void pressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        if (typing ? inField(event) : onItem(event)) {
            event.consume();
        }
    }

    void released(KeyEvent event) {
        if (event.getCode() == KeyCode.R) {
            actions.shut();
        }
    }

    /**
     * Keys that lead into a field act on the character, so that it is not typed into the field as well. "/" and "?" also lie elsewhere on
     * other keyboards.
     */
    void typed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        switch (event.getCharacter()) {
            case "/" -> actions.search();
            case "n", "N" -> actions.note();
            case "?" -> actions.keys();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private boolean inField(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER) {
            actions.leaveField();
            return true;
        }
        return false;
    }

    private boolean onItem(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.Z) {
            actions.undo();
            return true;
        }
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        switch (event.getCode()) {
            case DIGIT1, NUMPAD1 -> choose(1);
            case DIGIT2, NUMPAD2 -> choose(2);
            case DIGIT3, NUMPAD3 -> choose(3);
            case DIGIT4, NUMPAD4 -> choose(4);
            case DIGIT5, NUMPAD5 -> choose(5);
            case DIGIT6, NUMPAD6 -> choose(6);
            case DIGIT7, NUMPAD7 -> choose(7);
            case DIGIT8, NUMPAD8 -> choose(8);
            case ENTER -> actions.commit();
            case BACK_SPACE -> actions.back();
            case S -> actions.skip();
            case U -> actions.unsure();
            case E -> actions.escalate();
            case R -> actions.open();
            case H -> actions.nextEvidence();
            case ESCAPE -> {
                return actions.allEvidence();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void choose(int digit) {
        actions.choose(LabelChoice.values()[digit - 1]);
    }
}
