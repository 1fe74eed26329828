package io.plumbline.signoff;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The paragraph that stands under every decision (R104–R109, C20). It is generated from what is in the workspace; nobody can write, edit or
 * remove it.
 *
 * @param gaps the five gaps, always all of them, then those of this context and of these benchmarks
 */
public record ResidualGaps(List<ResidualGap> gaps) {

    /** The fixed first sentence (R109). */
    public static final String STATEMENT = "This evaluation reduces risk; it does not remove it. It cannot show that no backdoor is there.";

    public ResidualGaps {
        gaps = List.copyOf(gaps);
    }

    /** The whole paragraph as it goes into the journal and the report. */
    public String text() {
        return STATEMENT + " What it could not see: "
            + gaps.stream().map(gap -> gap.title() + ": " + gap.finding()).collect(Collectors.joining(" "));
    }
}
