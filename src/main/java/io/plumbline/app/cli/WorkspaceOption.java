package io.plumbline.app.cli;

import io.plumbline.store.Workspace;
import io.plumbline.store.WorkspaceLocation;
import io.plumbline.store.Workspaces;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The {@code -w DIR} switch. Include with {@code @Mixin}. */
public final class WorkspaceOption {

    @Option(names = {"-w", "--workspace"}, paramLabel = "DIR",
        description = "Workspace folder; made if it does not exist. Default: the platform's place for application data.")
    private Path directory;

    /** Name that decisions carry while nobody has said theirs. */
    public static final String NOBODY_NAMED = "Local user";

    /** The folder that was named, if one was. */
    public Optional<Path> directory() {
        return Optional.ofNullable(directory);
    }

    /** Opens the workspace named, or the standard one. */
    public Workspace open() {
        return Workspaces.open(directory().orElseGet(() -> WorkspaceLocation.ofThisMachine().standard()), NOBODY_NAMED);
    }
}
