package io.plumbline.ui.data;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.JournalEntry;
import java.nio.file.Path;
import java.util.List;

/**
 * What the workspace holds, read once.
 *
 * @param imports   finished imports, newest first
 * @param runs      evaluation runs
 * @param baselines accepted baselines, newest first
 * @param places    files that hold bytes of this workspace
 * @param interrupted files whose import was cut off and cleaned up
 */
record DataReading(List<ImportManifest> imports, List<EvaluationRun> runs, List<JournalEntry> baselines, List<StoredFile> places,
                   List<String> interrupted) {

    /**
     * A file of the workspace.
     *
     * @param path  where
     * @param holds what is in it
     * @param bytes how large
     */
    record StoredFile(Path path, String holds, long bytes) {
    }

    static final DataReading EMPTY = new DataReading(List.of(), List.of(), List.of(), List.of(), List.of());
}
