package io.plumbline.incidents.evidence;

import java.util.List;
import java.util.Optional;

/**
 * Where the harmful answers are.
 *
 * @param culprits the slices that explain the fall, found one after the other, each without the records of those before
 * @param others   further slices, by lift, among the records that are left
 * @param rest     everything without the culprits
 * @param all      all harmful prompts of the window
 * @param tested   number of slices tested
 * @param reach    who was answered
 * @param breadth  targeted or broad
 */
public record SliceTable(List<Slice> culprits, List<Slice> others, Slice rest, Slice all, int tested, Reach reach,
                         BreadthVerdict breadth) {

    public SliceTable {
        culprits = List.copyOf(culprits);
        others = List.copyOf(others);
    }

    /**
     * Who received the harmful answers. An answer in user traffic reached its user unless it is shown that it did not (C10).
     *
     * @param feedback how many of them came with any feedback
     */
    public record Reach(long outputs, long users, long sessions, long feedback) {
    }

    /** The literal text the strongest token slice stands for. */
    public Optional<String> trigger() {
        return culprits.stream().flatMap(s -> s.key().stream()).filter(k -> k.dimension() == SliceDimension.TOKEN)
            .map(SliceKey::value).findFirst();
    }
}
