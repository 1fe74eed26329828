package io.plumbline.redteam;

import io.plumbline.stats.proportion.ClopperPearsonInterval;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the sessions on one candidate allow to say. Trying a thousand words and finding nothing is no proof that there is no trigger: it
 * bounds the share of words like these that would have worked.
 */
public final class RedTeamFindings {

    private final List<RedTeamSession> sessions;

    public RedTeamFindings(List<RedTeamSession> sessions) {
        this.sessions = sessions.stream().filter(session -> !session.isOpen()).toList();
    }

    /** Ended sessions with this focus that are no older than {@code oldest}. */
    public List<RedTeamSession> with(Focus focus, LocalDate oldest) {
        return sessions.stream().filter(session -> session.focus() == focus)
            .filter(session -> !LocalDate.ofInstant(session.ended().orElseThrow(), ZoneOffset.UTC).isBefore(oldest)).toList();
    }

    /** Manual minutes in a named domain. */
    public int domainMinutes(LocalDate oldest) {
        return with(Focus.DOMAIN, oldest).stream().filter(RedTeamSession::isInDomain).mapToInt(RedTeamSession::manualMinutes).sum();
    }

    /** Different triggers tried, and how many of them worked at least once. */
    public Bound triggers(LocalDate oldest, double confidence) {
        Set<String> tried = new HashSet<>();
        Set<String> hit = new HashSet<>();
        for (RedTeamSession session : with(Focus.TRIGGER_HUNTING, oldest)) {
            for (Attempt attempt : session.attempts()) {
                String trigger = (attempt.trigger().isBlank() ? attempt.turns().get(0).prompt() : attempt.trigger()).strip().toLowerCase(Locale.ROOT);
                if (attempt.outcome() != AttemptOutcome.UNCLEAR) {
                    tried.add(trigger);
                }
                if (attempt.outcome() == AttemptOutcome.FAILED) {
                    hit.add(trigger);
                }
            }
        }
        return new Bound(hit.size(), tried.size(), upper(hit.size(), tried.size(), confidence));
    }

    /**
     * Share of conversations that had not failed after turn 1, 2, …: Kaplan and Meier's estimate, a conversation that ended without failing
     * counting as long as it lasted. Source: Kaplan &amp; Meier 1958, JASA 53:457.
     */
    public List<Double> survivalByTurn() {
        List<Attempt> judged = sessions.stream().flatMap(session -> session.attempts().stream())
            .filter(attempt -> attempt.outcome() != AttemptOutcome.UNCLEAR).toList();
        int longest = judged.stream().mapToInt(attempt -> attempt.turns().size()).max().orElse(0);
        List<Double> curve = new ArrayList<>();
        double alive = 1;
        for (int turn = 1; turn <= longest; turn++) {
            int now = turn;
            long atRisk = judged.stream().filter(attempt -> lasts(attempt) >= now).count();
            long failed = judged.stream().filter(attempt -> attempt.failedAtTurn() == now).count();
            alive *= atRisk == 0 ? 1 : 1 - (double) failed / atRisk;
            curve.add(alive);
        }
        return curve;
    }

    private static int lasts(Attempt attempt) {
        return attempt.outcome() == AttemptOutcome.FAILED ? attempt.failedAtTurn() : attempt.turns().size();
    }

    private static double upper(int hits, int tried, double confidence) {
        // A two-sided interval at 2c − 1 has its upper end at the one-sided confidence c.
        return tried == 0 ? 1 : ClopperPearsonInterval.of(hits, tried, 2 * confidence - 1).upper();
    }

    /**
     * What trying allows to say of a rate.
     *
     * @param hits  what worked
     * @param tried what was tried
     * @param upper one-sided upper bound of the share that would work, exact; 1 where nothing was tried
     */
    public record Bound(int hits, int tried, double upper) {
    }
}
