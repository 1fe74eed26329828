package io.plumbline.store;

import java.nio.file.Path;
import java.time.Clock;

/** Opens workspaces. */
public final class Workspaces {

    private Workspaces() {
    }

    /**
     * Opens the workspace in a folder, or makes one in a folder that is new or empty.
     *
     * @param actor name of the person at work while nobody has said their name in this workspace
     * @throws WorkspaceInUseException              where another process has it open
     * @throws io.plumbline.domain.InputException where the folder can't be or become a workspace
     */
    public static H2Workspace open(Path directory, String actor) {
        return H2Workspace.open(directory, actor, Clock.systemUTC());
    }
}
