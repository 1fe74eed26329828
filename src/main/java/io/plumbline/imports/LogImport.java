package io.plumbline.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.domain.CancelledException;
import io.plumbline.domain.InputException;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Reject;
import io.plumbline.imports.source.FieldValues;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.ReadingProgress;
import io.plumbline.imports.source.RowBatch;
import io.plumbline.imports.source.RowSource;
import io.plumbline.imports.source.TornFileException;
import io.plumbline.imports.source.ValueSink;
import io.plumbline.signals.MeasuringDepth;
import io.plumbline.signals.MeasuringSession;
import io.plumbline.signals.RecordMeasurer;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads a production log. The calling thread cuts the file into batches and passes on what is done, in the order of the file; other
 * threads parse and measure. As many batches are under way as there is work for, so memory does not grow with the file.
 */
final class LogImport {

    private static final int LEAST_AHEAD = 2;

    private final Glimpse glimpse;
    private final LogRecordMapper mapper;
    private final Policy policy;
    private final TornEnd tornEnd;
    private final RecordMeasurer measurer = new RecordMeasurer();

    LogImport(Glimpse glimpse, LogRecordMapper mapper, Policy policy, TornEnd tornEnd) {
        this.glimpse = glimpse;
        this.mapper = mapper;
        this.policy = policy;
        this.tornEnd = tornEnd;
    }

    /** Reads the file to its end, or until the sink has enough. */
    void read(ReadingProgress progress, Sink sink) throws IOException {
        int workers = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        ExecutorService pool = Executors.newFixedThreadPool(workers, LogImport::worker);
        long line = 0;
        try (RowSource rows = glimpse.open(progress)) {
            Queue<Future<Measured>> ahead = new ArrayDeque<>();
            boolean wanted = true;
            try {
                Optional<RowBatch> batch;
                while (wanted && (batch = rows.next()).isPresent()) {
                    ahead.add(pool.submit(parsing(batch.get())));
                    line = rows.line();
                    if (ahead.size() > workers + LEAST_AHEAD) {
                        wanted = pass(ahead.remove(), progress, sink);
                    }
                }
            } catch (TornFileException e) {
                if (tornEnd == TornEnd.REFUSE) {
                    throw TornFile.refused(glimpse.file().name(), line, e);
                }
            }
            while (wanted && !ahead.isEmpty()) {
                wanted = pass(ahead.remove(), progress, sink);
            }
        } catch (JsonProcessingException e) {
            throw new InputException(glimpse.file().name() + " breaks off or is damaged after record " + line + ". Get the file anew.", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private boolean pass(Future<Measured> done, ReadingProgress progress, Sink sink) {
        Measured measured;
        try {
            measured = done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
        progress.check();
        boolean more = sink.take(measured.records, measured.rejects);
        progress.records(measured.records.size());
        return more;
    }

    private Callable<Measured> parsing(RowBatch batch) {
        return () -> {
            Measured measured = new Measured(new ArrayList<>(), new ArrayList<>());
            MeasuringSession session = measurer.session(policy, MeasuringDepth.EVERYTHING);
            batch.parse(mapper.columns(), new ValueSink() {
                @Override
                public void record(FieldValues values) {
                    try {
                        measured.records.add(session.measure(mapper.map(values)));
                    } catch (UnusableRecord e) {
                        measured.rejects.add(new Reject(values.line(), e.getMessage(), values.excerpt()));
                    }
                }

                @Override
                public void reject(Reject reject) {
                    measured.rejects.add(reject);
                }
            });
            return measured;
        };
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "import-worker");
        thread.setDaemon(true);
        return thread;
    }

    /** Takes what was read, batch by batch, on the calling thread. */
    @FunctionalInterface
    interface Sink {

        /** Returns whether more is wanted. */
        boolean take(List<MeasuredRecord> records, List<Reject> rejects);
    }

    private record Measured(List<MeasuredRecord> records, List<Reject> rejects) {
    }
}
