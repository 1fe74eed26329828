package io.plumbline.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The {@code -w DIR} switch. Include with {@code @Mixin}. */
public final class WorkspaceOption {

    @Option(names = {"-w", "--workspace"}, paramLabel = "DIR",
        description = "Workspace folder; made if it does not exist. Default: the platform's place for application data.")
    private Path directory;

    public Optional<Path> directory() {
        return Optional.ofNullable(directory);
    }
}
