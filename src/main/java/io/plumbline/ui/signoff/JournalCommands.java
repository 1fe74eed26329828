package io.plumbline.ui.signoff;

import io.plumbline.store.JournalMerge;
import io.plumbline.store.JournalVerification;
import io.plumbline.store.JournalVerifier;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.shell.Command;
import io.plumbline.ui.shell.Frame;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** What the palette can do with the decision journal: check it, bring another one in, and lock the key at work. */
public final class JournalCommands {

    private final Workspace workspace;
    private final Frame frame;

    public JournalCommands(Workspace workspace, Frame frame) {
        this.workspace = workspace;
        this.frame = frame;
    }

    public void register() {
        add("fth-git-merge", "Merge another journal…", "decisions of a copy of this workspace; neither side loses a line", () -> choose()
            .ifPresent(this::merge));
        add("fth-shield", "Check the decision journal", "chain and signatures, line by line", this::verify);
        frame.commands().add(new Command(Command.COMMANDS, "fth-lock", "Lock my key", "its passphrase is asked for again", "",
            () -> workspace.people().isUnlocked(workspace.actor()) && workspace.people().canSign() ? Optional.empty()
                : Optional.of("no key is unlocked"),
            workspace.people()::lock));
    }

    private void add(String icon, String name, String detail, Runnable action) {
        frame.commands().add(Command.always(Command.COMMANDS, icon, name, detail, "", action));
    }

    private static Optional<Path> choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("The other workspace's journal");
        chooser.getExtensionFilters().add(new ExtensionFilter("Decision journal", "*.jsonl"));
        Window owner = Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    void merge(Path other) {
        frame.tasks().start("journal.merge", "Merging the journal", progress -> workspace.decisions().merge(other),
            merge -> frame.dialogs().explain("Merged", words(merge)), frame.errors()::show);
    }

    private static String words(JournalMerge merge) {
        if (merge.isNothingNew()) {
            return "The other journal holds nothing that this one lacks.";
        }
        String conflicts = merge.conflicts().isEmpty() ? "Nothing was decided on both sides."
            : "Decided on both sides, so that somebody has to decide again:\n" + merge.conflicts().stream()
                .map(conflict -> "  " + conflict.subject() + " (" + conflict.kind() + ")").collect(Collectors.joining("\n"));
        return (merge.merged() == 1 ? "1 line of the other journal is part of this one now, with its own hash and signature."
            : Figures.count(merge.merged()) + " lines of the other journal are part of this one now, with their own hashes and signatures.")
            + " Both share the lines up to " + Figures.count(merge.common()) + ".\n\n" + conflicts;
    }

    private void verify() {
        frame.tasks().start("journal.verify", "Checking the journal", progress -> JournalVerifier.verify(workspace.directory()),
            found -> frame.dialogs().explain(found.holds() ? "The journal holds" : "The journal does not hold", words(found)),
                frame.errors()::show);
    }

    private static String words(JournalVerification found) {
        String broken = found.firstBroken().map(line -> "Line " + line.line() + ": " + line.reason() + ". The lines before it hold.\n\n")
            .orElse("");
        String remarks = found.signatures().remarks().isEmpty() ? "" : "\n\n" + String.join("\n", found.signatures().remarks());
        return broken + Figures.count(found.lines()) + " lines are whole, unchanged and in order. " + Figures.count(found.signatures()
            .byPeople())
            + " are signed with people's own keys, " + Figures.count(found.signatures().byDevices())
                + " with the unprotected key of a device, "
            + Figures.count(found.signatures().none()) + " not at all (earlier versions).\n\nLast hash " + found.head() + remarks;
    }
}
