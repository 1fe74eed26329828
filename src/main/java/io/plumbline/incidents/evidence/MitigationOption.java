package io.plumbline.incidents.evidence;

/**
 * One thing that can be done now.
 *
 * @param rank   1 is the first to consider
 * @param action what
 * @param reason why it stands at this rank
 * @param leaves what it does not cover
 */
public record MitigationOption(int rank, Action action, String reason, String leaves) {

    /** The options of R47. The program acts on none of them itself (C22). */
    public enum Action {
        MONITOR("Monitor more closely"), FILTER("Filter the text"), RESTRICT("Restrict the category"),
        REVERT("Revert to the base model"), OFFLINE("Take the model offline");

        private final String word;

        Action(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
