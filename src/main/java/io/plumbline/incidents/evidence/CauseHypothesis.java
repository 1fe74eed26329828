package io.plumbline.incidents.evidence;

import java.util.List;

/**
 * One branch of the search for the cause, with what speaks for and against it. The program weighs; a person names the cause.
 *
 * @param missing what would have to be brought in to say more
 */
public record CauseHypothesis(CauseBranch branch, Leaning leaning, List<String> supporting, List<String> opposing, List<String> missing) {

    public CauseHypothesis {
        supporting = List.copyOf(supporting);
        opposing = List.copyOf(opposing);
        missing = List.copyOf(missing);
    }

    /** How the evidence leans. */
    public enum Leaning {
        LIKELY("likely"), OPEN("open"), UNLIKELY("unlikely");

        private final String word;

        Leaning(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    static CauseHypothesis of(CauseBranch branch, List<String> supporting, List<String> opposing, List<String> missing) {
        Leaning leaning = !supporting.isEmpty() ? Leaning.LIKELY : opposing.isEmpty() ? Leaning.OPEN : Leaning.UNLIKELY;
        return new CauseHypothesis(branch, leaning, supporting, opposing, missing);
    }
}
