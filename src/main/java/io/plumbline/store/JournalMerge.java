package io.plumbline.store;

import java.util.List;

/**
 * What merging another journal did.
 *
 * @param common    last line that both share
 * @param merged    lines of the other that came in
 * @param conflicts subjects that both sides decided since they parted; a person has to decide them again
 */
public record JournalMerge(long common, long merged, List<Conflict> conflicts) {

    public JournalMerge {
        conflicts = List.copyOf(conflicts);
    }

    public boolean isNothingNew() {
        return merged == 0;
    }

    /** Something that was decided on both sides. */
    public record Conflict(String kind, String subject) {
    }
}
