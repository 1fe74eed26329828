package io.plumbline.store;

import io.plumbline.domain.CanarySelection;
import io.plumbline.domain.LogFilter;
import io.plumbline.store.segment.DamagedBytesException;
import io.plumbline.store.segment.RecordTime;
import io.plumbline.store.segment.SegmentView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The segments of all finished imports as one question sees them: an import that ends meanwhile is seen whole or not at all. */
final class LogReader {

    private final Handle handle;
    private final SegmentReads reads;
    private final LogDirectory directory;
    private final List<Long> imports;

    private LogReader(Handle handle, SegmentReads reads, LogDirectory directory, List<Long> imports) {
        this.handle = handle;
        this.reads = reads;
        this.directory = directory;
        this.imports = imports;
    }

    static <T> T ask(Jdbi database, LogDirectory directory, Function<LogReader, T> question) {
        return directory.whileUnrevised(() -> database.withHandle(handle -> {
            try (SegmentReads reads = new SegmentReads(handle.getConnection())) {
                return question.apply(new LogReader(handle, reads, directory, reads.visibleImports()));
            } catch (DamagedBytesException e) {
                throw new WorkspaceException("A part of the production log in this workspace is damaged: " + e.getMessage() + ". Import the log "
                    + "files again into a new workspace, or restore the database from a backup; decisions are safe in journal.jsonl.", e);
            }
        }));
    }

    LogDirectory directory() {
        return directory;
    }

    SegmentReads reads() {
        return reads;
    }

    /** The numbers of the imports that are seen. */
    List<Long> imports() {
        return imports;
    }

    List<StoredSegment> all() {
        return directory.visible(reads, imports);
    }

    /** How keys are hashed in this workspace. */
    KeyHash hash() {
        return KeyHash.of(handle);
    }

    /** The segments in which a record may match. */
    List<StoredSegment> candidates(LogFilter filter) {
        long from = filter.start().map(RecordTime::micros).orElse(Long.MIN_VALUE);
        long end = filter.end().map(RecordTime::micros).orElse(Long.MAX_VALUE);
        boolean canary = filter.canaries() == CanarySelection.CANARIES_ONLY;
        List<StoredSegment> candidates = new ArrayList<>();
        for (StoredSegment segment : all()) {
            if (segment.extent().canary() == canary && segment.overlaps(from, end) && segment.summary().mayMatch(filter)) {
                candidates.add(segment);
            }
        }
        return candidates;
    }

    /** Hands over every candidate with its matching records, if it has any; not in order of time. */
    void each(LogFilter filter, BiConsumer<SegmentView, int[]> use) {
        for (StoredSegment segment : candidates(filter)) {
            with(segment, view -> {
                int[] matching = view.matching(filter);
                if (matching.length > 0) {
                    use.accept(view, matching);
                }
                return true;
            });
        }
    }

    /** Asks one segment, and says which one it is where its bytes turn out damaged. */
    <T> T with(StoredSegment segment, Function<SegmentView, T> question) {
        return guarded(segment, () -> question.apply(reads.view(segment)));
    }

    <T> T guarded(StoredSegment segment, Supplier<T> question) {
        return guarded(segment.importNo(), "segment " + segment.segment(), question);
    }

    /** @param part what of the import is read, as a sentence names it */
    <T> T guarded(long importNo, String part, Supplier<T> question) {
        try {
            return question.get();
        } catch (DamagedBytesException e) {
            Optional<String> file = handle.createQuery("select file from file_import where import_no = :no and status = 'DONE'")
                .bind("no", importNo).mapTo(String.class).findOne();
            throw new WorkspaceException(file.map(name -> "A part of the production log is damaged in this workspace: " + part + " of "
                + name + " (" + e.getMessage() + "). Take that import back and import the file again; other imports are not affected.").orElse("An import was taken back while its records were read. Look again: they are gone now."), e);
        }
    }
}
