package io.plumbline.monitoring;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.InputException;
import io.plumbline.domain.JournalEntry;
import io.plumbline.signals.trigger.WatchEntry;
import io.plumbline.signals.trigger.WatchKind;
import io.plumbline.signals.trigger.WatchPattern;
import io.plumbline.store.Decisions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The texts that people watch for in prompts. Each change is a decision in the journal, so an auditor sees who watched for what, and since when. */
public final class WatchList {

    private final Decisions decisions;

    public WatchList(Decisions decisions) {
        this.decisions = decisions;
    }

    /** What is watched for now, oldest first. */
    public List<WatchEntry> entries() {
        Map<String, WatchEntry> entries = new LinkedHashMap<>();
        for (JournalEntry line : decisions.ofKinds(DecisionKinds.WATCH_ADDED, DecisionKinds.WATCH_REMOVED)) {
            if (line.kind().equals(DecisionKinds.WATCH_REMOVED)) {
                entries.remove(line.subject());
            } else {
                entries.put(line.subject(), entry(line));
            }
        }
        return List.copyOf(entries.values());
    }

    /**
     * Adds an entry.
     *
     * @throws InputException where the text cannot be watched for, or is watched for already
     */
    public WatchEntry add(WatchKind kind, String text, String reason) {
        WatchPattern.of(kind, text);
        entries().stream().filter(e -> e.kind() == kind && e.text().equals(text)).findFirst().ifPresent(e -> {
            throw new InputException("“" + VisibleText.of(text) + "” is on the watch list already, as " + e.id() + ".");
        });
        int number = decisions.ofKinds(DecisionKinds.WATCH_ADDED).size() + 1;
        return entry(decisions.record(DecisionKinds.WATCH_ADDED, String.format(Locale.ROOT, "TRG-%02d", number),
            Map.of("kind", kind.name(), "text", text, "reason", reason)));
    }

    /** @throws InputException where there is no such entry */
    public void remove(String id, String reason) {
        if (entries().stream().noneMatch(e -> e.id().equals(id))) {
            throw new InputException("The watch list has no entry " + id + ".");
        }
        decisions.record(DecisionKinds.WATCH_REMOVED, id, Map.of("reason", reason));
    }

    private static WatchEntry entry(JournalEntry line) {
        return new WatchEntry(line.subject(), WatchKind.valueOf(String.valueOf(line.payload().get("kind"))),
            String.valueOf(line.payload().get("text")), String.valueOf(line.payload().getOrDefault("reason", "")), line.actor(), line.time());
    }
}
