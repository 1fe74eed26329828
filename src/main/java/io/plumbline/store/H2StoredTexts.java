package io.plumbline.store;

import io.plumbline.domain.CanarySelection;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.Progress;
import io.plumbline.store.segment.Family;
import io.plumbline.store.segment.RecordTime;
import io.plumbline.store.segment.SegmentView;
import io.plumbline.store.segment.TextRemoval;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Finds and removes texts segment by segment: the columns that say how old, flagged and reviewed a record is are read, its texts only to be rewritten. */
final class H2StoredTexts implements StoredTexts {

    private final Jdbi database;
    private final LogDirectory directory;
    private final WritingTurn turn;
    private final WorkspaceChanges changes;
    private final Rewriting rewriting;

    H2StoredTexts(Jdbi database, LogDirectory directory, WritingTurn turn, WorkspaceChanges changes, Rewriting rewriting) {
        this.database = database;
        this.directory = directory;
        this.turn = turn;
        this.changes = changes;
        this.rewriting = rewriting;
    }

    @Override
    public TextsDue due(Instant before, TextsKept kept, Progress progress) {
        return LogReader.ask(database, directory, log -> {
            Old old = new Old(before, kept, log.hash());
            TextsDue due = TextsDue.NONE;
            List<StoredSegment> segments = old.segments(log.all());
            for (int i = 0; i < segments.size(); i++) {
                progress.check();
                progress.update(i, segments.size(), "segments", "Looking for texts that are due");
                due = due.plus(log.with(segments.get(i), view -> old.in(view).due));
            }
            return due;
        });
    }

    @Override
    public TextsDue remove(Instant before, TextsKept kept, LocalDate on, Progress progress) {
        return turn.revise(progress, () -> {
            Old old = LogReader.ask(database, directory, log -> new Old(before, kept, log.hash()));
            List<StoredSegment> segments = LogReader.ask(database, directory, log -> old.segments(log.all()));
            rewriting.due();
            TextsDue done = TextsDue.NONE;
            try {
                for (int i = 0; i < segments.size(); i++) {
                    progress.check();
                    progress.update(i, segments.size(), "segments", "Removing texts");
                    done = done.plus(remove(segments.get(i), old, on, progress));
                }
            } finally {
                changes.publish(WorkspaceChanges.Change.IMPORTS);
            }
            return done;
        });
    }

    private TextsDue remove(StoredSegment segment, Old old, LocalDate on, Progress progress) {
        Planned planned = LogReader.ask(database, directory, log -> log.guarded(segment, () -> planned(log, segment, old, on)));
        if (planned.found.due.records() > 0) {
            directory.revise(progress, () -> {
                try {
                    database.useTransaction(handle -> {
                        try (SegmentTables tables = new SegmentTables(handle.getConnection(), segment.importNo())) {
                            tables.replaceTexts(segment.segment(), planned.removal);
                        }
                    });
                } catch (SQLException | JdbiException e) {
                    throw new WorkspaceException("The removal of texts stopped: the database can't be written (is the drive full?). What is gone is "
                        + "gone, everything else is as it was. Make room and remove the rest.", e);
                }
            });
        }
        return planned.found.due;
    }

    private static Planned planned(LogReader log, StoredSegment segment, Old old, LocalDate on) {
        SegmentView view = log.reads().view(segment);
        Found found = old.in(view);
        if (found.due.records() == 0) {
            return new Planned(found, new TextRemoval(new byte[0], List.of()));
        }
        try (SegmentTexts texts = SegmentTexts.of(log.reads(), segment, view, IntStream.range(0, view.records()).toArray())) {
            return new Planned(found, TextRemoval.of(view, log.reads().family(segment, Family.DETAILS).orElseThrow(), found.removed, on,
                record -> texts.between(view.textStart(record), view.textStart(record + 1)).orElseThrow(), old.hash::proofOf));
        }
    }

    /** Has the database's file written anew. */
    @FunctionalInterface
    interface Rewriting {
        void due();
    }

    private record Planned(Found found, TextRemoval removal) {
    }

    private record Found(BitSet removed, TextsDue due) {
    }

    /** Which records of a segment are old, and whose texts may go. */
    private static final class Old {

        private final Instant before;
        private final LogFilter earlier;
        private final List<LogFilter> scopes;
        private final Set<Long> evidence = new HashSet<>();
        private final Set<Long> reviewed = new HashSet<>();
        private final KeyHash hash;

        Old(Instant before, TextsKept kept, KeyHash hash) {
            this.before = before;
            this.hash = hash;
            earlier = new LogFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(before), Map.of(), CanarySelection.USER_TRAFFIC);
            scopes = kept.scopes();
            kept.evidence().forEach(key -> evidence.add(hash.of(key)));
            kept.reviewed().forEach(key -> reviewed.add(hash.of(key)));
        }

        List<StoredSegment> segments(List<StoredSegment> all) {
            long end = RecordTime.micros(before);
            return all.stream().filter(segment -> segment.extent().firstMicros() < end).toList();
        }

        Found in(SegmentView view) {
            int[] old = view.matching(earlier);
            BitSet held = new BitSet();
            scopes.forEach(scope -> IntStream.of(view.matching(scope)).forEach(held::set));
            BitSet flagged = view.flagged();
            long[] keys = view.hashes();
            BitSet removed = new BitSet();
            long bytes = 0;
            long waiting = 0;
            long kept = 0;
            long gone = 0;
            for (int record : old) {
                long length = view.textBytes(record);
                if (length == 0) {
                    gone += view.textsRemoved(record).isPresent() ? 1 : 0;
                } else if (held.get(record) || evidence.contains(keys[record])) {
                    kept++;
                } else if (flagged.get(record) && !reviewed.contains(keys[record])) {
                    waiting++;
                } else {
                    removed.set(record);
                    bytes += length;
                }
            }
            return new Found(removed, new TextsDue(removed.cardinality(), bytes, waiting, kept, gone));
        }
    }
}
