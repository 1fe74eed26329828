package io.plumbline.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.domain.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The files of a workspace folder and the marker that says it is one. A database file can carry code that runs when it is opened, so
 * nothing is opened in a folder that this program did not mark as its own.
 */
final class WorkspaceFolder {

    static final String LOCK = "workspace.lock";
    private static final String MARKER = "workspace.json";
    private static final String FORMAT = "plumbline-workspace";
    private static final int VERSION = 1;
    /** What may lie in a folder that is to become a workspace: traces of a creation that was cut off, and a policy put there beforehand. */
    private static final Set<String> HARMLESS = Set.of(LOCK, MARKER + ".new", "policy.json");

    private final Path directory;

    private WorkspaceFolder(Path directory) {
        this.directory = directory;
    }

    /** The folder, created where it is missing; not yet known to be a workspace. */
    static WorkspaceFolder at(Path directory) {
        if (directory.toString().indexOf(';') >= 0) {
            throw new InputException("The folder " + directory + " has a semicolon in its name, which the database can't handle. "
                + "Choose another folder.");
        }
        try {
            Files.createDirectories(directory);
            return new WorkspaceFolder(directory.toRealPath());
        } catch (IOException e) {
            throw new InputException("The folder " + directory + " can't be used as a workspace. Check that it is a folder you may "
                + "write to, or choose another with -w.", e);
        }
    }

    /** A folder that is to be looked at only. */
    static WorkspaceFolder existing(Path directory) {
        return new WorkspaceFolder(directory.toAbsolutePath().normalize());
    }

    Path directory() {
        return directory;
    }

    Path journal() {
        return directory.resolve("journal.jsonl");
    }

    /** Private keys of the people at this workspace and of this device. */
    Path keys() {
        return directory.resolve("keys");
    }

    /** Path of the database as H2 wants it, without ".mv.db". */
    Path database() {
        return directory.resolve("workspace");
    }

    /** Checks the marker of a workspace, or marks an empty folder as a new one. */
    void claim() {
        if (Files.exists(directory.resolve(MARKER))) {
            check();
        } else {
            mark();
        }
    }

    /** Refuses, with a sentence, a folder that is no workspace or one of a later version. */
    void check() {
        String format = "";
        int version = 0;
        try (JsonParser marker = new JsonFactory().createParser(Files.readAllBytes(directory.resolve(MARKER)))) {
            marker.nextToken();
            for (String member = marker.nextFieldName(); member != null || marker.hasCurrentToken(); member = marker.nextFieldName()) {
                if ("format".equals(member)) {
                    format = String.valueOf(marker.nextTextValue());
                } else if ("version".equals(member)) {
                    version = marker.nextIntValue(0);
                } else if (member != null) {
                    marker.nextToken();
                    marker.skipChildren();
                }
            }
        } catch (JsonProcessingException e) {
            throw new InputException(directory.resolve(MARKER) + " is damaged. Restore it from a backup; the other files of the "
                + "workspace were not touched.", e);
        } catch (IOException e) {
            throw new InputException(directory + " is no Plumbline workspace: it has no readable " + MARKER + ".", e);
        }
        if (!FORMAT.equals(format)) {
            throw new InputException(directory.resolve(MARKER) + " was not written by Plumbline, so nothing in that folder is opened. "
                + "Choose another folder with -w.");
        }
        if (version > VERSION) {
            throw new InputException("The workspace " + directory + " was made by a newer Plumbline (format " + version
                + ", this one knows " + VERSION + "). Update Plumbline to open it.");
        }
    }

    private void mark() {
        try {
            List<String> strangers;
            try (Stream<Path> files = Files.list(directory)) {
                strangers = files.map(f -> f.getFileName().toString()).filter(n -> !n.startsWith(".") && !HARMLESS.contains(n)).sorted()
                    .toList();
            }
            if (!strangers.isEmpty()) {
                throw new InputException("The folder " + directory + " is no Plumbline workspace and not empty (it holds "
                    + strangers.get(0) + "). Nothing in it was opened; choose an empty or new folder with -w.");
            }
            Path fresh = directory.resolve(MARKER + ".new");
            Files.writeString(fresh, """
                {
                  "format" : "%s",
                  "version" : %d,
                  "id" : "%s",
                  "created" : "%s"
                }
                """.formatted(FORMAT, VERSION, UUID.randomUUID(), Instant.now()));
            Files.move(fresh, directory.resolve(MARKER), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new InputException("No workspace can be made in " + directory + ". Check that the folder can be written to, or choose "
                + "another with -w.", e);
        }
    }
}
