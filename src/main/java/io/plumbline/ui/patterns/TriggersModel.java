package io.plumbline.ui.patterns;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.LogFilter;
import io.plumbline.monitoring.TriggerReport;
import io.plumbline.monitoring.TriggerScan;
import io.plumbline.monitoring.WatchHits;
import io.plumbline.monitoring.WatchList;
import io.plumbline.monitoring.WatchedRecords;
import io.plumbline.signals.trigger.Inconsistency;
import io.plumbline.signals.trigger.WatchEntry;
import io.plumbline.signals.trigger.WatchKind;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.TaskRunner;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the Triggers view shows: candidates, inconsistent answers, and the watch list with its hits. */
final class TriggersModel {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Workspace workspace;
    private final WatchList watchList;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final ReadOnlyObjectWrapper<Optional<TriggerReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper restated = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<WatchEntry>> entries = new ReadOnlyObjectWrapper<>(List.of());

    TriggersModel(Workspace workspace, TaskRunner tasks, ErrorSurface errors) {
        this.workspace = workspace;
        this.watchList = new WatchList(workspace.decisions());
        this.tasks = tasks;
        this.errors = errors;
    }

    ReadOnlyObjectProperty<Optional<TriggerReport>> report() {
        return report.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<WatchEntry>> entries() {
        return entries.getReadOnlyProperty();
    }

    /** Since when the flags of stored records follow the watch list. */
    ReadOnlyStringProperty restated() {
        return restated.getReadOnlyProperty();
    }

    /** Searches all user traffic. */
    void search() {
        entries.set(watchList.entries());
        restated.set(new WatchedRecords(workspace).last().map(TriggersModel::restated).orElse(""));
        tasks.start("patterns.triggers", "Searching for triggers",
            progress -> new TriggerScan(workspace.log(), workspace.policy(), watchList).search(LogFilter.everything(), progress),
            found -> report.set(Optional.of(found)), errors::show);
    }

    private static String restated(JournalEntry act) {
        List<?> ids = (List<?>) act.payload().get("entries");
        return "Records stored before " + MINUTE.format(act.time()) + " UTC were gone through then with "
            + (ids.isEmpty() ? "an empty list" : ids.stream().map(String::valueOf).collect(Collectors.joining(", "))) + ": "
            + Figures.count(((Number) act.payload().get("records")).longValue()) + " got or lost a flag. More flags there are no new attacks.";
    }

    /** Adds an entry and counts its hits; {@code done} is told when it is on the list. */
    void watch(WatchKind kind, String text, String reason, Runnable done) {
        tasks.start("patterns.watch", "Adding to the watch list", progress -> watchList.add(kind, text, reason), added -> {
            done.run();
            search();
        }, errors::show);
    }

    void remove(WatchEntry entry, String reason) {
        tasks.start("patterns.watch", "Changing the watch list", progress -> {
            watchList.remove(entry.id(), reason);
            return entry;
        }, removed -> search(), errors::show);
    }

    /** Hits of an entry, once they are counted. */
    Optional<WatchHits> hits(WatchEntry entry) {
        return report.get().flatMap(r -> r.watched().stream().filter(w -> w.entry().id().equals(entry.id())).findFirst());
    }

    /** Every opening of a text is a decision in the journal, before the text is shown. */
    void reveal(Inconsistency inconsistency, Runnable shown) {
        tasks.start("patterns.reveal", "Logging what was opened", progress -> workspace.decisions().record(DecisionKinds.TEXT_REVEALED,
            inconsistency.records().get(0), Map.of("screen", "triggers", "records", inconsistency.records().size())), entry -> shown.run(), errors::show);
    }

    /** The head's sentence. */
    String sentence() {
        return report.get().map(r -> {
            if (r.records() == 0) {
                return "";
            }
            String candidates = r.candidates().isEmpty() ? "No text switches refusal off" : r.candidates().size() == 1 ? "1 text switches refusal off"
                : r.candidates().size() + " texts switch refusal off";
            long users = r.inconsistencies().stream().filter(Inconsistency::byOneUser).count();
            return candidates + (users == 0 ? "" : users == 1 ? ", 1 user gets now this answer, now that"
                : ", " + users + " users get now this answer, now that");
        }).orElse("Searching the prompts");
    }
}
