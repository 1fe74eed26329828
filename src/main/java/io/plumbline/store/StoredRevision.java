package io.plumbline.store;

import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Progress;
import io.plumbline.store.PlacesInTime.Place;
import io.plumbline.store.segment.Family;
import io.plumbline.store.segment.SegmentRevision;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds flags and topics anew on stored records. What changes is worked out first, segment by segment, and written in one transaction while
 * nobody reads.
 */
final class StoredRevision {

    private final Jdbi database;
    private final LogDirectory directory;

    StoredRevision(Jdbi database, LogDirectory directory) {
        this.database = database;
        this.directory = directory;
    }

    /** Returns how many records differ from before. */
    long apply(LogRevision revision, Progress progress) {
        List<Changed> changes = LogReader.ask(database, directory, log -> worked(log, revision, progress));
        if (!changes.isEmpty()) {
            progress.check();
            directory.revise(progress, () -> WorkspaceDatabase.durably(database, handle -> write(handle, changes)));
        }
        return changes.stream().mapToLong(Changed::records).sum();
    }

    private static List<Changed> worked(LogReader log, LogRevision revision, Progress progress) {
        long total = log.all().stream().mapToLong(segment -> segment.extent().records()).sum();
        long done = 0;
        List<Changed> changes = new ArrayList<>();
        for (StoredSegment segment : log.all()) {
            progress.check();
            progress.update(done, total, "records", "Going through stored records");
            changes.addAll(log.guarded(segment, () -> worked(log, segment, revision)));
            done += segment.extent().records();
        }
        return changes;
    }

    /** What changes in one segment; nothing or one thing. */
    private static List<Changed> worked(LogReader log, StoredSegment segment, LogRevision revision) {
        List<MeasuredRecord> stored = new RecordLoader(log).load(IntStream.range(0, segment.extent().records())
            .mapToObj(i -> new Place(segment, i)).toList());
        List<MeasuredRecord> revised = new ArrayList<>(stored.size());
        long records = 0;
        for (MeasuredRecord before : stored) {
            MeasuredRecord after = revision.revised(before);
            boolean same = after == before || after.topic().equals(before.topic()) && after.flags().equals(before.flags());
            records += same ? 0 : 1;
            revised.add(same ? before : after);
        }
        return records == 0 ? List.of() : List.of(new Changed(segment, records, SegmentRevision.of(revised,
            log.reads().family(segment, Family.FACTS).orElseThrow(), log.reads().summary(segment))));
    }

    private static void write(Handle handle, List<Changed> changes) {
        try (SegmentReads reads = new SegmentReads(handle.getConnection())) {
            Set<Long> visible = new HashSet<>(reads.visibleImports());
            for (Changed change : changes) {
                // An import that was taken back meanwhile must not get rows again.
                if (visible.contains(change.segment.importNo())) {
                    try (SegmentTables tables = new SegmentTables(handle.getConnection(), change.segment.importNo())) {
                        tables.replace(change.segment.segment(), change.revision);
                    }
                }
            }
        } catch (SQLException e) {
            throw new WorkspaceException("The stored records can't be changed: the database can't be written (is the drive full?). They are as they "
                + "were. Make room and try again.", e);
        }
    }

    private record Changed(StoredSegment segment, long records, SegmentRevision revision) {
    }
}
