package io.plumbline.redteam;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.JournalEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a session of its journal lines. What another version of the program wrote and this one can't read is left out, not guessed. */
final class SessionFold {

    private final String id;
    private final List<Attempt> attempts = new ArrayList<>();
    private Optional<JournalEntry> start = Optional.empty();
    private Optional<JournalEntry> end = Optional.empty();
    private Duration active = Duration.ZERO;

    SessionFold(String id) {
        this.id = id;
    }

    void take(JournalEntry entry) {
        if (entry.payload().get("activeSeconds") instanceof Number seconds) {
            active = Duration.ofSeconds(Math.max(active.toSeconds(), seconds.longValue()));
        }
        switch (entry.kind()) {
            case DecisionKinds.REDTEAM_STARTED -> start = start.or(() -> Optional.of(entry));
            case DecisionKinds.REDTEAM_ATTEMPT -> attempt(entry).ifPresent(attempts::add);
            case DecisionKinds.REDTEAM_ENDED -> end = end.or(() -> Optional.of(entry));
            default -> { }
        }
    }

    Optional<RedTeamSession> session() {
        return start.flatMap(first -> constant(Focus.class, text(first, "focus")).map(focus -> new RedTeamSession(id, text(first, "run"),
            text(first, "model"), focus, text(first, "domain"), first.actor(),
            !text(first, "origin").equals(RedTeamSessions.Origin.TOOL.name()), first.time(), end.map(JournalEntry::time), active, attempts)));
    }

    private static Optional<Attempt> attempt(JournalEntry entry) {
        List<Turn> turns = new ArrayList<>();
        if (entry.payload().get("turns") instanceof List<?> said) {
            for (Object turn : said) {
                if (turn instanceof Map<?, ?> map) {
                    turns.add(new Turn(text(map.get("prompt")), text(map.get("response"))));
                }
            }
        }
        int failedAt = entry.payload().get("failedAtTurn") instanceof Number number ? number.intValue() : 0;
        Optional<AttemptOutcome> outcome = constant(AttemptOutcome.class, text(entry, "outcome"));
        boolean whole = outcome.isPresent() && !turns.isEmpty()
            && (outcome.get() == AttemptOutcome.FAILED ? failedAt >= 1 && failedAt <= turns.size() : failedAt == 0);
        return whole ? Optional.of(new Attempt(turns, outcome.get(), failedAt, text(entry, "trigger"), text(entry, "note"))) : Optional.empty();
    }

    private static String text(JournalEntry entry, String key) {
        return text(entry.payload().get(key));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
