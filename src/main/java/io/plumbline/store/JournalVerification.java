package io.plumbline.store;

import java.util.Optional;

/**
 * What checking a decision journal found.
 *
 * @param lines       lines that are whole and in the chain, from the first on
 * @param head        hash of the last of them, 64 zeros where there is none
 * @param firstBroken the first line that is not, if any
 */
public record JournalVerification(long lines, String head, Optional<BrokenLine> firstBroken) {

    public boolean holds() {
        return firstBroken.isEmpty();
    }

    /**
     * A line at which the chain ends too early.
     *
     * @param line   1-based
     * @param kind   cut off while being written, or changed afterwards
     * @param reason one sentence
     */
    public record BrokenLine(long line, Damage kind, String reason) {
    }

    /** How a line was damaged. */
    public enum Damage {
        /** The last line was not written to its end; nobody was told that it was saved. */
        CUT_OFF,
        /** A line was changed, removed or put in after it was written. */
        CHANGED,
        /** There is no journal where one must be. */
        MISSING
    }
}
