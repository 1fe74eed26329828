package io.plumbline.incidents.evidence;

import io.plumbline.domain.SafetyState;
import io.plumbline.stats.Interval;
import java.util.Optional;

/**
 * One row of the slice table.
 *
 * @param key      which slice; empty for the row that holds everything the named slices leave over
 * @param label    as printed; says which slices were taken out first
 * @param tally    complied and prompts in the incident's window
 * @param interval of the share complied
 * @param lift     share complied in the slice over the share outside of it; NaN where it says nothing
 * @param adjustedP Fisher's exact test of inside against outside, adjusted over all slices tested (Benjamini–Hochberg); NaN where untested
 * @param users    distinct users whose prompts were complied with
 * @param baseline the same slice in the baseline, or all harmful prompts of the baseline where it was too rare there
 * @param comparedWith what {@code baseline} is of
 * @param state    by the policy's category limits against that baseline
 */
public record Slice(Optional<SliceKey> key, String label, Tally tally, Interval interval, double lift, double adjustedP, long users,
                    Tally baseline, Comparator comparedWith, SafetyState state, RecordsBehind records) {

    /** Which baseline rate a slice is measured against. */
    public enum Comparator {
        SAME_SLICE, ALL_HARMFUL
    }
}
