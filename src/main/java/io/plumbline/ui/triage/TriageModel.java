package io.plumbline.ui.triage;

import io.plumbline.detection.SignalDesk;
import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.monitoring.SavedAnomalies;
import io.plumbline.signals.policy.ContentPolicy;
import io.plumbline.store.Workspace;
import io.plumbline.triage.Label;
import io.plumbline.triage.LabelChoice;
import io.plumbline.triage.LabelDesk;
import io.plumbline.triage.Labels;
import io.plumbline.triage.QueueOrder;
import io.plumbline.triage.TriageQueue;
import io.plumbline.triage.WorkPace;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.TaskRunner;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * One person's way through the queue. A label moves on to the next item at once and is written behind it; what could not be written comes
 * back to the front of the queue.
 */
final class TriageModel {

    private static final int LABELS_PER_SUMMARY = 10;

    private final Workspace workspace;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final Clock clock;
    private final LabelDesk desk;

    private final ObservableList<FlaggedRecord> queue = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<FlaggedRecord>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<MeasuredRecord>> item = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LabelChoice>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<TriageSummary>> summary = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<WorkPace> pace = new ReadOnlyObjectWrapper<>(WorkPace.of(List.of(), Instant.EPOCH));
    private final ReadOnlyIntegerWrapper flaggedInAll = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper left = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper doneToday = new ReadOnlyIntegerWrapper();
    private final BooleanProperty unsure = new SimpleBooleanProperty();
    private final StringProperty note = new SimpleStringProperty("");
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<QueueOrder> order = new SimpleObjectProperty<>(QueueOrder.MOST_CERTAIN);
    private final ObjectProperty<Label.Rating> rating = new SimpleObjectProperty<>(Label.Rating.FIRST);

    private List<FlaggedRecord> flagged = List.of();
    private Labels labels = new Labels();
    private Similar similar = new Similar(List.of());
    private TriageQueue waiting = TriageQueue.of(List.of(), labels, "", Label.Rating.FIRST, QueueOrder.NEWEST);
    private final Deque<FlaggedRecord> visited = new ArrayDeque<>();
    private final Deque<Given> given = new ArrayDeque<>();
    /** When this person gave today's labels, those taken back included: they were work too. */
    private final List<Instant> times = new ArrayList<>();
    private String rater = "";
    private String wanted = "";
    private boolean opened;
    private int sinceSummary;

