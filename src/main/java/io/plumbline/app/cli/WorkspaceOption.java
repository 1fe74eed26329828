package io.plumbline.app.cli;

import io.plumbline.store.Workspace;
import io.plumbline.store.WorkspaceLocation;
import io.plumbline.store.Workspaces;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code -w DIR} switch. Include with {@code @Mixin}. */
public final class WorkspaceOption {

    @Option(names = {"-w", "--workspace"}, paramLabel = "DIR",
        description = "Workspace folder; made if it does not exist. Default: the platform's place for application data.")
    private Path directory;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Name that decisions carry while nobody has said theirs. */
    public static final String NOBODY_NAMED = "Local user";

    /** The folder that was named, behind this command or before it, if one was. */
    public Optional<Path> directory() {
        return Optional.ofNullable(directory).or(() -> namedBefore(spec.parent()));
    }

    private static Optional<Path> namedBefore(CommandSpec command) {
        if (command == null) {
            return Optional.empty();
        }
        Optional<Path> named = Optional.ofNullable(command.findOption("-w")).map(option -> (Path) option.getValue());
        return named.or(() -> namedBefore(command.parent()));
    }

    /** Opens the workspace named, or the standard one. */
    public Workspace open() {
        Workspace opened = Workspaces.open(directory().orElseGet(() -> WorkspaceLocation.ofThisMachine().standard()), NOBODY_NAMED);
        opened.imports().interrupted().forEach(file -> spec.commandLine().getErr().println("The import of " + file
            + " was cut off when Plumbline last ended. Nothing of it was kept; import the file again."));
        return opened;
    }
}
