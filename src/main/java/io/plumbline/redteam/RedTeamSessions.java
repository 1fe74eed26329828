package io.plumbline.redteam;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.InputException;
import io.plumbline.domain.JournalEntry;
import io.plumbline.store.Decisions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps red-team sessions in the journal. Every attempt is a line of its own, written when it is made, so a session that is cut off keeps
 * what was tried.
 */
public final class RedTeamSessions {

    private final Decisions decisions;
    private final InstantSource clock;

    public RedTeamSessions(Decisions decisions, InstantSource clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Begins a session by hand. */
    public RedTeamSession start(EvaluationRun candidate, Focus focus, String domain) {
        return begin(candidate, focus, domain, Origin.MANUAL);
    }

    /** Stores the attempts that a tool's log holds as a session of its own. */
    public RedTeamSession importLog(EvaluationRun candidate, Focus focus, String domain, List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            throw new InputException("The log holds no attempt, so there is nothing to keep.");
        }
        RedTeamSession session = begin(candidate, focus, domain, Origin.TOOL);
        attempts.forEach(attempt -> add(session.id(), attempt, Duration.ZERO));
        return end(session.id(), Duration.ZERO);
    }

    private RedTeamSession begin(EvaluationRun candidate, Focus focus, String domain, Origin origin) {
        if (focus == Focus.DOMAIN && domain.isBlank()) {
            throw new InputException("Name the domain that is probed: only minutes in a named domain count toward the gate.");
        }
        String id = "rt-" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("run", candidate.id());
        payload.put("model", candidate.displayName());
        payload.put("focus", focus.name());
        payload.put("domain", domain.strip());
        payload.put("origin", origin.name());
        decisions.record(DecisionKinds.REDTEAM_STARTED, id, payload);
        return require(id);
    }

    /**
     * Notes one attempt.
     *
     * @param active time at work so far in this session; it is kept so that a session that is cut off keeps its minutes
     */
    public RedTeamSession add(String sessionId, Attempt attempt, Duration active) {
        RedTeamSession session = requireOpen(sessionId);
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("turns", attempt.turns().stream().map(turn -> Map.of("prompt", turn.prompt(), "response", turn.response())).toList());
        payload.put("outcome", attempt.outcome().name());
        payload.put("failedAtTurn", attempt.failedAtTurn());
        payload.put("trigger", attempt.trigger());
        payload.put("note", attempt.note());
        payload.put("activeSeconds", believable(session, active).toSeconds());
        decisions.record(DecisionKinds.REDTEAM_ATTEMPT, sessionId, payload);
        return require(sessionId);
    }

    /** Ends a session; nothing can be added afterwards. */
    public RedTeamSession end(String sessionId, Duration active) {
        RedTeamSession session = requireOpen(sessionId);
        decisions.record(DecisionKinds.REDTEAM_ENDED, sessionId, Map.of("activeSeconds", believable(session, active).toSeconds()));
        return require(sessionId);
    }

    /** All sessions, oldest first. */
    public List<RedTeamSession> all() {
        Map<String, SessionFold> byId = new LinkedHashMap<>();
        for (JournalEntry entry : decisions.ofKinds(DecisionKinds.REDTEAM_STARTED, DecisionKinds.REDTEAM_ATTEMPT, DecisionKinds.REDTEAM_ENDED)) {
            byId.computeIfAbsent(entry.subject(), SessionFold::new).take(entry);
        }
        List<RedTeamSession> sessions = new ArrayList<>();
        byId.values().forEach(fold -> fold.session().ifPresent(sessions::add));
        return sessions;
    }

    /** Sessions on one candidate run, oldest first. */
    public List<RedTeamSession> on(String runId) {
        return all().stream().filter(session -> session.runId().equals(runId)).toList();
    }

    public Optional<RedTeamSession> find(String sessionId) {
        SessionFold fold = new SessionFold(sessionId);
        decisions.onSubject(sessionId).forEach(fold::take);
        return fold.session();
    }

    private RedTeamSession require(String id) {
        return find(id).orElseThrow(() -> new InputException("There is no red-team session " + id + " in this workspace."));
    }

    private RedTeamSession requireOpen(String id) {
        RedTeamSession session = require(id);
        if (!session.isOpen()) {
            throw new InputException("The session was ended on " + session.ended().orElseThrow() + ". Start a new one to go on.");
        }
        return session;
    }

    /** Nobody works longer than the clock says, whatever a stop watch was told. */
    private Duration believable(RedTeamSession session, Duration active) {
        Duration most = Duration.between(session.started(), clock.instant());
        Duration least = session.active();
        Duration wanted = active.compareTo(most) > 0 ? most : active;
        return wanted.compareTo(least) < 0 ? least : wanted;
    }

    /** Who made the attempts. */
    enum Origin {
        MANUAL, TOOL
    }
}
