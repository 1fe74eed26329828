package io.plumbline.ui.overview;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Progress;
import io.plumbline.store.ProductionLog;
import io.plumbline.store.Workspace;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Outputs that a detector flagged, and how many of them still have no label. The whole log is read for it, so it belongs to the long part.
 *
 * @param flagged  flagged records of user traffic
 * @param labelled those that a person labelled
 * @param byKind   flagged and not labelled, by reason; one record may have several
 */
record FlaggedWork(long flagged, long labelled, Map<FlagKind, Long> byKind) {

    FlaggedWork {
        byKind = Map.copyOf(byKind);
    }

    static FlaggedWork read(Workspace workspace, Progress progress) {
        Set<String> labels = labelledRecords(workspace);
        Counter counter = new Counter(labels, progress);
        workspace.log().scan(LogFilter.everything(), counter::see);
        return new FlaggedWork(counter.flagged, counter.labelled, counter.byKind);
    }

    long waiting() {
        return flagged - labelled;
    }

    private static Set<String> labelledRecords(Workspace workspace) {
        Set<String> labelled = new HashSet<>();
        for (JournalEntry entry : workspace.decisions().ofKinds(DecisionKinds.LABEL_SET, DecisionKinds.LABEL_WITHDRAWN)) {
            if (entry.kind().equals(DecisionKinds.LABEL_SET)) {
                labelled.add(entry.subject());
            } else {
                labelled.remove(entry.subject());
            }
        }
        return labelled;
    }

    private static final class Counter {

        private final Set<String> labels;
        private final Progress progress;
        private final Map<FlagKind, Long> byKind = new EnumMap<>(FlagKind.class);
        private long flagged;
        private long labelled;

        Counter(Set<String> labels, Progress progress) {
            this.labels = labels;
            this.progress = progress;
        }

        void see(MeasuredRecord record) {
            progress.check();
            if (record.flags().isEmpty()) {
                return;
            }
            flagged++;
            if (labels.contains(ProductionLog.keyOf(record))) {
                labelled++;
            } else {
                record.flags().stream().map(Flag::kind).distinct().forEach(kind -> byKind.merge(kind, 1L, Long::sum));
            }
        }
    }
}
