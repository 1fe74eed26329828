package io.plumbline.imports;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Progress;
import io.plumbline.domain.Sample;
import io.plumbline.domain.Verdict;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A real workspace in a temporary folder with an import service on it. */
final class ImportBench implements AutoCloseable {

    static final Path SAMPLES = Path.of("sample-data");
    static final Path FILES = Path.of("src/test/resources/imports");

    final Workspace workspace;
    final ImportService service;
    private final Path folder;

    ImportBench(Path folder) {
        this.folder = folder;
        this.workspace = Workspaces.open(folder.resolve("workspace"), "Reviewer A");
        this.service = new WorkspaceImportService(workspace);
    }

    ImportManifest take(Path file) {
        return service.importFile(ImportRequest.of(file), Progress.NONE);
    }

    /** Imports a file with one run and returns that. */
    EvaluationRun run(Path file) {
        String id = take(file).id();
        return workspace.runs().list().stream().filter(run -> run.importId().equals(id)).findFirst().orElseThrow();
    }

    List<Sample> samples(EvaluationRun run) {
        return workspace.runs().samples(run.id());
    }

    long count(EvaluationRun run, String judge, Verdict verdict) {
        return samples(run).stream().map(s -> s.judgementOf(judge)).flatMap(Optional::stream).map(Judgement::verdict)
            .filter(v -> v == verdict).count();
    }

    List<MeasuredRecord> records() {
        return workspace.log().page(LogFilter.everything(), 0, 1000);
    }

    Path file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Path file(String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        workspace.close();
    }
}
