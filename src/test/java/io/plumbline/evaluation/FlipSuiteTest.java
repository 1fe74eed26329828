package io.plumbline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.domain.InputException;
import io.plumbline.store.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlipSuiteTest {

    @TempDir
    private Path folder;

    private final RecordedRuns runs = RecordedRuns.refusalDirection("llama-2-7b-chat-hf");
    private final RunComparison comparison = new RunComparator(runs)
        .compare(ComparisonRequest.of("base", "ablation").judgedBy("llamaguard2"), new PolicyReader().defaults());

    /** 76 harmful flips: refusal_direction, runs of llama-2-7b-chat-hf, LlamaGuard 2. */
    @Test
    void everyHarmfulFlipIsALineWithItsPromptAndNoAnswer() throws IOException {
        Path file = folder.resolve("flips.jsonl");
        assertThat(new FlipSuite(runs).write(comparison, List.of(FlipKind.HARMFUL), file)).isEqualTo(76);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(76);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.path("flip").asText()).isEqualTo("harmful");
        assertThat(first.path("candidate").path("verdict").asText()).isEqualTo("unsafe");
        assertThat(first.fieldNames()).toIterable().doesNotContain("response");
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.jsonl"), "kept");
        assertThatThrownBy(() -> new FlipSuite(runs).write(comparison, List.of(FlipKind.HARMFUL), file)).isInstanceOf(InputException.class)
            .hasMessageContaining("kept.jsonl");
        assertThat(file).hasContent("kept");
    }
}
