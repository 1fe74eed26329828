package io.plumbline.app;

import io.plumbline.app.cli.WorkspaceOption;
import io.plumbline.domain.InputException;
import io.plumbline.store.Workspace;
import io.plumbline.store.WorkspaceLocation;
import io.plumbline.store.Workspaces;
import io.plumbline.ui.shell.Command;
import io.plumbline.ui.shell.Frame;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/**
 * Takes the window from one workspace to another. The other one is opened first, so that a folder that can't be opened leaves the person
 * where they were.
 */
final class WorkspaceSwitch {

    private final Workspace current;
    private final WorkspaceLocation location;
    private final Frame frame;
    private final Consumer<OpenWorkspace> leave;

    /** @param leave closes this window and goes on with the workspace it is given */
    WorkspaceSwitch(Workspace current, WorkspaceLocation location, Frame frame, Consumer<OpenWorkspace> leave) {
        this.current = current;
        this.location = location;
        this.frame = frame;
        this.leave = leave;
    }

    void register() {
        add("fth-folder", "Open a workspace…", "an empty folder becomes a new one", () -> choose().ifPresent(folder -> open(folder, Opening.AS_IT_IS)));
        add("fth-user", "Go to my own workspace", "made if there is none yet", () -> open(location.standard(), Opening.AS_IT_IS));
        add("fth-play-circle", "Go to the sample workspace", "real runs and a log with an incident", () -> open(location.sample(), Opening.WITH_SAMPLE));
    }

    private void add(String icon, String name, String detail, Runnable action) {
        frame.commands().add(Command.always(Command.COMMANDS, icon, name, detail, "", action));
    }

    private static Optional<Path> choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open a workspace");
        Window owner = Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    private void open(Path folder, Opening opening) {
        frame.tasks().start("workspace", "Opening " + folder.getFileName(), progress -> {
            if (folder.toAbsolutePath().equals(current.directory().toAbsolutePath())) {
                throw new InputException("This is the workspace " + folder + " already.");
            }
            return new OpenWorkspace(Workspaces.open(folder, WorkspaceOption.NOBODY_NAMED), opening);
        }, leave, frame.errors()::show);
    }
}
