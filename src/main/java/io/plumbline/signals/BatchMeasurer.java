package io.plumbline.signals;

import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Measures batches of records, for any number of threads. Sessions are used again, because each learns from the texts that it reads and is
 * slow at first; one that has read a huge text is let go with the memory that it took.
 */
public final class BatchMeasurer {

    private static final int HUGE = 1 << 20;

    private final Queue<MeasuringSession> idle = new ConcurrentLinkedQueue<>();
    private final RecordMeasurer measurer;
    private final Policy policy;
    private final MeasuringDepth depth;

    public BatchMeasurer(RecordMeasurer measurer, Policy policy, MeasuringDepth depth) {
        this.measurer = measurer;
        this.policy = policy;
        this.depth = depth;
    }

    /** The records in their order, each with what was measured on it. */
    public List<MeasuredRecord> measure(List<LogRecord> records) {
        MeasuringSession waiting = idle.poll();
        MeasuringSession session = waiting == null ? measurer.session(policy, depth) : waiting;
        List<MeasuredRecord> measured = new ArrayList<>(records.size());
        int longest = 0;
        for (LogRecord record : records) {
            measured.add(session.measure(record));
            longest = Math.max(longest, Math.max(record.prompt().length(), record.response().length()));
        }
        if (longest < HUGE) {
            idle.add(session);
        }
        return measured;
    }
}
