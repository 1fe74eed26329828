package io.plumbline.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.Progress;
import io.plumbline.imports.ImportRequest;
import io.plumbline.imports.WatchedFolder;
import io.plumbline.imports.WorkspaceImportService;
import io.plumbline.reference.ReferenceSet;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import io.plumbline.ui.common.SameThreadTaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsAndLabelMaterialTest {

    @TempDir
    Path folder;

    @Test
    void dataSaysHowMuchOfABenchmarkARunHoldsAndListsLabelMaterialApart() throws IOException {
        try (Workspace workspace = Workspaces.open(folder.resolve("workspace"), "Reviewer A")) {
            take(workspace, "artifact.json", "{\"parameters\":{\"model\":\"m\"},\"jailbreaks\":[{\"behavior\":\"Defamation\",\"category\":"
                + "\"Harassment/Discrimination\",\"prompt\":\"p\",\"response\":\"r\",\"jailbroken\":false}]}");
            take(workspace, "prompts.json", "[{\"instruction\":\"i\",\"category\":\"c\"}]");
            WatchedFolder watched = new WatchedFolder(workspace.settings(), new WorkspaceImportService(workspace), Clock.systemUTC());
            DataModel model = new DataModel(workspace, watched, new SameThreadTaskRunner(), failure -> {
                throw new AssertionError(failure);
            });
            model.refresh();
            List<EvaluationRun> runs = model.reading().get().runs();
            Map<String, String> coverage = new HashMap<>();
            model.readCoverage(runs, coverage::putAll);
            List<ReferenceSet> sets = new ArrayList<>();
            model.readLabelMaterial(sets::addAll);
            assertThat(coverage).hasSize(1);
            assertThat(coverage.get(runs.get(0).id())).startsWith("1 of 100 prompts of JailbreakBench");
            assertThat(sets).singleElement().satisfies(set -> assertThat(set.name()).isEqualTo("prompts"));
        }
    }

    private void take(Workspace workspace, String name, String content) throws IOException {
        new WorkspaceImportService(workspace).importFile(ImportRequest.of(Files.writeString(folder.resolve(name), content)), Progress.NONE);
    }
}
