package io.plumbline.store;

import java.nio.file.Path;

/** Another process, or another window of this one, has the workspace open. Two writers would tear the decision journal. */
public final class WorkspaceInUseException extends RuntimeException {

    public WorkspaceInUseException(Path directory) {
        super("The workspace " + directory + " is open in another Plumbline. Close it there, or choose another folder with -w.");
    }
}
