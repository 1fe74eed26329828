package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectReplayTest {

    /** Two lines hold their time under another name than the rest. */
    private static final String LOG = """
        {"id":1,"ts":"2026-05-01T00:00:00Z","when":null,"model":"m","prompt":"p","response":"r"}
        {"id":2,"when":"2026-05-01T00:00:01Z","model":"m","prompt":"p","response":"r"}
        not a record at all
        {"id":4,"when":"2026-05-01T00:00:03Z","model":"m","prompt":"p","response":"r"}
        """;

    @TempDir
    private Path folder;
    private ImportBench bench;
    private Path file;
    private ImportManifest first;

    @BeforeEach
    void open() {
        bench = new ImportBench(folder);
        file = bench.file("log.jsonl", LOG);
        first = bench.take(file);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void withACorrectedMappingTheRejectedLinesComeInAndNothingComesTwice() {
        assertThat(List.of(first.records(), first.rejected())).containsExactly(1L, 3L);
        ImportManifest replayed = bench.service.replayRejects(first.id(), ImportRequest.of(file).mappedBy(byWhen()), Progress.NONE);
        assertThat(List.of(replayed.records(), replayed.rejected(), replayed.duplicates())).containsExactly(2L, 1L, 0L);
        assertThat(bench.records()).extracting(r -> r.record().id()).containsExactly("1", "2", "4");
        assertThat(bench.workspace.imports().rejects(replayed.id(), 0, 10)).singleElement().satisfies(r -> assertThat(r.line()).isEqualTo(3));
        assertThat(replayed.remarks()).anyMatch(remark -> remark.contains(first.id()));
        assertThat(replayed.profile()).isEqualTo("by when");
    }

    @Test
    void theFileItselfStaysRecognised() {
        bench.service.replayRejects(first.id(), ImportRequest.of(file).mappedBy(byWhen()), Progress.NONE);
        assertThat(bench.take(file).id()).isEqualTo(first.id());
    }

    @Test
    void theReplayCanBeTakenBackByItself() {
        ImportManifest replayed = bench.service.replayRejects(first.id(), ImportRequest.of(file).mappedBy(byWhen()), Progress.NONE);
        bench.workspace.imports().undo(replayed.id(), Progress.NONE);
        assertThat(bench.records()).extracting(r -> r.record().id()).containsExactly("1");
    }

    @Test
    void aFileThatChangedSinceIsRefused() throws IOException {
        Files.writeString(file, LOG + "\n");
        assertThatThrownBy(() -> bench.service.replayRejects(first.id(), ImportRequest.of(file), Progress.NONE))
            .isInstanceOf(InputException.class).hasMessageContaining("bytes differ");
    }

    @Test
    void withTheSameMappingAllStayRejectedAndNothingIsLeftBehind() {
        assertThatThrownBy(() -> bench.service.replayRejects(first.id(), ImportRequest.of(file), Progress.NONE))
            .isInstanceOf(InputException.class).hasMessageContaining("3 records");
        assertThat(bench.workspace.imports().list()).hasSize(1);
    }

    @Test
    void whereTheFileLayIsKept() throws IOException {
        assertThat(bench.service.paths().of(first.id())).contains(file.toAbsolutePath());
        Files.delete(file);
        assertThat(bench.service.paths().of(first.id())).isEmpty();
    }

    private static MappingProfile byWhen() {
        return new MappingProfile("by when", ImportKind.LOG, new ColumnMapping(Map.of(MappedField.ID, "id", MappedField.TIME, "when",
            MappedField.MODEL, "model", MappedField.PROMPT, "prompt", MappedField.RESPONSE, "response"), Map.of(), List.of()));
    }
}
