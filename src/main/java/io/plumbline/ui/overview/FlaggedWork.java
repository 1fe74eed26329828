package io.plumbline.ui.overview;

import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.monitoring.SavedAnomalies;
import io.plumbline.store.Workspace;
import io.plumbline.triage.Labels;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Outputs that a detector flagged, and how many of them still have no label.
 *
 * @param flagged  flagged records of user traffic
 * @param labelled those that a person labelled
 * @param byKind   flagged and not labelled, by reason; one record may have several
 */
record FlaggedWork(long flagged, long labelled, Map<FlagKind, Long> byKind) {

    FlaggedWork {
        byKind = Map.copyOf(byKind);
    }

    static FlaggedWork read(Workspace workspace) {
        List<FlaggedRecord> flagged = new SavedAnomalies(workspace.settings()).withFlagged(workspace.log());
        Labels labels = Labels.of(workspace.decisions());
        List<FlaggedRecord> left = flagged.stream().filter(record -> labels.on(record.key()).isEmpty()).toList();
        Map<FlagKind, Long> byKind = new EnumMap<>(FlagKind.class);
        left.forEach(record -> record.flags().stream().map(Flag::kind).distinct().forEach(kind -> byKind.merge(kind, 1L, Long::sum)));
        return new FlaggedWork(flagged.size(), flagged.size() - left.size(), byKind);
    }

    long waiting() {
        return flagged - labelled;
    }
}
