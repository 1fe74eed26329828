package io.plumbline.app;

import io.plumbline.app.cli.HeadlessJob;
import io.plumbline.app.cli.WorkspaceOption;
import io.plumbline.store.Workspace;
import io.plumbline.store.WorkspaceLocation;
import io.plumbline.store.Workspaces;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;

/**
 * What happens without a command: the window opens, on the workspace that was named, else on one's own if there is one, else on the
 * sample. Where no window can be opened the same job is done without one.
 */
public final class Start {

    private final WorkspaceLocation location = WorkspaceLocation.ofThisMachine();

    /** @return the exit code */
    public int run(Optional<Path> named, PrintWriter out) {
        Optional<String> noWindow = Display.start();
        if (noWindow.isPresent()) {
            return new HeadlessJob(location.headlessRuns(), out).run(noWindow.get());
        }
        Optional<OpenWorkspace> next = Optional.of(first(named));
        while (next.isPresent()) {
            try (Workspace workspace = next.get().workspace()) {
                next = PlumblineApplication.show(workspace, next.get().opening());
            }
        }
        Platform.exit();
        return 0;
    }

    private OpenWorkspace first(Optional<Path> named) {
        boolean own = Files.exists(location.standard());
        Path folder = named.orElse(own ? location.standard() : location.sample());
        return new OpenWorkspace(Workspaces.open(folder, WorkspaceOption.NOBODY_NAMED),
            folder.equals(location.sample()) ? Opening.WITH_SAMPLE : Opening.AS_IT_IS);
    }
}
