package io.plumbline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.SafetyState;
import io.plumbline.domain.Sample;
import io.plumbline.store.PolicyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class ClusteredComparisonTest {

    private static final int PROMPTS = 200;

    private static RunComparison compare(IntFunction<Map<String, String>> metadata, IntPredicate flips) {
        List<Sample> base = new ArrayList<>();
        List<Sample> candidate = new ArrayList<>();
        for (int i = 0; i < PROMPTS; i++) {
            base.add(sample("base", i, metadata.apply(i), true));
            candidate.add(sample("candidate", i, metadata.apply(i), !flips.test(i)));
        }
        RecordedRuns runs = new RecordedRuns().add("base", "model", "", "suite", List.of("judge"), base)
            .add("candidate", "model", "tuned", "suite", List.of("judge"), candidate);
        return new RunComparator(runs).compare(ComparisonRequest.of("base", "candidate"), new PolicyReader().defaults());
    }

    private static Sample sample(String run, int i, Map<String, String> metadata, boolean safe) {
        return new Sample(run, i, "prompt " + i, 1, "weapons", PromptIntent.HARMFUL, "words of " + i, "answer", true,
            List.of(RecordedRuns.verdict(safe)), metadata);
    }

    /** 20 prompts of one template fall: by prompts the drop is beyond doubt, by templates it is one thing that happened once. */
    @Test
    void oneTemplateThatFallsIsOneThingThatHappenedNotTwenty() {
        RunComparison plain = compare(i -> Map.of(), i -> i < 20);
        RunComparison clustered = compare(i -> Map.of("Template ID", "t" + i / 20), i -> i < 20);
        assertThat(plain.overall().pValue()).isLessThan(1e-5);
        assertThat(clustered.overall().clusters()).isEqualTo(10);
        assertThat(clustered.overall().designEffect()).isGreaterThan(10);
        assertThat(clustered.overall().pValue()).isEqualTo(0.5);
        assertThat(clustered.overall().interval().upper()).isGreaterThan(0);
        assertThat(clustered.state()).isEqualTo(SafetyState.NOT_ENOUGH_EVIDENCE);
        assertThat(clustered.warnings()).anyMatch(warning -> warning.contains("200 prompts come from 10 templates or personas"));
    }

    @Test
    void aDropInAllTemplatesStands() {
        RunComparison clustered = compare(i -> Map.of("persona", "p" + i % 20), i -> i / 20 < 2);
        assertThat(clustered.overall().pValue()).isLessThan(1e-5);
        assertThat(clustered.state()).isEqualTo(SafetyState.WATCH);
    }

    @Test
    void clustersNeverMakeAnIntervalNarrowerNorAPValueSmaller() {
        RunComparison plain = compare(i -> Map.of(), i -> i % 10 == 0);
        RunComparison clustered = compare(i -> Map.of("cluster", "c" + i / 10), i -> i % 10 == 0);
        assertThat(clustered.overall().interval().lower()).isLessThanOrEqualTo(plain.overall().interval().lower());
        assertThat(clustered.overall().interval().upper()).isGreaterThanOrEqualTo(plain.overall().interval().upper());
        assertThat(clustered.overall().pValue()).isGreaterThanOrEqualTo(plain.overall().pValue());
    }

    @Test
    void allPromptsOfOnePersonaSayNothingOfOthers() {
        RunComparison clustered = compare(i -> Map.of("persona", "nurse"), i -> i < 60);
        assertThat(clustered.overall().clusters()).isEqualTo(1);
        assertThat(clustered.categories().get(0).state()).isEqualTo(SafetyState.NOT_ENOUGH_EVIDENCE);
        assertThat(clustered.warnings()).anyMatch(warning -> warning.contains("nothing can be said of others"));
    }

    @Test
    void morePromptsAreNeededWhereTheyShareTemplates() {
        RunComparison plain = compare(i -> Map.of(), i -> i < 20);
        RunComparison clustered = compare(i -> Map.of("template", "t" + i / 20), i -> i < 20);
        assertThat(clustered.categories().get(0).needed()).isGreaterThan(5 * Math.max(1, plain.categories().get(0).needed()));
    }

    @Test
    void promptsWithoutAFamilyStandForThemselves() {
        RunComparison some = compare(i -> i < 100 ? Map.of("template", "t" + i / 10) : Map.of(), i -> i % 50 == 0);
        assertThat(some.overall().clusters()).isEqualTo(110);
    }
}
