package io.plumbline.store;

import io.plumbline.domain.CancelledException;
import io.plumbline.domain.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Which segments there are, and the rollups that were asked for last. What belongs to a finished import never changes, so it is read once;
 * numbers of imports are not used again. Only a revision of flags and topics changes it, and never while somebody reads.
 */
final class LogDirectory {

    /** Some megabytes in all: the charts of one screen. */
    private static final int ROLLUPS_KEPT = 48;

    private static final long GLANCE_MILLIS = 20;

    private final ReentrantReadWriteLock revisions = new ReentrantReadWriteLock();
    private final Map<Long, List<StoredSegment>> known = new ConcurrentHashMap<>();
    private final Map<String, List<RollupReader.Block>> rollups = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<RollupReader.Block>> eldest) {
            return size() > ROLLUPS_KEPT;
        }
    };

    /** Answers a question while no stored record is changed. */
    <T> T whileUnrevised(Supplier<T> question) {
        revisions.readLock().lock();
        try {
            return question.get();
        } finally {
            revisions.readLock().unlock();
        }
    }

    /** Changes stored records as soon as nobody reads; until then others may begin to. */
    void revise(Progress progress, Runnable change) {
        try {
            while (!revisions.writeLock().tryLock(0, TimeUnit.MILLISECONDS)) {
                progress.check();
                TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
        try {
            change.run();
            known.clear();
        } finally {
            revisions.writeLock().unlock();
        }
    }

    /** Segments of all finished imports. */
    List<StoredSegment> visible(SegmentReads reads, List<Long> imports) {
        List<StoredSegment> segments = new ArrayList<>();
        known.keySet().retainAll(imports);
        for (long importNo : imports) {
            segments.addAll(known.computeIfAbsent(importNo, reads::segments));
        }
        return segments;
    }

    /** A rollup as it was read before. */
    Optional<List<RollupReader.Block>> rollup(String name) {
        synchronized (rollups) {
            return Optional.ofNullable(rollups.get(name));
        }
    }

    void keep(String name, List<RollupReader.Block> read) {
        synchronized (rollups) {
            rollups.put(name, read);
        }
    }
}
