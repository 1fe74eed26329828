package io.plumbline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.detection.RulesApplication;
import io.plumbline.detection.SignalDesk;
import io.plumbline.domain.Feedback;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.LogRecord;
import io.plumbline.signals.MeasuringDepth;
import io.plumbline.signals.RecordMeasurer;
import io.plumbline.signals.policy.ContentPolicy;
import io.plumbline.signals.policy.HarmCategory;
import io.plumbline.signals.policy.PolicyRule;
import io.plumbline.store.Imports;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import io.plumbline.ui.common.SameThreadTaskRunner;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyModelTest {

    private final List<Throwable> failures = new ArrayList<>();

    @TempDir
    private Path directory;

    @Test
    void aPersonLooksThenAppliesAndSeesWhatHappened() {
        try (Workspace workspace = Workspaces.open(directory, "Reviewer A")) {
            importOne(workspace);
            new SignalDesk(workspace.decisions()).save(new ContentPolicy("p1", 0, "Rivals", "", HarmCategory.OTHER, ContentPolicy.State.IN_FORCE,
                List.of(new PolicyRule.Terms(PolicyRule.Where.RESPONSE, List.of("acme")))));
            ApplyModel model = new ApplyModel(workspace, new SameThreadTaskRunner(), failures::add);
            model.preview();
            assertThat(failures).isEmpty();
            assertThat(model.counted().get().orElseThrow().sentence()).isEqualTo("1 of 1 stored records would change: 1 flags come, 0 go, 0 are renewed.");
            model.apply();
            assertThat(model.counted().get().orElseThrow().sentence()).startsWith("1 of 1 stored records changed:");
            assertThat(model.last().get().orElseThrow().state()).isEqualTo(RulesApplication.State.APPLIED);
            model.preview();
            assertThat(model.counted().get().orElseThrow().sentence()).startsWith("The flags of all 1 stored records are as");
            model.forget();
            assertThat(model.counted().get()).isEmpty();
        }
    }

    private static void importOne(Workspace workspace) {
        LogRecord log = new LogRecord("r", Instant.parse("2026-07-01T00:00:00Z"), "bot", "", "", 0, "", "en", "benign", "", "Which?", "Take Acme.", "", -1, -1, -1,
            Optional.empty(), Double.NaN, "", "", 1, Feedback.NONE);
        try (Imports.Writer writer = workspace.imports().begin(ImportKind.LOG, "log.jsonl", "abc")) {
            writer.addRecords(List.of(new RecordMeasurer().session(workspace.policy(), MeasuringDepth.EVERYTHING).measure(log)));
            writer.commit(new ImportManifest(writer.importId(), "log.jsonl", ImportKind.LOG, "log", "", "bot", "abc", 1, 1, 0, 0, 0, Instant.EPOCH, 1, "Reviewer A"));
        }
    }
}
