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
        boolean ownWorkspace = Files.exists(location.standard());
        Path folder = named.orElse(ownWorkspace ? location.standard() : location.sample());
        try (Workspace workspace = Workspaces.open(folder, WorkspaceOption.NOBODY_NAMED)) {
            PlumblineApplication.show(workspace, folder.equals(location.sample()) ? Opening.WITH_SAMPLE : Opening.AS_IT_IS);
        }
        return 0;
    }
}
