package io.plumbline.monitoring;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.Progress;
import io.plumbline.signals.FlagRules;
import io.plumbline.signals.SignalPlan;
import io.plumbline.signals.trigger.WatchEntry;
import io.plumbline.signals.trigger.WatchedTexts;
import io.plumbline.store.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the flags of stored records in step with the watch list. Imports flag what they bring; what was stored before an entry was added, or
 * taken off, is gone through afterwards. That is an act of its own in the journal, so that nobody takes more flags for more attacks.
 */
public final class WatchedRecords {

    private final Workspace workspace;
    private final WatchList watchList;

    public WatchedRecords(Workspace workspace) {
        this.workspace = workspace;
        this.watchList = new WatchList(workspace.decisions());
    }

    /** The newest change of the watch list that stored records do not follow yet, by its place in the journal; empty where they all do. */
    public Optional<Long> due() {
        Optional<Long> due = Optional.empty();
        for (JournalEntry act : workspace.decisions().ofKinds(DecisionKinds.WATCH_ADDED, DecisionKinds.WATCH_REMOVED, DecisionKinds.FLAGS_RESTATED)) {
            if (!act.kind().equals(DecisionKinds.FLAGS_RESTATED)) {
                due = Optional.of(act.sequence());
            } else if (act.subject().equals(WatchedTexts.NAME)) {
                due = Optional.empty();
            }
        }
        return due;
    }

    /** Goes through all stored records: every flag is there afterwards or none; returns how many records got or lost one. */
    public long restate(Progress progress) {
        List<WatchEntry> entries = watchList.entries();
        FlagRules rules = new FlagRules(SignalPlan.standard().watching(entries), workspace.policy());
        long changed = workspace.log().revise(rules::watchedAnew, progress);
        workspace.decisions().record(DecisionKinds.FLAGS_RESTATED, WatchedTexts.NAME, Map.of("version", WatchedTexts.VERSION, "records", changed,
            "entries", entries.stream().map(WatchEntry::id).toList()));
        return changed;
    }

    /** When stored records were gone through last; empty where every flag comes from its import. */
    public Optional<JournalEntry> last() {
        return workspace.decisions().onSubject(WatchedTexts.NAME).stream().filter(act -> act.kind().equals(DecisionKinds.FLAGS_RESTATED))
            .reduce((first, second) -> second);
    }
}
