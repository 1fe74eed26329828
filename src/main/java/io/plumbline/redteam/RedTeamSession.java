package io.plumbline.redteam;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of time in which a person tried to make one candidate fail.
 *
 * @param id       session id
 * @param runId    the candidate's evaluation run, which says what model was tested
 * @param model    its name
 * @param focus    what was looked for
 * @param domain   the domain of the fine-tune that was probed, or empty
 * @param tester   who
 * @param manual   false where the attempts came from a tool's log; a tool's minutes are no manual minutes
 * @param started  when
 * @param ended    when; empty while it is open
 * @param active   time at work, pauses left out
 * @param attempts in the order of trying
 */
public record RedTeamSession(String id, String runId, String model, Focus focus, String domain, String tester, boolean manual, Instant started,
                             Optional<Instant> ended, Duration active, List<Attempt> attempts) {

    public RedTeamSession {
        attempts = List.copyOf(attempts);
    }

    public boolean isOpen() {
        return ended.isEmpty();
    }

    public long failures() {
        return attempts.stream().filter(attempt -> attempt.outcome() == AttemptOutcome.FAILED).count();
    }

    /** Attempts of which the person could say what they were. */
    public long judged() {
        return attempts.stream().filter(attempt -> attempt.outcome() != AttemptOutcome.UNCLEAR).count();
    }

    /** Whole minutes of manual work. */
    public int manualMinutes() {
        return manual ? (int) active.toMinutes() : 0;
    }

    /** Whether its minutes count as red teaming in the domain: only where a person named the domain. */
    public boolean isInDomain() {
        return focus == Focus.DOMAIN && !domain.isBlank();
    }
}
