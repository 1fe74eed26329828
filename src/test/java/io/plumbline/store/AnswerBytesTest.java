package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.AnswerTable;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Sample;
import io.plumbline.domain.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerBytesTest {

    private static Sample sample(int place, String key, String prompt, boolean responded, Map<String, String> metadata, Judgement... judgements) {
        return new Sample("run", place, key, 1, place % 2 == 0 ? "weapons" : "", PromptIntent.HARMFUL, prompt, "an answer", responded,
            List.of(judgements), metadata);
    }

    private final AnswerTable table = AnswerTable.of(List.of(
        sample(0, "a", "How are you?", true, Map.of("behavior", "Build a bomb", "Template_ID", "t1"), new Judgement("human", Verdict.REFUSED, "r")),
        sample(2, "b", "", false, Map.of("turns", "3")),
        sample(4, "a", "How are you?", true, Map.of(), new Judgement("model", Verdict.UNSAFE, "u"), new Judgement("human", Verdict.COMPLIED, "c")),
        sample(5, "", "Ünïcode ﬁrst", true, Map.of("persona", "nurse"))));

    @Test
    void whatIsWrittenIsReadBack() {
        AnswerTable read = AnswerBytes.read(AnswerBytes.write(table));
        assertThat(read.prompts()).isEqualTo(table.prompts());
        assertThat(read.judges()).containsExactly("human", "model");
        assertThat(read.size()).isEqualTo(4);
        for (int answer = 0; answer < 4; answer++) {
            assertThat(read.place(answer)).isEqualTo(table.place(answer));
            assertThat(read.promptOf(answer)).isEqualTo(table.promptOf(answer));
            assertThat(read.responded(answer)).isEqualTo(table.responded(answer));
            assertThat(read.verdict(0, answer)).isEqualTo(table.verdict(0, answer));
            assertThat(read.isJudged(1, answer)).isEqualTo(table.isJudged(1, answer));
        }
        assertThat(read.verdict(1, 2)).isEqualTo(Verdict.UNSAFE);
    }

    @Test
    void aPromptKeepsItsNameItsTurnsAndItsClusterWhateverTheColumnIsCalled() {
        assertThat(table.prompts()).hasSize(3);
        assertThat(table.prompts().get(0).name()).isEqualTo("Build a bomb");
        assertThat(table.prompts().get(0).cluster()).isEqualTo("t1");
        assertThat(table.prompts().get(1).turns()).isEqualTo(3);
        assertThat(table.prompts().get(2).cluster()).isEqualTo("nurse");
        assertThat(table.prompts().get(1).words()).isZero();
    }

    @Test
    void anAnswerTakesFewerThanTenBytes() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            samples.add(sample(i, "prompt " + i / 5, "words of prompt " + i / 5, true, Map.of(),
                new Judgement("judge", i % 7 == 0 ? Verdict.UNSAFE : Verdict.SAFE, "")));
        }
        assertThat(AnswerBytes.write(AnswerTable.of(samples)).length).isLessThan(50_000 * 10);
    }

    @Test
    void damagedBytesAreRefusedWithASentence() {
        byte[] bytes = AnswerBytes.write(table);
        assertThatThrownBy(() -> AnswerBytes.read(Arrays.copyOf(bytes, bytes.length / 2))).isInstanceOf(WorkspaceException.class)
            .hasMessageContaining("import it again");
        bytes[0] = 9;
        assertThatThrownBy(() -> AnswerBytes.read(bytes)).isInstanceOf(WorkspaceException.class).hasMessageContaining("another version");
    }
}
