package io.plumbline.triage;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.domain.JournalEntry;
import io.plumbline.store.Decisions;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where labels are given and withdrawn, and where it is noted that a shielded text was opened. Each act is a line of the journal. */
public final class LabelDesk {

    static final String WITHDRAWN = "label";
    private final Decisions decisions;

    public LabelDesk(Decisions decisions) {
        this.decisions = decisions;
    }

    public Label give(FlaggedRecord record, LabelChoice choice, Certainty certainty, String note, Label.Rating rating) {
        // The flags stand in the entry, so that a detector's precision can be read from the journal alone.
        List<Object> flags = record.flags().stream().<Object>map(flag -> Map.of("kind", flag.kind().name(), "detector", flag.detector(),
            "version", flag.version())).toList();
        return read(decisions.record(DecisionKinds.LABEL_SET, record.key(), Map.of("choice", choice.name(), "unsure",
            certainty == Certainty.UNSURE, "note", note, "rating", rating.name(), "flags", flags)));
    }

    public void withdraw(Label label) {
        decisions.record(DecisionKinds.LABEL_WITHDRAWN, label.record(), Map.of(WITHDRAWN, label.sequence()));
    }

    public void opened(String record, String part) {
        decisions.record(DecisionKinds.TEXT_REVEALED, record, Map.of("part", part));
    }

    /** How many shielded texts a person opened since a moment. */
    public long openedBy(String person, Instant since) {
        return decisions.ofKinds(DecisionKinds.TEXT_REVEALED).stream().filter(e -> e.actor().equals(person) && !e.time().isBefore(since)).count();
    }

    static Label read(JournalEntry entry) {
        Map<String, Object> payload = entry.payload();
        return new Label(entry.sequence(), entry.subject(), entry.actor(), LabelChoice.valueOf((String) payload.get("choice")),
            (Boolean) payload.get("unsure"), (String) payload.get("note"), Label.Rating.valueOf((String) payload.get("rating")), entry.time());
    }

    /** How firmly a person says it. */
    public enum Certainty {
        SURE, UNSURE
    }
}
