package io.plumbline.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the workspace lies when nobody chose a folder: the place the platform keeps for data of programs. */
public final class WorkspaceLocation {

    private final String operatingSystem;
    private final Path home;
    private final Map<String, String> environment;

    WorkspaceLocation(String operatingSystem, Path home, Map<String, String> environment) {
        this.operatingSystem = operatingSystem.toLowerCase(Locale.ROOT);
        this.home = home;
        this.environment = Map.copyOf(environment);
    }

    /** The location on the machine this runs on. */
    public static WorkspaceLocation ofThisMachine() {
        return new WorkspaceLocation(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    /** Folder of the workspace that opens when none is named. */
    public Path standard() {
        return dataFolder().resolve("workspace");
    }

    /** Folder of the workspace that holds the sample data. */
    public Path sample() {
        return dataFolder().resolve("sample-workspace");
    }

    /** Folder below which each run without a window makes a workspace of its own. */
    public Path headlessRuns() {
        return dataFolder().resolve("headless");
    }

    private Path dataFolder() {
        if (operatingSystem.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Plumbline");
        }
        if (operatingSystem.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isBlank() ? home.resolve("AppData").resolve("Local") : Path.of(local)).resolve("Plumbline");
        }
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        // The XDG specification tells programs to ignore a relative value.
        boolean usable = !xdg.isBlank() && Path.of(xdg).isAbsolute();
        return (usable ? Path.of(xdg) : home.resolve(".local").resolve("share")).resolve("plumbline");
    }
}
