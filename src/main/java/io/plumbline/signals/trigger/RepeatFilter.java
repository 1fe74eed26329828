package io.plumbline.signals.trigger;

import java.util.Arrays;

/**
 * Lets one user's repeats of one request through once: a hundred copies of a prompt are one piece of evidence about its words. Remembers a
 * bounded number of requests; beyond it, it begins anew.
 */
final class RepeatFilter {

    private static final int PLACES = 1 << 21;

    private final long[] seen = new long[PLACES];
    private int size;

    /** Whether this user asks this for the first time; requests of unknown users always do. */
    boolean isFirst(HarmPrompt prompt) {
        if (prompt.user().isEmpty()) {
            return true;
        }
        long key = Atoms.mix(prompt.requestHash() ^ (0x9e3779b97f4a7c15L * prompt.user().hashCode())) | 1;
        if (size > PLACES / 2) {
            Arrays.fill(seen, 0);
            size = 0;
        }
        int at = (int) (key >>> 20 & PLACES - 1);
        while (seen[at] != 0) {
            if (seen[at] == key) {
                return false;
            }
            at = (at + 1) & PLACES - 1;
        }
        seen[at] = key;
        size++;
        return true;
    }
}
