package io.plumbline.store;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.SignalValues;
import io.plumbline.domain.TimeStep;
import io.plumbline.domain.Verdict;
import io.plumbline.store.segment.EncodedSegment;
import io.plumbline.store.segment.RollupBuilder;
import io.plumbline.store.segment.RollupCells;
import io.plumbline.store.segment.RollupPart;
import io.plumbline.store.segment.RollupSums;
import io.plumbline.store.segment.SegmentEncoding;
import io.plumbline.store.segment.SegmentView;
import io.plumbline.store.segment.TextFrame;
import io.plumbline.store.segment.TextUnpacking;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes and reads a segment and a rollup of a made-up record, in memory. It runs beside the opening of the database, which uses one
 * processor: loading the code and the decompressor takes longer than the first chart or the first record then does, and needs no database.
 */
final class LogRehearsal implements Runnable {

    private static final Logger LOG = System.getLogger(LogRehearsal.class.getName());

    @Override
    public void run() {
        try {
            MeasuredRecord record = record();
            EncodedSegment segment = SegmentEncoding.encode(List.of(record), new long[1]);
            read(segment);
            RollupBuilder rollup = new RollupBuilder();
            rollup.add(segment.sums());
            add(rollup.build());
        } catch (RuntimeException | LinkageError e) {
            // Whoever needs it in earnest meets the same and says so.
            LOG.log(Level.DEBUG, "the rehearsal failed", e);
        }
    }

    private static MeasuredRecord record() {
        LogRecord log = new LogRecord("1", Instant.EPOCH, "model", "user", "", 0, "", "", "category", "", "prompt", "response", "stop", 1, 1, 1,
            Optional.of(true), 0.123, "", "", 1, Feedback.NONE);
        return new MeasuredRecord(log, Verdict.REFUSED, List.of(), "", "en", "", SignalValues.of(Map.of(LogSignal.TOXICITY, 0.123)), List.of());
    }

    private static void read(EncodedSegment segment) {
        SegmentView view = new SegmentView(1, family -> Optional.ofNullable(segment.families().get(family)));
        view.matching(LogFilter.everything().inCategories(Set.of("category")).within(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)));
        view.values(LogSignal.TOXICITY);
        TextFrame texts = segment.texts().get(0);
        try (TextUnpacking unpacking = new TextUnpacking()) {
            view.record(0, Optional.of(unpacking.first(texts)));
        }
    }

    private static void add(Map<String, byte[]> blobs) {
        RollupCells cells = RollupCells.read(blobs.get(RollupPart.COUNTS_BY_DAY));
        RollupSums sums = RollupSums.read(blobs.get(RollupPart.byDay(LogSignal.TOXICITY)), cells.size());
        RolledUpSeries series = new RolledUpSeries(SeriesRequest.distributions(TimeStep.DAY, List.of(LogDimension.CATEGORY), Set.of(LogSignal.TOXICITY)));
        series.add(new RollupReader.Selection(new RollupReader.Block(cells, Map.of(LogSignal.TOXICITY, sums)), new int[] {0}, 86_400));
        series.list().forEach(cell -> cell.signals().get(LogSignal.TOXICITY).quantile(0.95));
    }
}
