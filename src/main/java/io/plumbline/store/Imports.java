package io.plumbline.store;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Progress;
import io.plumbline.domain.Reject;
import io.plumbline.domain.Sample;
import java.util.List;
import java.util.Optional;

/** What was imported. An import is seen whole or not at all, also after the process was killed in the middle of it. */
public interface Imports {

    /** All finished imports, oldest first. */
    List<ImportManifest> list();

    /** The finished import of a file with these bytes. */
    Optional<ImportManifest> findByHash(String sha256);

    List<Reject> rejects(String importId, int offset, int limit);

    /** Begins an import; nothing of it is visible before {@link Writer#commit}. */
    Writer begin(ImportKind kind, String file, String sha256);

    /**
     * Takes back a whole import. The act is journalled; labels and incidents that refer to its records stay.
     * Ask {@link #leftOutBecauseOf} first: what it names is in the workspace no more afterwards, although files that hold it are.
     */
    void undo(String importId, Progress progress);

    /** Later imports that left records out because this one has them; take them back and import their files again after this one is gone. */
    default List<LeftOut> leftOutBecauseOf(String importId) {
        return List.of();
    }

    /** Files whose import was cut off by the end of an earlier process, cleaned up when the workspace was opened. */
    List<String> interrupted();

    /**
     * Records that an import left out as duplicates of an earlier one.
     *
     * @param importId the later import
     * @param file     its file
     * @param records  how many it left out
     */
    record LeftOut(String importId, String file, long records) {
    }

    /** One import under way. Closing it without {@code commit} leaves nothing behind. */
    interface Writer extends AutoCloseable {

        String importId();

        void addRun(EvaluationRun run, List<Sample> samples);

        /** Prepares records for {@link #addRecords(SegmentBatch)}; for any number of threads at once, while this import is open. */
        SegmentEncoder segments();

        /**
         * Stores prepared records; called by one thread, in the order of the file.
         *
         * @return how many were left out because a record of the same model and id is there already
         */
        int addRecords(SegmentBatch batch);

        /** Prepares and stores records; returns how many were left out. */
        default int addRecords(List<MeasuredRecord> records) {
            return addRecords(segments().encode(records));
        }

        /** Canary records among those stored so far. */
        long canaries();

        void addReject(Reject reject);

        void commit(ImportManifest manifest);

        @Override
        void close();
    }
}
