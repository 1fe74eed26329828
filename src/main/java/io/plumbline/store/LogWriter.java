package io.plumbline.store;

import io.plumbline.store.segment.EncodedSegment;
import io.plumbline.store.segment.RollupBuilder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Writes the records of one import: leaves duplicates out, stores segments as they come and parts of the rollups as they fill up. */
final class LogWriter implements AutoCloseable {

    /** Segments saved in one go. The last page of each table is written anew every time, so that many small steps make the file larger. */
    private static final int AT_ONCE = 4;
    private final Jdbi database;
    private final long importNo;
    private final EarlierKeys earlier;
    private final SeenKeys seen = new SeenKeys();
    private final Map<Long, Long> leftOut = new HashMap<>();
    private final List<EncodedSegment> waiting = new ArrayList<>();
    private final Rollup traffic = new Rollup(false);
    private final Rollup canary = new Rollup(true);
    private int nextSegment;
    private long canaries;

    LogWriter(Jdbi database, long importNo, List<StoredSegment> earlier) {
        this.database = database;
        this.importNo = importNo;
        this.earlier = new EarlierKeys(earlier);
    }

    /** Returns how many records were left out. */
    int add(SegmentBatch prepared) {
        BitSet left = duplicates(prepared);
        SegmentBatch fresh = left.isEmpty() ? prepared : prepared.without(left);
        if (fresh.size() > 0) {
            waiting.addAll(fresh.segments());
            if (waiting.size() >= AT_ONCE) {
                write(this::writeWaiting);
            }
        }
        return left.cardinality();
    }

    private void writeWaiting(SegmentTables tables) throws SQLException {
        for (EncodedSegment segment : waiting) {
            tables.insert(nextSegment++, segment);
        }
        traffic.writeWhatIsReady(tables);
        canary.writeWhatIsReady(tables);
        for (EncodedSegment segment : waiting) {
            canaries += segment.extent().canary() ? segment.extent().records() : 0;
            (segment.extent().canary() ? canary : traffic).add(segment);
        }
        waiting.clear();
    }

    private BitSet duplicates(SegmentBatch batch) {
        BitSet left = new BitSet();
        long[] hashes = batch.hashes();
        for (int i = 0; i < hashes.length; i++) {
            if (!seen.add(hashes[i])) {
                left.set(i);
            }
        }
        if (!earlier.isEmpty()) {
            database.useHandle(handle -> {
                try (SegmentReads reads = new SegmentReads(handle.getConnection())) {
                    earlier.mark(batch, reads, left, leftOut);
                }
            });
        }
        return left;
    }

    long canaries() {
        return canaries + waiting.stream().map(EncodedSegment::extent).filter(EncodedSegment.Extent::canary)
            .mapToLong(EncodedSegment.Extent::records).sum();
    }

    /** Writes what is still missing; the import's last act before it becomes visible. */
    void finish() {
        write(tables -> {
            writeWaiting(tables);
            traffic.finish(tables);
            canary.finish(tables);
            for (Map.Entry<Long, Long> from : leftOut.entrySet()) {
                tables.insertLeftOut(from.getKey(), from.getValue());
            }
        });
    }

    private void write(Writing writing) {
        try {
            database.useTransaction(handle -> {
                try (SegmentTables tables = new SegmentTables(handle.getConnection(), importNo)) {
                    writing.on(tables);
                }
            });
        } catch (SQLException | JdbiException e) {
            throw new WorkspaceException("The import stopped: the database can't be written (is the drive full?). Nothing of this file is "
                + "kept; what was in the workspace before is safe. Make room, close Plumbline and open the workspace again.", e);
        }
    }

    @Override
    public void close() {
        seen.close();
    }

    @FunctionalInterface
    private interface Writing {
        void on(SegmentTables tables) throws SQLException;
    }

    /** The rollup of user traffic or of canaries. Its parts are put together on another thread while the import goes on. */
    private static final class Rollup {

        private final boolean canary;
        private RollupBuilder open = new RollupBuilder();
        private CompletableFuture<Map<String, byte[]>> building = CompletableFuture.completedFuture(Map.of());
        private int nextPart;

        Rollup(boolean canary) {
            this.canary = canary;
        }

        void add(EncodedSegment segment) {
            open.add(segment.sums());
        }

        void writeWhatIsReady(SegmentTables tables) throws SQLException {
            if (open.isFull()) {
                writeBuilt(tables);
                RollupBuilder full = open;
                open = new RollupBuilder();
                building = CompletableFuture.supplyAsync(full::build);
            }
        }

        private void writeBuilt(SegmentTables tables) throws SQLException {
            Map<String, byte[]> built = building.join();
            if (!built.isEmpty()) {
                tables.insertRollup(canary, nextPart++, built);
            }
            building = CompletableFuture.completedFuture(Map.of());
        }

        void finish(SegmentTables tables) throws SQLException {
            writeBuilt(tables);
            if (!open.isEmpty()) {
                tables.insertRollup(canary, nextPart++, open.build());
            }
        }
    }
}
