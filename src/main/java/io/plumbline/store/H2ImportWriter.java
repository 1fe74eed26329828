package io.plumbline.store;

import io.plumbline.domain.AnswerTable;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Progress;
import io.plumbline.domain.Reject;
import io.plumbline.domain.Sample;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Writes one import in batches that are saved at once, so that memory does not grow with the file, but that nobody sees before the import's
 * status says DONE.
 */
final class H2ImportWriter implements Imports.Writer {

    private static final Logger LOG = System.getLogger(H2ImportWriter.class.getName());
    private static final int BATCH = 1000;
    private static final int PIECE = 1_000_000;

    private final Jdbi database;
    private final long importNo;
    private final String importId;
    private final WorkspaceChanges changes;
    private final Runnable ended;
    private final KeyHash hash;
    private final LogWriter log;
    private int rejects;
    private boolean open = true;

    /** @param ended told once, when the next import may begin */
    H2ImportWriter(Jdbi database, long importNo, String importId, LogWriter log, KeyHash hash, WorkspaceChanges changes, Runnable ended) {
        this.database = database;
        this.importNo = importNo;
        this.importId = importId;
        this.log = log;
        this.hash = hash;
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
            insertAnswers(handle, runNo, AnswerBytes.write(AnswerTable.of(samples)));
        });
    }

    private static void insertAnswers(Handle handle, long runNo, byte[] content) {
        for (int piece = 0, from = 0; from < content.length; piece++, from += PIECE) {
            handle.execute("insert into run_answers values (?, ?, ?)", runNo, piece,
                Arrays.copyOfRange(content, from, Math.min(content.length, from + PIECE)));
        }
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
        return records -> SegmentBatch.of(records, hash);
    }

    @Override
    public synchronized long canaries() {
        return log.canaries();
    }

    @Override
    public synchronized int addRecords(SegmentBatch prepared) {
        requireOpen();
        return log.add(prepared);
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
            log.finish();
            WorkspaceDatabase.durably(database, handle -> ManifestRows.finish(handle, importNo, manifest));
            end();
        }
        changes.publish(WorkspaceChanges.Change.IMPORTS);
    }

    @Override
    public synchronized void close() {
        if (open) {
            try {
                new ImportRemoval(database).remove(importNo, Progress.NONE);
            } catch (JdbiException e) {
                // Nobody sees what is left, and why the import ended matters more than that it stays until the next opening.
                LOG.log(Level.DEBUG, "what a cancelled import left is cleared away when the workspace is opened next", e);
            } finally {
                end();
            }
        }
    }

    private void end() {
        open = false;
        log.close();
        ended.run();
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("this import has ended");
        }
    }
}
