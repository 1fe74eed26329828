package io.plumbline.triage;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.JournalEntry;
import io.plumbline.store.Decisions;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All labels that stand: of each person on each record the newest that was not withdrawn. Made by reading the
 * journal from the start, kept up to date by whoever gives and withdraws labels. Not safe for several threads.
 */
public final class Labels {

    /** By record, then by rater; the last of each is the one that stands. */
    private final Map<String, Map<String, Deque<Label>>> given = new LinkedHashMap<>();

    public static Labels of(Decisions decisions) {
        Labels labels = new Labels();
        decisions.ofKinds(DecisionKinds.LABEL_SET, DecisionKinds.LABEL_WITHDRAWN).forEach(labels::apply);
        return labels;
    }

    private void apply(JournalEntry entry) {
        if (entry.kind().equals(DecisionKinds.LABEL_SET)) {
            add(LabelDesk.read(entry));
        } else {
            remove(entry.subject(), entry.actor(), ((Number) entry.payload().get(LabelDesk.WITHDRAWN)).longValue());
        }
    }

    /** A label that was just given. */
    public void add(Label label) {
        given.computeIfAbsent(label.record(), key -> new LinkedHashMap<>()).computeIfAbsent(label.rater(), rater -> new ArrayDeque<>())
            .addLast(label);
    }

    /** A label that was just withdrawn. */
    public void remove(Label label) {
        remove(label.record(), label.rater(), label.sequence());
    }

    /** People withdraw their own labels; where journals were merged, another person's label may have the same line number. */
    private void remove(String record, String rater, long sequence) {
        Map<String, Deque<Label>> raters = given.getOrDefault(record, Map.of());
        boolean own = raters.containsKey(rater) && raters.get(rater).removeIf(label -> label.sequence() == sequence);
        if (!own) {
            raters.values().forEach(labels -> labels.removeIf(label -> label.sequence() == sequence));
        }
    }

    public Optional<Label> of(String record, String rater) {
        return Optional.ofNullable(given.getOrDefault(record, Map.of()).get(rater)).map(Deque::peekLast);
    }

    /** The labels on one record, one a person, the first given first. */
    public List<Label> on(String record) {
        return standing(given.getOrDefault(record, Map.of()).values());
    }

    /** Every label that stands, in the order in which they were given. */
    public List<Label> all() {
        return standing(given.values().stream().flatMap(raters -> raters.values().stream()).toList());
    }

    /** Records that have at least one label. */
    public Collection<String> records() {
        return given.entrySet().stream().filter(e -> e.getValue().values().stream().anyMatch(labels -> !labels.isEmpty())).map(Map.Entry::getKey)
            .toList();
    }

    private static List<Label> standing(Collection<Deque<Label>> labels) {
        return labels.stream().filter(l -> !l.isEmpty()).map(Deque::peekLast).sorted(Comparator.comparingLong(Label::sequence)).toList();
    }
}
