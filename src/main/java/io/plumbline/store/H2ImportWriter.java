package io.plumbline.store;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Progress;
import io.plumbline.domain.Reject;
import io.plumbline.domain.Sample;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes one import in batches that are saved at once, so that memory does not grow with the file, but that nobody sees before the import's
 * status says DONE.
 */
final class H2ImportWriter implements Imports.Writer {

    private static final int BATCH = 1000;

    private final Jdbi database;
    private final long importNo;
    private final String importId;
    private final WorkspaceChanges changes;
    private final Runnable ended;
    private final DaySums days = new DaySums();
    private long nextSeq;
    private int rejects;
    private long canaries;
    private boolean open = true;
    private boolean committed;

    /** @param ended told once, when the next import may begin */
    H2ImportWriter(Jdbi database, long importNo, String importId, long firstSeq, WorkspaceChanges changes, Runnable ended) {
        this.database = database;
        this.importNo = importNo;
        this.importId = importId;
        this.nextSeq = firstSeq;
        this.changes = changes;
        this.ended = ended;
    }

    @Override
    public String importId() {
        return importId;
    }

    @Override
    public synchronized void addRun(EvaluationRun run, List<Sample> samples) {
        requireOpen();
        database.useTransaction(handle -> {
            if (handle.createQuery("select count(*) from evaluation_run where id = :id").bind("id", run.id()).mapTo(Long.class).one() > 0) {
                throw new InputException(run.file() + " holds the run " + run.id() + " (" + run.displayName()
                    + "), which is in this workspace already. Take the earlier import back first if you want to read it again.");
            }
            handle.createUpdate("""
                insert into evaluation_run (id, import_no, import_id, model, variant, suite, format, file, created, samples, unscored, judges,
                                            metadata, purpose, results)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .bind(0, run.id()).bind(1, importNo).bind(2, importId).bind(3, run.model()).bind(4, run.variant()).bind(5, run.suite())
                .bind(6, run.format()).bind(7, run.file()).bind(8, run.created().map(Object::toString).orElse(null))
                .bind(9, run.samples()).bind(10, run.unscored()).bind(11, run.judges().toArray(String[]::new))
                .bind(12, LongText.parts(SampleText.writeMap(run.metadata()))).bind(13, run.purpose().name())
                .bind(14, LongText.parts(SampleText.writeResults(run.results()))).execute();
            long runNo = handle.createQuery("select run_no from evaluation_run where id = :id").bind("id", run.id()).mapTo(Long.class).one();
            insertSamples(handle, runNo, samples);
        });
    }

    private static void insertSamples(Handle handle, long runNo, List<Sample> samples) {
        for (int from = 0; from < samples.size(); from += BATCH) {
            var batch = handle.prepareBatch("insert into sample values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
            for (Sample sample : samples.subList(from, Math.min(samples.size(), from + BATCH))) {
                batch.add(runNo, sample.index(), sample.key(), sample.epoch(), sample.category(), sample.intent().name(),
                    LongText.parts(sample.prompt()), LongText.parts(sample.response()), sample.responded(),
                    LongText.parts(SampleText.writeJudgements(sample.judgements())), LongText.parts(SampleText.writeMap(sample.metadata())));
            }
            batch.execute();
        }
    }

    @Override
    public SegmentEncoder segments() {
        return SegmentBatch::new;
    }

    @Override
    public synchronized long canaries() {
        return canaries;
    }

    @Override
    public synchronized int addRecords(SegmentBatch prepared) {
        requireOpen();
        List<MeasuredRecord> records = prepared.records();
        int left = 0;
        for (int from = 0; from < records.size(); from += BATCH) {
            List<MeasuredRecord> batch = records.subList(from, Math.min(records.size(), from + BATCH));
            left += insert(batch);
        }
        return left;
    }

    private int insert(List<MeasuredRecord> records) {
        try {
            return database.inTransaction(handle -> insertRecords(handle.getConnection(), records));
        } catch (SQLException e) {
            throw new WorkspaceException("The import stopped: the database can't be written (is the drive full?). Nothing of this file is "
                + "kept; what was in the workspace before is safe.", e);
        }
    }

    private int insertRecords(Connection connection, List<MeasuredRecord> records) throws SQLException {
        Map<String, Long> hashes = new HashMap<>();
        for (MeasuredRecord record : records) {
            hashes.computeIfAbsent(RecordKey.of(record.record()), RecordKey::hash);
        }
        Set<String> known = known(connection, hashes);
        int before = known.size();
        long seq = nextSeq;
        int left = 0;
        try (RecordRows rows = new RecordRows(connection)) {
            for (MeasuredRecord record : records) {
                String key = RecordKey.of(record.record());
                if (known.add(key)) {
                    rows.add(seq++, importNo, hashes.get(key), record);
                    days.add(record);
                    canaries += record.record().isCanary() ? 1 : 0;
                } else {
                    left++;
                }
            }
            if (known.size() > before) {
                rows.flush();
            }
        }
        nextSeq = seq;
        return left;
    }

    /** Which of these keys are stored already, in this import or an earlier one. */
    private static Set<String> known(Connection connection, Map<String, Long> hashes) throws SQLException {
        Set<String> known = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement(
            "select model, record_id from log_record where key_hash = any(?)")) {
            query.setObject(1, hashes.values().stream().distinct().toArray(Long[]::new));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String key = rows.getString(1) + "/" + rows.getString(2);
                    if (hashes.containsKey(key)) {
                        known.add(key);
                    }
                }
            }
        }
        return known;
    }

    @Override
    public synchronized void addReject(Reject reject) {
        requireOpen();
        database.useTransaction(handle -> handle.execute("insert into import_reject values (?, ?, ?, ?, ?)", importNo, rejects++, reject.line(),
            reject.reason(), reject.excerpt()));
    }

    @Override
    public void commit(ImportManifest manifest) {
        synchronized (this) {
            requireOpen();
            if (!manifest.id().equals(importId)) {
                throw new IllegalArgumentException("the manifest is of import " + manifest.id() + ", this is " + importId);
            }
            WorkspaceDatabase.durably(database, handle -> {
                days.write(handle, importNo);
                ManifestRows.finish(handle, importNo, manifest, nextSeq - 1);
            });
            committed = true;
            end();
        }
        changes.publish(WorkspaceChanges.Change.IMPORTS);
    }

    @Override
    public synchronized void close() {
        if (open) {
            try {
                new ImportRemoval(database).remove(importNo, Progress.NONE);
            } finally {
                end();
            }
        }
    }

    private void end() {
        open = false;
        ended.run();
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("this import has ended");
        }
    }
}
