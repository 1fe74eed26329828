package io.plumbline.imports;

import io.plumbline.domain.ImportManifest;
import io.plumbline.imports.runs.PromptKey;
import java.util.Set;

/**
 * The lines of a log that an earlier import could not use. They stand in the file still, so it is read anew for them alone.
 *
 * @param earlier the import that could not use them
 * @param lines   their numbers
 */
record RejectedLines(ImportManifest earlier, Set<Long> lines) {

    RejectedLines {
        lines = Set.copyOf(lines);
    }

    /** Stands for the bytes of these lines: the file's own hash names the import of the whole file. */
    String hash(String profile) {
        return PromptKey.sha256("rejects of " + earlier.id() + "/" + earlier.sha256() + "/" + profile);
    }

    String remark() {
        return "Holds what became of %,d lines that the import %s of this file could not use.".formatted(lines.size(), earlier.id());
    }
}
