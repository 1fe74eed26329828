package io.plumbline.signoff;

import java.util.List;

/**
 * A decision computed again from what is in the workspace now.
 *
 * @param decision   the decision
 * @param reproduced whether outcome and evidence come out as they did
 * @param changes    sentences naming what is not as it was; empty = the decision still stands on the same ground
 * @param note       what differs without making the decision stale, or empty
 */
public record Replay(GateDecision decision, boolean reproduced, List<String> changes, String note) {

    public Replay {
        changes = List.copyOf(changes);
    }

    public boolean isStale() {
        return !reproduced || !changes.isEmpty();
    }
}
