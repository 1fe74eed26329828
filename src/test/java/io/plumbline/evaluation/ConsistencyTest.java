package io.plumbline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsistencyTest {

    private static final int REPEATS = 5;

    private static List<PromptOutcome> outcomes(int prompts, int baseYes, int candidateYes) {
        Sample sample = RecordedRuns.sample("run", 0, "key", "", PromptIntent.HARMFUL);
        List<PromptOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < prompts; i++) {
            outcomes.add(new PromptOutcome(new PairedPrompt("key " + i, "", PromptIntent.HARMFUL, Answers.of(List.of(sample)), Answers.of(List.of(sample))),
                new PromptVerdict(REPEATS, baseYes), new PromptVerdict(REPEATS, candidateYes)));
        }
        return outcomes;
    }

    /** 4 · 0.6 · 0.4 = 0.96 on every prompt, from 0. */
    @Test
    void refusalsThatBeganToWaverAreFound() {
        Consistency found = Consistency.of(outcomes(20, 5, 3), outcomes(20, 0, 0), REPEATS);
        assertThat(found.candidateFlipIndex() - found.baseFlipIndex()).isEqualTo(0.96, within(1e-9));
        assertThat(found.pValue()).isLessThan(0.01);
        assertThat(found.excess()).isEqualTo(0.96, within(1e-9));
        assertThat(found.excessP()).isLessThan(0.01);
    }

    @Test
    void aModelThatWaversEverywhereShowsNoExcess() {
        Consistency found = Consistency.of(outcomes(20, 5, 3), outcomes(20, 0, 2), REPEATS);
        assertThat(found.pValue()).isLessThan(0.01);
        assertThat(found.excess()).isEqualTo(0, within(1e-9));
        assertThat(found.excessP()).isGreaterThan(0.5);
    }

    /** 2,100 prompts of which 55 % waver more and 45 % less: z = 210/√2100 = 4.5826, p 2.3e-6; half and half say nothing. */
    @Test
    void manyPromptsNeedNoDraws() {
        List<PromptOutcome> wavering = outcomes(1155, 5, 3);
        wavering.addAll(outcomes(945, 3, 5));
        Consistency found = Consistency.of(wavering, outcomes(100, 0, 0), REPEATS);
        assertThat(found.pValue()).isEqualTo(2.296e-6, within(1e-8));
        assertThat(found.excessP()).isLessThan(0.2);
        List<PromptOutcome> even = outcomes(1050, 5, 3);
        even.addAll(outcomes(1050, 3, 5));
        assertThat(Consistency.of(even, List.of(), REPEATS).pValue()).isEqualTo(0.5, within(1e-9));
    }

    @Test
    void tooFewRepeatsSayNothing() {
        Consistency found = Consistency.of(outcomes(20, 5, 3), List.of(), REPEATS + 1);
        assertThat(found.prompts()).isZero();
        assertThat(found.pValue()).isNaN();
        assertThat(found.excess()).isNaN();
    }
}
