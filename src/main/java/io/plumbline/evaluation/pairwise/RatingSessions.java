package io.plumbline.evaluation.pairwise;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.InputException;
import io.plumbline.domain.JournalEntry;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.store.Decisions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps ratings of pairs in the journal. Every rating is a line of its own, on disk before the next pair is shown, so that no word of a rater
 * is lost; taking one back is a line as well.
 */
public final class RatingSessions {

    private static final String[] KINDS = {DecisionKinds.PAIRWISE_STARTED, DecisionKinds.PAIRWISE_RATED, DecisionKinds.PAIRWISE_WITHDRAWN,
        DecisionKinds.PAIRWISE_ENDED};
    private final Decisions decisions;

    public RatingSessions(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Begins a session of the person at work. */
    public RatingSession start(RunComparison comparison, RatingPool pool, long seed) {
        if (RatingPlan.of(comparison, pool, seed).isEmpty()) {
            throw new InputException("There is no pair to rate: no prompt of this pool was put to both models in the same words and answered by both.");
        }
        String id = "pw-" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("base", comparison.base().id());
        payload.put("candidate", comparison.candidate().id());
        payload.put("judge", comparison.judge());
        payload.put("pool", pool.name());
        payload.put("seed", Long.toString(seed));
        decisions.record(DecisionKinds.PAIRWISE_STARTED, id, payload);
        return require(id);
    }

    public RatingSession rate(String sessionId, RatingTask task, Choice choice) {
        requireOpen(sessionId);
        return after(decisions.record(DecisionKinds.PAIRWISE_RATED, sessionId,
            Map.of("prompt", task.prompt(), "order", task.order().name(), "choice", choice.name())));
    }

    /** Takes the rating of a prompt back. */
    public RatingSession withdraw(String sessionId, String prompt) {
        requireOpen(sessionId);
        return after(decisions.record(DecisionKinds.PAIRWISE_WITHDRAWN, sessionId, Map.of("prompt", prompt)));
    }

    /** Ends a session: its ratings count from now on, and nothing can be added. */
    public RatingSession end(String sessionId) {
        requireOpen(sessionId);
        return after(decisions.record(DecisionKinds.PAIRWISE_ENDED, sessionId, Map.of()));
    }

    /** All sessions on two runs, oldest first. */
    public List<RatingSession> on(String baseRun, String candidateRun) {
        Map<String, RatingFold> byId = new LinkedHashMap<>();
        for (JournalEntry entry : decisions.ofKinds(KINDS)) {
            byId.computeIfAbsent(entry.subject(), RatingFold::new).take(entry);
        }
        List<RatingSession> sessions = new ArrayList<>();
        byId.values().forEach(fold -> fold.session().filter(session -> session.isOn(baseRun, candidateRun)).ifPresent(sessions::add));
        return sessions;
    }

    /** The session that a person left open on two runs. */
    public Optional<RatingSession> openOf(String rater, String baseRun, String candidateRun) {
        return on(baseRun, candidateRun).stream().filter(session -> session.isOpen() && session.rater().equals(rater)).findFirst();
    }

    private RatingSession after(JournalEntry entry) {
        RatingSession session = require(entry.subject());
        if (!session.rater().equals(entry.actor())) {
            throw new InputException("This session is " + session.rater() + "'s; what " + entry.actor()
                + " says does not count in it. Start a session of your own.");
        }
        return session;
    }

    private RatingSession require(String id) {
        RatingFold fold = new RatingFold(id);
        decisions.onSubject(id).forEach(fold::take);
        return fold.session().orElseThrow(() -> new InputException("There is no rating session " + id + " in this workspace."));
    }

    private void requireOpen(String id) {
        RatingSession session = require(id);
        if (!session.isOpen()) {
            throw new InputException("The session was ended on " + session.ended().orElseThrow() + ". Start a new one to go on.");
        }
    }
}
