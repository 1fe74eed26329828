package io.plumbline.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.domain.CancelledException;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.Reject;
import io.plumbline.imports.source.FieldValues;
import io.plumbline.imports.source.FileHash;
import io.plumbline.imports.source.ForeignJson;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.ReadingProgress;
import io.plumbline.imports.source.RowBatch;
import io.plumbline.imports.source.RowSource;
import io.plumbline.imports.source.TornFileException;
import io.plumbline.imports.source.ValueSink;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.LongPredicate;

/**
 * Reads a production log. The calling thread cuts the file into batches, computes its hash on the way, and passes on what is done, in the
 * order of the file; other threads parse the batches and do with the records what is wanted. Only so many batches are under way as keep
 * these threads busy, so memory does not grow with the file.
 */
final class LogImport {

    private static final int LEAST_AHEAD = 2;

    private final Glimpse glimpse;
    private final LogRecordMapper mapper;
    private final TornEnd tornEnd;
    private final LongPredicate lines;
    private final ImportPace pace;

    /** Reads every line, for a look that is no import. */
    LogImport(Glimpse glimpse, LogRecordMapper mapper, TornEnd tornEnd) {
        this(glimpse, mapper, tornEnd, line -> true, ImportPace.LEAVING_ONE);
    }

    /**
     * @param lines which lines are wanted
     * @param pace  how many threads do the work
     */
    LogImport(Glimpse glimpse, LogRecordMapper mapper, TornEnd tornEnd, LongPredicate lines, ImportPace pace) {
        this.glimpse = glimpse;
        this.mapper = mapper;
        this.tornEnd = tornEnd;
        this.lines = lines;
        this.pace = pace;
    }

    /**
     * Reads the file to its end, or until the sink has enough.
     *
     * @param hash learns the bytes of the file; complete unless the sink had enough before the end
     * @param work done with the records of each batch, by any of several threads
     * @param sink takes its results on the calling thread, in the order of the file
     */
    <T> void read(ReadingProgress progress, FileHash hash, Function<List<LogRecord>, T> work, Sink<T> sink) throws IOException {
        int workers = pace.workers();
        ExecutorService pool = Executors.newFixedThreadPool(workers, LogImport::worker);
        long line = 0;
        List<Reject> damaged = List.of();
        try (RowSource rows = glimpse.open(progress, hash)) {
            Queue<Future<Batch<T>>> ahead = new ArrayDeque<>();
            boolean wanted = true;
            try {
                Optional<RowBatch> batch;
                while (wanted && (batch = rows.next()).isPresent()) {
                    RowBatch next = batch.get();
                    ahead.add(pool.submit(() -> parse(next, work)));
                    line = rows.line();
                    if (ahead.size() > workers + LEAST_AHEAD) {
                        wanted = pass(ahead.remove(), progress, sink);
                    }
                }
            } catch (TornFileException e) {
                if (tornEnd == TornEnd.REFUSE) {
                    throw TornFile.refused(glimpse.file().name(), line, e);
                }
            } catch (JsonProcessingException e) {
                if (tornEnd == TornEnd.REFUSE) {
                    throw TornFile.refused(glimpse.file().name(), line, e);
                }
                damaged = List.of(new Reject(line + 1, "The file is damaged here: what follows " + ForeignJson.problem(e)
                    + ". Nothing from here on was read; get the file anew to have the rest.", ""));
            }
            while (wanted && !ahead.isEmpty()) {
                wanted = pass(ahead.remove(), progress, sink);
            }
            if (wanted && !damaged.isEmpty()) {
                sink.take(new Batch<>(work.apply(List.of()), 0, damaged));
            }
            if (wanted) {
                hash.readRest();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> boolean pass(Future<Batch<T>> done, ReadingProgress progress, Sink<T> sink) {
        Batch<T> batch;
        try {
            batch = done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
        progress.check();
        boolean more = sink.take(batch);
        progress.records(batch.records);
        return more;
    }

    private <T> Batch<T> parse(RowBatch rows, Function<List<LogRecord>, T> work) {
        List<LogRecord> records = new ArrayList<>(RowSource.ROWS);
        List<Reject> rejects = new ArrayList<>();
        rows.parse(mapper.columns(), new ValueSink() {
            @Override
            public void record(FieldValues values) {
                if (!lines.test(values.line())) {
                    return;
                }
                try {
                    records.add(mapper.map(values));
                } catch (UnusableRecord e) {
                    rejects.add(new Reject(values.line(), e.getMessage(), values.excerpt()));
                }
            }

            @Override
            public void reject(Reject reject) {
                if (lines.test(reject.line())) {
                    rejects.add(reject);
                }
            }
        });
        return new Batch<>(work.apply(records), records.size(), rejects);
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "import-worker");
        thread.setDaemon(true);
        return thread;
    }

    /** Takes what was read, batch by batch, on the calling thread. */
    @FunctionalInterface
    interface Sink<T> {

        /** Returns whether more is wanted. */
        boolean take(Batch<T> batch);
    }

    /**
     * One stretch of the file.
     *
     * @param result  what was made of its records
     * @param records how many these are
     * @param rejects what could not become a record
     */
    record Batch<T>(T result, int records, List<Reject> rejects) {
    }
}
