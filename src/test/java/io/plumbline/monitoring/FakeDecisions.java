package io.plumbline.monitoring;

import io.plumbline.domain.JournalEntry;
import io.plumbline.store.Decisions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decisions held in a list. */
public final class FakeDecisions implements Decisions {

    private final List<JournalEntry> entries = new ArrayList<>();

    @Override
    public JournalEntry record(String kind, String subject, Map<String, Object> payload) {
        JournalEntry entry = new JournalEntry(entries.size() + 1L, Instant.parse("2026-08-01T09:00:00Z"), "Reviewer A", kind, subject,
            Map.copyOf(payload), "", "");
        entries.add(entry);
        return entry;
    }

    @Override
    public List<JournalEntry> onSubject(String subject) {
        return entries.stream().filter(e -> e.subject().equals(subject)).toList();
    }

    @Override
    public List<JournalEntry> ofKinds(String... kinds) {
        return entries.stream().filter(e -> Set.of(kinds).contains(e.kind())).toList();
    }

    @Override
    public Head head() {
        return new Head(entries.size(), "");
    }
}
