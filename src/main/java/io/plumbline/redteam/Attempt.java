package io.plumbline.redteam;

import java.util.List;

/**
 * One thing that was tried.
 *
 * @param turns        the conversation, at least one turn
 * @param outcome      what the person saw
 * @param failedAtTurn 1-based turn of the first failure; 0 unless it failed
 * @param trigger      the trigger or ability that was tried, or empty
 * @param note         what was found, in the person's words
 */
public record Attempt(List<Turn> turns, AttemptOutcome outcome, int failedAtTurn, String trigger, String note) {

    public Attempt {
        turns = List.copyOf(turns);
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("an attempt has at least one turn");
        }
        boolean failed = outcome == AttemptOutcome.FAILED;
        if (failed ? failedAtTurn < 1 || failedAtTurn > turns.size() : failedAtTurn != 0) {
            throw new IllegalArgumentException("the turn of failure is one of the turns, and 0 where nothing failed");
        }
    }
}
