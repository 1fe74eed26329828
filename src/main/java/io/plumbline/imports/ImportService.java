package io.plumbline.imports;

import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.Progress;
import java.nio.file.Path;
import java.util.List;

/**
 * The one way by which files get into a workspace, for window and command line alike. Every method throws
 * {@link io.plumbline.domain.InputException} with a sentence for the person where a file can't be used, and
 * {@link io.plumbline.domain.CancelledException} within a second of being cancelled; nothing is left behind in either case.
 */
public interface ImportService {

    /** What a file is, by its content and never by its name. */
    Recognition recognise(Path file);

    /** What an import would bring: first rows, mapping, rejects. Stores nothing. */
    Preview preview(ImportRequest request, Preview.Extent extent, Progress progress);

    /**
     * Imports a file. A file whose bytes are in the workspace already is no error: the manifest that comes back is that of the earlier
     * import with zero {@code records} and everything among the {@code duplicates}.
     */
    ImportManifest importFile(ImportRequest request, Progress progress);

    /**
     * Reads the lines of an imported log anew that could not be used then, with a corrected mapping. What they become is an import of its own;
     * the earlier one stays as it is.
     *
     * @param request the file, which must have the bytes it had, and the mapping
     */
    ImportManifest replayRejects(String importId, ImportRequest request, Progress progress);

    /**
     * Those of several files chosen at once that hold only scores or feedback on the calls in the others; none where no file holds calls. Hand
     * them over with {@link ImportRequest#joining} and do not import them themselves.
     */
    default List<Path> scoreFiles(List<Path> files) {
        return List.of();
    }

    /** Where imported files lay. */
    ImportPaths paths();

    /** Column mappings that were saved under a name. */
    MappingProfiles profiles();
}
