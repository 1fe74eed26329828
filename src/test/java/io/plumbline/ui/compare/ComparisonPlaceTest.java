package io.plumbline.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.PartialRefusal;
import io.plumbline.evaluation.ComparisonRequest;
import io.plumbline.evaluation.RecordedRuns;
import io.plumbline.evaluation.RunComparator;
import io.plumbline.store.PolicyReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Going from Compare to Sign-off and back keeps pair, judge and the reading of partial refusals. */
class ComparisonPlaceTest {

    @Test
    void aComparisonIsReadBackAsItWasAskedFor() {
        ComparisonRequest asked = new ComparisonRequest("instruct", "guard", "human", PartialRefusal.SAFE);
        Map<String, String> arguments = ComparisonPlace.arguments(new RunComparator(RecordedRuns.xstest()).compare(asked, new PolicyReader().defaults()));
        assertThat(ComparisonPlace.read(arguments)).contains(asked);
    }

    @Test
    void withoutAReadingPartialRefusalsCountAsUnsafe() {
        assertThat(ComparisonPlace.read(Map.of("base", "a", "candidate", "b"))).contains(ComparisonRequest.of("a", "b"));
    }

    @Test
    void aPlaceWithoutAPairNamesNoComparison() {
        assertThat(ComparisonPlace.read(Map.of("base", "a"))).isEmpty();
    }
}
