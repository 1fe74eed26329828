package io.plumbline.ui.redteam;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.redteam.RedTeamFindings;
import io.plumbline.redteam.RedTeamSession;
import java.util.List;
import java.util.Optional;

/**
 * What the screen shows.
 *
 * @param runs     runs of models that can be tested
 * @param chosen   the candidate tested; empty where there is no run
 * @param sessions its sessions, newest first
 * @param minutes  manual minutes in the domain that count today
 * @param needed   minutes that a go needs
 * @param triggers what trigger hunting allows to say
 * @param survival share of conversations not failed after turn 1, 2, …
 */
record RedTeamReading(List<EvaluationRun> runs, Optional<EvaluationRun> chosen, List<RedTeamSession> sessions, int minutes, int needed,
                      RedTeamFindings.Bound triggers, List<Double> survival) {

    static RedTeamReading empty() {
        return new RedTeamReading(List.of(), Optional.empty(), List.of(), 0, 0, new RedTeamFindings.Bound(0, 0, 1), List.of());
    }

    Optional<RedTeamSession> open() {
        return sessions.stream().filter(RedTeamSession::isOpen).findFirst();
    }
}
