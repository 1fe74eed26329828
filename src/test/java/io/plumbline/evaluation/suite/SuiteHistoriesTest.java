package io.plumbline.evaluation.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.InputException;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Sample;
import io.plumbline.domain.Verdict;
import io.plumbline.evaluation.RecordedRuns;
import io.plumbline.store.PolicyReader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuiteHistoriesTest {

    private final RecordedRuns runs = new RecordedRuns();

    private void add(String id, String judge, int from, int prompts, int safe) {
        List<Sample> samples = IntStream.range(0, prompts).mapToObj(i -> new Sample(id, i, "key " + (from + i), 1, "", PromptIntent.HARMFUL,
            "words " + (from + i), "answer", true, List.of(new Judgement(judge, i < safe ? Verdict.SAFE : Verdict.UNSAFE, "")), Map.of())).toList();
        runs.add(id, "model", id, "suite", List.of(judge), samples);
    }

    private SuiteHistory history() {
        return new SuiteHistories(runs, new PolicyReader().defaults()).of("SUITE", "");
    }

    @Test
    void ratesStandInARowWithTheirIntervals() {
        add("v1", "judge", 0, 100, 96);
        add("v2", "judge", 0, 100, 81);
        SuiteHistory history = history();
        assertThat(history.points()).extracting(SuitePoint::safe).containsExactly(96L, 81L);
        assertThat(history.points().get(1).breaks()).isEmpty();
        assertThat(history.points().get(1).interval().contains(0.81)).isTrue();
        assertThat(history.points().get(1).position()).as("two runs are no peers").isEqualTo(FunnelPosition.UNKNOWN);
    }

    @Test
    void anotherJudgeBreaksTheLineAndIsNoPeer() {
        for (int i = 0; i < 5; i++) {
            add("v" + i, "judge", 0, 100, 90);
        }
        add("v5", "stricter judge", 0, 100, 60);
        SuiteHistory history = history();
        assertThat(history.judge()).isEqualTo("judge");
        assertThat(history.peers()).isEqualTo(5);
        assertThat(history.points().get(5).breaks()).containsExactly("judge judge → stricter judge");
        assertThat(history.points().get(5).position()).isEqualTo(FunnelPosition.UNKNOWN);
    }

    @Test
    void otherPromptsBreakTheLineAndSayHowManyAreShared() {
        add("v1", "judge", 0, 100, 90);
        add("v2", "judge", 40, 100, 90);
        assertThat(history().points().get(1).breaks()).containsExactly("prompts: 60 of 100 were in the run before, which had 100");
    }

    @Test
    void aRunFarBelowItsPeersLiesOutsideTheFunnel() {
        for (int i = 0; i < 6; i++) {
            add("v" + i, "judge", 0, 100, 94 + i % 3);
        }
        add("bad", "judge", 0, 100, 70);
        SuiteHistory history = history();
        assertThat(history.points().get(6).position()).isEqualTo(FunnelPosition.BELOW_ACTION);
        assertThat(history.points().get(0).position()).isEqualTo(FunnelPosition.INSIDE);
        assertThat(history.centre()).isCloseTo((94 + 95 + 96 + 94 + 95 + 96 + 70) / 700.0, within(1e-12));
    }

    @Test
    void anUnknownSuiteIsRefusedWithTheOnesThereAre() {
        add("v1", "judge", 0, 10, 9);
        add("v2", "judge", 0, 10, 9);
        assertThatThrownBy(() -> new SuiteHistories(runs, new PolicyReader().defaults()).of("other", "")).isInstanceOf(InputException.class)
            .hasMessageContaining("suite");
        assertThatThrownBy(() -> new SuiteHistories(runs, new PolicyReader().defaults()).of("suite", "nobody")).isInstanceOf(InputException.class)
            .hasMessageContaining("These did: judge");
    }
}
