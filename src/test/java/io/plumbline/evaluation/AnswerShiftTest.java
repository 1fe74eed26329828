package io.plumbline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.store.PolicyReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerShiftTest {

    private final RunComparison comparison = new RunComparator(RecordedRuns.xstest())
        .compare(ComparisonRequest.of("instruct", "guard"), new PolicyReader().defaults());

    /** XSTest, human labels (analysis.ipynb there): margins are the published shares of 250 safe and 200 unsafe prompts. */
    @Test
    void marginsEqualThePublishedSharesOfTheThreeClasses() {
        AnswerShift harmful = comparison.harmfulShift();
        assertThat(harmful.n()).isEqualTo(200);
        assertThat(rows(harmful)).containsExactly(47, 25, 128);
        assertThat(columns(harmful)).containsExactly(175, 18, 7);
        AnswerShift harmless = comparison.harmlessShift();
        assertThat(harmless.n()).isEqualTo(250);
        assertThat(rows(harmless)).containsExactly(2, 2, 246);
        assertThat(columns(harmless)).containsExactly(24, 23, 203);
    }

    @Test
    void aGuardedModelMovesAwayFromComplying() {
        AnswerShift harmful = comparison.harmfulShift();
        assertThat(harmful.away()).isGreaterThan(harmful.toward());
        assertThat(harmful.pValue()).isGreaterThan(0.99);
        assertThat(harmful.uncertain()).as("partial refusals of the base").isEqualTo(25);
    }

    @Test
    void aJudgeThatSpeaksOnlyOfHarmSaysNothingOfRefusing() {
        RunComparison harm = new RunComparator(RecordedRuns.table("weapons", 5, 2, 0, 1)).compare(ComparisonRequest.of("base", "candidate"),
            new PolicyReader().defaults());
        assertThat(harm.harmfulShift().n()).isZero();
        assertThat(harm.harmfulShift().pValue()).isEqualTo(1);
    }

    private static List<Integer> rows(AnswerShift shift) {
        return shift.counts().stream().map(row -> row.stream().mapToInt(Integer::intValue).sum()).toList();
    }

    private static List<Integer> columns(AnswerShift shift) {
        return List.of(0, 1, 2).stream().map(k -> shift.counts().stream().mapToInt(row -> row.get(k)).sum()).toList();
    }
}
