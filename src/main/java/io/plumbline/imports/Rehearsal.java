package io.plumbline.imports;

import io.plumbline.domain.Progress;
import io.plumbline.imports.source.FileHash;
import io.plumbline.imports.source.ReadingProgress;
import io.plumbline.imports.source.SourceFile;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads the beginning of a file as an import would while the workspace is being opened, which keeps one core busy for about a second: by the
 * time it is open, what reads the file has been loaded and compiled. Nothing depends on it, and what fails here fails again, with a sentence,
 * in the import itself.
 */
public final class Rehearsal {

    private static final Logger LOG = System.getLogger(Rehearsal.class.getName());
    private static final int RECORDS = 20_000;

    private Rehearsal() {
    }

    /** Begins on a thread of its own and returns at once. */
    public static void begin(Path file) {
        Thread thread = new Thread(() -> read(file), "import-rehearsal");
        thread.setDaemon(true);
        thread.start();
    }

    private static void read(Path file) {
        try {
            Formats formats = new Formats();
            ImportRequest request = ImportRequest.of(file);
            ImportPlan plan = ImportPlan.of(request, formats.look(SourceFile.at(file)), formats);
            if (plan.isLog() && plan.profile().isPresent()) {
                readBeginning(request, plan);
            }
        } catch (RuntimeException | IOException e) {
            LOG.log(Level.DEBUG, "the rehearsal of an import failed", e);
        }
    }

    private static void readBeginning(ImportRequest request, ImportPlan plan) throws IOException {
        LogRecordMapper mapper = new LogRecordMapper(
            WorkspaceImportService.withModel(plan.profile().orElseThrow().mapping(), request, plan.glimpse()), user -> user);
        long[] read = {0};
        new LogImport(plan.glimpse(), mapper, TornEnd.KEEP_WHOLE_RECORDS).read(
            new ReadingProgress(Progress.NONE, plan.glimpse().file().size(), ""), FileHash.none(), List::size, batch -> {
                read[0] += batch.records();
                return read[0] < RECORDS;
            });
    }
}
