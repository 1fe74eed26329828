package io.plumbline.ui.shell;

/** Commands of the frame itself. */
final class ShellCommands {

    private final Shell shell;
    private final Frame frame;

    ShellCommands(Shell shell, Frame frame) {
        this.shell = shell;
        this.frame = frame;
    }

    void register() {
        CommandRegistry commands = frame.commands();
        commands.add(Command.always(Command.COMMANDS, "fth-moon", "Light or dark", "the other look", "", shell::toggleTheme));
        commands.add(Command.always(Command.COMMANDS, "fth-zoom-in", "Larger text", "", "Ctrl +", () -> frame.look().larger()));
        commands.add(Command.always(Command.COMMANDS, "fth-zoom-out", "Smaller text", "", "Ctrl −", () -> frame.look().smaller()));
        commands.add(Command.always(Command.COMMANDS, "fth-type", "Usual text size", "", "Ctrl 0", () -> frame.look().usualSize()));
        commands.add(Command.always(Command.COMMANDS, "fth-arrow-left", "Back", "where you were", "Alt ←", shell::back));
        commands.add(Command.always(Command.COMMANDS, "fth-arrow-right", "Forward", "", "Alt →", shell::forward));
        commands.add(Command.always(Command.HELP, "fth-book-open", "Why three stages?", "", "",
            () -> frame.dialogs().explain("Why three stages?", TopBar.WHY_THREE_STAGES)));
    }
}