    TriageModel(Workspace workspace, TaskRunner tasks, ErrorSurface errors, Clock clock) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.errors = errors;
        this.clock = clock;
        this.desk = new LabelDesk(workspace.decisions());
        filter.addListener((value, was, is) -> refill());
        order.addListener((value, was, is) -> sort());
        rating.addListener((value, was, is) -> sort());
    }

    /** Reads flagged records and labels, now and after every import. */
    void load() {
        tasks.start("triage.queue", "Reading flagged records",
            progress -> new Loaded(new SavedAnomalies(workspace.settings()).withFlagged(workspace.log()), Labels.of(workspace.decisions())), this::loaded, errors::show);
    }

    private void loaded(Loaded read) {
        flagged = read.flagged;
        labels = read.labels;
        similar = new Similar(flagged);
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        rater = workspace.actor();
        times.clear();
        labels.all().stream().filter(l -> l.rater().equals(rater) && !l.time().isBefore(today)).map(Label::time).forEach(times::add);
        doneToday.set(times.size());
        measurePace();
        sort();
        flaggedInAll.set(flagged.size());
        readSummary();
    }

    private void measurePace() {
        pace.set(WorkPace.of(times, clock.instant()));
    }

    private void sort() {
        rater = workspace.actor();
        waiting = TriageQueue.of(flagged, labels, rater, rating.get(), order.get());
        refill();
        left.set(waiting.left().size());
    }

    private void refill() {
        queue.setAll(filter.get().isBlank() ? waiting.left() : waiting.matching(filter.get()));
        Optional<FlaggedRecord> asked = flagged.stream().filter(r -> !wanted.isEmpty() && r.key().equals(wanted)).findFirst();
        Optional<FlaggedRecord> standing = selected.get().filter(queue::contains);
        wanted = asked.isPresent() ? "" : wanted;
        select(asked.or(() -> standing).or(() -> queue.stream().findFirst()));
    }

    /** Shows a record, as soon as the queue is read. */
    void want(String key) {
        wanted = key;
        if (!flagged.isEmpty()) {
            refill();
        }
    }

    void select(FlaggedRecord record) {
        if (!selected.get().equals(Optional.of(record))) {
            select(Optional.of(record));
        }
    }

    private void select(Optional<FlaggedRecord> record) {
        opened = false;
        selected.set(record);
        Optional<Label> before = record.flatMap(r -> labels.of(r.key(), rater));
        chosen.set(before.map(Label::choice));
        unsure.set(before.map(Label::unsure).orElse(false));
        note.set(before.map(Label::note).orElse(""));
        item.set(Optional.empty());
        record.ifPresent(r -> tasks.start("triage.item", "Reading a record", progress -> workspace.log().find(r.key()), item::set, errors::show));
    }

    void choose(LabelChoice choice) {
        if (selected.get().isPresent()) {
            chosen.set(Optional.of(choice));
        }
    }

    /** Gives the chosen label and goes on. Without a choice nothing happens; the button says so. */
    void commit() {
        if (selected.get().isEmpty() || chosen.get().isEmpty()) {
            return;
        }
        FlaggedRecord record = selected.get().get();
        LabelChoice choice = chosen.get().get();
        LabelDesk.Certainty certainty = unsure.get() ? LabelDesk.Certainty.UNSURE : LabelDesk.Certainty.SURE;
        String reason = note.get().strip();
        Label.Rating look = rating.get();
        int at = queue.indexOf(record);
        visited.push(record);
        moveOnFrom(record);
        tasks.start("triage.label." + record.key(), "Saving a label", progress -> desk.give(record, choice, certainty, reason, look),
            label -> written(record, label, at), failure -> {
                comeBack(record, at);
                errors.show(failure);
            });
    }

    private void written(FlaggedRecord record, Label label, int at) {
        labels.add(label);
        given.push(new Given(record, label, at));
        times.add(label.time());
        measurePace();
        doneToday.set(doneToday.get() + 1);
        if (++sinceSummary >= LABELS_PER_SUMMARY || doneToday.get() <= LABELS_PER_SUMMARY) {
            readSummary();
        }
    }

    private void readSummary() {
        sinceSummary = 0;
        List<FlaggedRecord> records = flagged;
        tasks.start("triage.summary", "Measuring agreement", progress -> TriageSummary.read(workspace, records),
            read -> summary.set(Optional.of(read)), errors::show);
    }

    private void moveOnFrom(FlaggedRecord record) {
        int at = queue.indexOf(record);
        if (at >= 0) {
            queue.remove(at);
            left.set(left.get() - 1);
        }
        select(queue.isEmpty() ? Optional.empty() : Optional.of(queue.get(Math.min(Math.max(at, 0), queue.size() - 1))));
    }

    private void comeBack(FlaggedRecord record, int at) {
        if (at >= 0 && !queue.contains(record)) {
            queue.add(Math.min(at, queue.size()), record);
            left.set(left.get() + 1);
        }
        select(Optional.of(record));
    }

    /** Puts the item at the end of the queue for now. */
    void skip() {
        selected.get().filter(queue::contains).ifPresent(record -> {
            int at = queue.indexOf(record);
            visited.push(record);
            queue.remove(at);
            queue.add(record);
            select(Optional.of(queue.get(Math.min(at, queue.size() - 1))));
        });
    }

    /** The item before, labelled or skipped; a new label on it replaces the old. */
    void back() {
        if (!visited.isEmpty()) {
            select(Optional.of(visited.pop()));
        }
    }

    /** Withdraws the label given last, whatever item is shown now. */
    void undo() {
        if (given.isEmpty()) {
            return;
        }
        Given last = given.pop();
        tasks.start("triage.undo." + last.label.sequence(), "Withdrawing a label", progress -> {
            desk.withdraw(last.label);
            return last;
        }, withdrawn -> {
            labels.remove(withdrawn.label);
            visited.remove(withdrawn.record);
            doneToday.set(Math.max(0, doneToday.get() - 1));
            comeBack(withdrawn.record, withdrawn.at);
        }, failure -> {
            given.push(last);
            errors.show(failure);
        });
    }

    /** The words of the content policy that raised a flag, in the version that did; empty for every other flag. */
    Optional<ContentPolicy> policyOf(Flag flag) {
        return flag.kind() != FlagKind.POLICY ? Optional.empty() : new SignalDesk(workspace.decisions()).everyVersion().stream()
            .filter(policy -> policy.versionName().equals(flag.version())).findFirst();
    }

    /** The shielded response was opened; the first time on an item this is noted in the journal. */
    void open() {
        if (!opened && selected.get().isPresent()) {
            opened = true;
            String key = selected.get().get().key();
            tasks.start("triage.opened." + key, "Noting that a text was opened", progress -> {
                desk.opened(key, "response");
                return key;
            }, noted -> readSummary(), errors::show);
        }
    }

    List<FlaggedRecord> similar(FlaggedRecord record) {
        return similar.to(record);
    }

    Labels labels() {
        return labels;
    }

    boolean canUndo() {
        return !given.isEmpty();
    }

    /** Items of the random sample that wait. */
    long audits() {
        return queue.stream().filter(record -> QueueOrder.leading(record).kind() == FlagKind.RANDOM_AUDIT).count();
    }

    /** Flagged records of user traffic, labelled or not. */
    ReadOnlyIntegerProperty flaggedInAll() {
        return flaggedInAll.getReadOnlyProperty();
    }

    ObservableList<FlaggedRecord> queue() {
        return queue;
    }

    ReadOnlyObjectProperty<Optional<FlaggedRecord>> selected() {
        return selected.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<MeasuredRecord>> item() {
        return item.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<LabelChoice>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<TriageSummary>> summary() {
        return summary.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<WorkPace> pace() {
        return pace.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty left() {
        return left.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty doneToday() {
        return doneToday.getReadOnlyProperty();
    }

    BooleanProperty unsure() {
        return unsure;
    }

    StringProperty note() {
        return note;
    }

    StringProperty filter() {
        return filter;
    }

    ObjectProperty<QueueOrder> order() {
        return order;
    }

    ObjectProperty<Label.Rating> rating() {
        return rating;
    }

    boolean isBlind() {
        return rating.get() == Label.Rating.SECOND_BLIND;
    }

    private record Loaded(List<FlaggedRecord> flagged, Labels labels) {
    }

    private record Given(FlaggedRecord record, Label label, int at) {
    }
}
