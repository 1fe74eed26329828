package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportManifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoConsequenceTest {

    private static final String LINE = "{\"id\": \"%s\", \"ts\": \"2026-05-01T08:15:30Z\", \"model\": \"m\", \"user\": \"u\", \"prompt\": \"Q\", "
        + "\"response\": \"A\"}%n";

    @TempDir
    Path folder;
    private ImportBench bench;

    @BeforeEach
    void open() {
        bench = new ImportBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void decisionsOnItsRunsAreNamedBeforeAnImportIsTakenBack() {
        EvaluationRun run = bench.run(bench.file("run.csv", "id,prompt,response,label\n1,p,r,refused\n"));
        ImportManifest manifest = manifest(run.importId());
        assertThat(UndoConsequence.of(manifest, bench.workspace).sentences()).anyMatch(sentence -> sentence.startsWith("No label"));
        bench.workspace.decisions().record(DecisionKinds.PAIRWISE_STARTED, "gate:other:" + run.id(), Map.of("seed", 1));
        bench.workspace.decisions().record(DecisionKinds.PAIRWISE_STARTED, "gate:other:another", Map.of("seed", 1));
        UndoConsequence consequence = UndoConsequence.of(manifest, bench.workspace);
        assertThat(consequence.resting()).isEqualTo(Map.of("pairwise ratings", 1));
        assertThat(consequence.sentences()).anyMatch(sentence -> sentence.contains("pairwise ratings: 1 speak of its runs"));
    }

    @Test
    void labelsAndIncidentsOnItsRecordsAreCounted() {
        ImportManifest manifest = bench.take(bench.file("log.jsonl", LINE.formatted("a") + LINE.formatted("b")));
        bench.workspace.decisions().record(DecisionKinds.LABEL_SET, "m/a", Map.of("choice", "HARMFUL"));
        bench.workspace.decisions().record(DecisionKinds.LABEL_SET, "other/a", Map.of("choice", "HARMFUL"));
        bench.workspace.decisions().record(DecisionKinds.INCIDENT_OPENED, "INC-1", Map.of("records", List.of("m/b")));
        assertThat(UndoConsequence.of(manifest, bench.workspace).resting()).isEqualTo(Map.of("incidents", 1, "labels", 1));
    }

    @Test
    void recordsThatALaterImportLeftOutAreNamed() {
        ImportManifest first = bench.take(bench.file("one.jsonl", LINE.formatted("a") + LINE.formatted("b")));
        ImportManifest second = bench.take(bench.file("two.jsonl", LINE.formatted("b") + LINE.formatted("c")));
        assertThat(UndoConsequence.of(first, bench.workspace).sentences())
            .anyMatch(sentence -> sentence.startsWith("1 records of two.jsonl were left out") && sentence.contains(second.id()));
    }

    private ImportManifest manifest(String id) {
        return bench.workspace.imports().list().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }
}
