package io.plumbline.evaluation;

import io.plumbline.domain.EvaluationRun;
import java.util.List;

/** Why a workspace offers no comparison by itself, and what to do about it, as a sentence. */
public final class NoPair {

    private NoPair() {
    }

    /** Whether a person could choose two of these runs by hand. */
    public static boolean leavesAChoice(List<EvaluationRun> runs) {
        return runs.size() > 1;
    }

    public static String sentence(List<EvaluationRun> runs) {
        if (runs.isEmpty()) {
            return "No evaluation run is here yet. Import two on one suite, scored by the same judge: the base model's and the candidate's.";
        }
        if (!leavesAChoice(runs)) {
            return "Only one run is here, " + runs.get(0).displayName() + ". Import a second one on the same suite, scored by the same judge ("
                + String.join(" or ", runs.get(0).judges()) + ").";
        }
        return runs.size() + " runs are here, but no two name the same suite and have a judge in common. Choose two that asked the same prompts, or "
            + "import one that fits.";
    }
}
