package io.plumbline.imports;

import io.plumbline.domain.ImportManifest;
import io.plumbline.imports.source.SourceFile;
import io.plumbline.store.Settings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where imported files lay when they were read, so that an import that was cut off can be begun again and rejects can be read anew. A place
 * is a convenience and no fact about the data: it is kept among the settings, and a file that has moved is asked for.
 */
public final class ImportPaths {

    private static final String UNDER_WAY = "import.path.under-way.";
    private static final String FINISHED = "import.path.of.";

    private final Settings settings;

    public ImportPaths(Settings settings) {
        this.settings = settings;
    }

    /** Where the file of a finished import is, if it is still there. */
    public Optional<Path> of(String importId) {
        return existing(FINISHED + importId);
    }

    /** Where the file of an import that was cut off is, if it is still there. */
    public Optional<Path> ofCutOff(String file) {
        return existing(UNDER_WAY + file);
    }

    void begun(SourceFile file) {
        settings.put(UNDER_WAY + file.name(), file.path().toAbsolutePath().toString());
    }

    void finished(SourceFile file, ImportManifest manifest) {
        settings.put(FINISHED + manifest.id(), file.path().toAbsolutePath().toString());
        ended(file);
    }

    void ended(SourceFile file) {
        settings.remove(UNDER_WAY + file.name());
    }

    private Optional<Path> existing(String key) {
        try {
            return settings.get(key).map(Path::of).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
