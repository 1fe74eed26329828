package io.plumbline.incidents;

import io.plumbline.domain.JournalEntry;
import io.plumbline.store.Decisions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A journal in memory, for tests; {@link #actor} says who acts next. */
public final class MemoryDecisions implements Decisions {

    private final List<JournalEntry> lines = new ArrayList<>();
    private String actor = "Reviewer A";
    private Instant now = Instant.parse("2026-07-28T09:12:00Z");

    public void actor(String name) {
        actor = name;
    }

    String actor() {
        return actor;
    }

    @Override
    public JournalEntry record(String kind, String subject, Map<String, Object> payload) {
        long sequence = lines.size() + 1L;
        now = now.plusSeconds(60);
        JournalEntry line = new JournalEntry(sequence, now, actor, kind, subject, payload, head().hash(), String.format("%064x", sequence));
        lines.add(line);
        return line;
    }

    @Override
    public List<JournalEntry> onSubject(String subject) {
        return lines.stream().filter(l -> l.subject().equals(subject)).toList();
    }

    @Override
    public List<JournalEntry> ofKinds(String... kinds) {
        return lines.stream().filter(l -> Set.of(kinds).contains(l.kind())).toList();
    }

    @Override
    public Head head() {
        return lines.isEmpty() ? new Head(0, "0".repeat(64)) : new Head(lines.size(), lines.get(lines.size() - 1).hash());
    }
}
