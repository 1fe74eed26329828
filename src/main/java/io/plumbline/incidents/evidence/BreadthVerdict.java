package io.plumbline.incidents.evidence;

import io.plumbline.stats.Interval;

/**
 * Targeted or broad, with the number behind the word (R121): the share of the excess that lies outside the named slices.
 *
 * @param outside share of the excess harmful answers outside the named slices: 0 fully targeted, 1 fully broad; NaN without an excess
 * @param interval of that share
 * @param sentence the verdict
 * @param reading what is left besides the named slices
 */
public record BreadthVerdict(Breadth breadth, double outside, Interval interval, String sentence, String reading) {

    /** How a fall is spread. */
    public enum Breadth {
        TARGETED("Targeted, not broad"), MIXED("Targeted and broad"), BROAD("Broad, not targeted"), NOT_ENOUGH_EVIDENCE("Not enough evidence");

        private final String word;

        Breadth(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
