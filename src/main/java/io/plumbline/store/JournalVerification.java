package io.plumbline.store;

import java.util.List;
import java.util.Optional;

/**
 * What checking a decision journal found.
 *
 * @param lines       lines that are whole and in the chain, from the first on
 * @param head        hash of the last of them, 64 zeros where there is none
 * @param firstBroken the first line that is not, if any
 * @param signatures  who signed the lines that hold; nothing where only the chain was asked for
 */
public record JournalVerification(long lines, String head, Optional<BrokenLine> firstBroken, Signatures signatures) {

    public boolean holds() {
        return firstBroken.isEmpty();
    }

    JournalVerification signedBy(Signatures found) {
        return new JournalVerification(lines, head, firstBroken, found);
    }

    /**
     * A line at which the journal ceases to hold.
     *
     * @param line   1-based
     * @param kind   what is wrong with it
     * @param reason one sentence
     */
    public record BrokenLine(long line, Damage kind, String reason) {
    }

    /**
     * Signatures that were checked.
     *
     * @param byPeople  lines signed with a person's own key
     * @param byDevices lines signed with the unprotected key of a device: the name on them is not proven
     * @param none      lines of earlier versions, which the chain alone holds
     * @param merged    lines of other journals that were merged in; they are counted above too
     * @param keys      the keys that the journal names
     * @param remarks   what a reader should know though it breaks nothing, e.g. that a clock was set back
     */
    public record Signatures(long byPeople, long byDevices, long none, long merged, List<EnrolledKey> keys, List<String> remarks) {

        static final Signatures UNCHECKED = new Signatures(0, 0, 0, 0, List.of(), List.of());

        public Signatures {
            keys = List.copyOf(keys);
            remarks = List.copyOf(remarks);
        }
    }

    /** How a line was damaged. */
    public enum Damage {
        /** The last line was not written to its end; nobody was told that it was saved. */
        CUT_OFF,
        /** A line was changed, removed or put in after it was written. */
        CHANGED,
        /** The chain holds, but the signature is missing, wrong, of an unknown or a revoked key, or of another person's. */
        SIGNATURE,
        /** The line claims a time before that of the line before. */
        TIME,
        /** There is no journal where one must be. */
        MISSING
    }
}
