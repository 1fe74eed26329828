package io.plumbline.ui.shell;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys that work on every screen. Under an open dialog only its own keys work. */
final class ShellKeys {

    private final Shell shell;

    ShellKeys(Shell shell) {
        this.shell = shell;
    }

    void handle(KeyEvent event) {
        if (shell.dialogIsOpen()) {
            return;
        }
        if (act(event)) {
            event.consume();
        }
    }

    private boolean act(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.F6) {
            shell.cycleFocus();
            return true;
        }
        if (event.isAltDown() && !event.isShortcutDown() && (code == KeyCode.LEFT || code == KeyCode.RIGHT)) {
            if (code == KeyCode.LEFT) {
                shell.back();
            } else {
                shell.forward();
            }
            return true;
        }
        return event.isShortcutDown() && !event.isAltDown() && shortcut(code);
    }

    private boolean shortcut(KeyCode code) {
        switch (code) {
            case K -> shell.openPalette();
            case PLUS, EQUALS, ADD -> shell.frame().look().larger();
            case MINUS, SUBTRACT -> shell.frame().look().smaller();
            case DIGIT0, NUMPAD0 -> shell.frame().look().usualSize();
            case DIGIT1, DIGIT2, DIGIT3, DIGIT4, DIGIT5, DIGIT6, DIGIT7, DIGIT8, DIGIT9 ->
                shell.go(code.ordinal() - KeyCode.DIGIT0.ordinal());
            default -> {
                return runCommand("Ctrl " + code.getName());
            }
        }
        return true;
    }

    /** Runs the command that carries this key, where it can be done now. */
    private boolean runCommand(String key) {
        Optional<Command> command = shell.frame().commands().commands().stream()
            .filter(c -> c.key().equals(key) && c.unavailable().get().isEmpty()).findFirst();
        command.ifPresent(c -> c.action().run());
        return command.isPresent();
    }
}
