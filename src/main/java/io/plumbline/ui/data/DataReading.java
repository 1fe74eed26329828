package io.plumbline.ui.data;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.JournalEntry;
import io.plumbline.imports.WatchedFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the workspace holds, read once.
 *
 * @param imports   finished imports, newest first
 * @param runs      evaluation runs
 * @param baselines accepted baselines, newest first
 * @param places    files that hold bytes of this workspace
 * @param cutOff    imports that were cut off, cleaned up, and not made anew since
 * @param watched   the watched folder
 */
record DataReading(List<ImportManifest> imports, List<EvaluationRun> runs, List<JournalEntry> baselines, List<StoredFile> places,
                   List<CutOff> cutOff, Watched watched) {

    /**
     * An import that ended with an earlier process.
     *
     * @param file  name of the file
     * @param place where it is, if it is still there
     */
    record CutOff(String file, Optional<Path> place) {
    }

    /**
     * The watched folder.
     *
     * @param folder where; empty while watching is off
     * @param taken  what became of the files in it, latest first
     */
    record Watched(Optional<Path> folder, List<WatchedFolder.Taken> taken) {
    }

    /**
     * A file of the workspace.
     *
     * @param path  where
     * @param holds what is in it
     * @param bytes how large
     */
    record StoredFile(Path path, String holds, long bytes) {
    }

    static final DataReading EMPTY = new DataReading(List.of(), List.of(), List.of(), List.of(), List.of(),
        new Watched(Optional.empty(), List.of()));
}
