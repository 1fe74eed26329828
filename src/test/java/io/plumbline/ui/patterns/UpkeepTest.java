package io.plumbline.ui.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.Progress;
import io.plumbline.imports.ImportRequest;
import io.plumbline.imports.WorkspaceImportService;
import io.plumbline.monitoring.WatchList;
import io.plumbline.signals.trigger.WatchKind;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import io.plumbline.ui.common.SameThreadTaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is brought up to date behind the window's back, here on one thread. */
class UpkeepTest {

    @TempDir
    private Path folder;

    @Test
    void storedRecordsFollowEachChangeOfTheWatchListOnce() throws IOException {
        try (Workspace workspace = Workspaces.open(folder.resolve("w"), "Reviewer A");
             Upkeep upkeep = new Upkeep(workspace, new SameThreadTaskRunner(), failure -> {
                 throw new AssertionError(failure);
             }, Runnable::run, Runnable::run, () -> { })) {
            new WorkspaceImportService(workspace).importFile(ImportRequest.of(log()).as(ImportKind.LOG), Progress.NONE);
            WatchList list = new WatchList(workspace.decisions());
            list.add(WatchKind.LITERAL, "|go|", "");
            assertThat(triggers(workspace)).isEqualTo(20);
            list.remove("TRG-01", "");
            assertThat(triggers(workspace)).isZero();
            upkeep.look();
            assertThat(workspace.decisions().ofKinds(DecisionKinds.FLAGS_RESTATED)).hasSize(2);
        }
    }

    @Test
    void aLogThatNamesNoTopicsGetsThoseOfAModelOnceEnoughRecordsAreThere() throws IOException {
        try (Workspace workspace = Workspaces.open(folder.resolve("w"), "Reviewer A");
             Upkeep upkeep = new Upkeep(workspace, new SameThreadTaskRunner(), failure -> {
                 throw new AssertionError(failure);
             }, Runnable::run, Runnable::run, () -> { })) {
            String[] about = {"pay the monthly invoice", "prune tomatoes in the garden", "renew a passport abroad"};
            StringBuilder log = new StringBuilder();
            for (int i = 0; i < 2_100; i++) {
                log.append("{\"id\":%d,\"ts\":\"%s\",\"model\":\"bot\",\"category\":\"benign\",\"prompt\":\"How can I %s?\",\"response\":\"So.\",\"refused\":false}%n"
                    .formatted(i, Instant.parse("2026-05-04T00:00:00Z").plusSeconds(600L * i), about[i % 3]));
            }
            Path file = Files.writeString(folder.resolve("topics.jsonl"), log);
            new WorkspaceImportService(workspace).importFile(ImportRequest.of(file).as(ImportKind.LOG), Progress.NONE);
            assertThat(workspace.log().names(LogDimension.TOPIC, LogFilter.everything())).hasSize(3).noneMatch(String::isEmpty);
            upkeep.look();
        }
    }

    private static long triggers(Workspace workspace) {
        return workspace.log().flagged(LogFilter.everything()).stream().filter(r -> r.flags().stream().anyMatch(f -> f.kind() == FlagKind.TRIGGER)).count();
    }

    private Path log() throws IOException {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            log.append("{\"id\":%d,\"ts\":\"%s\",\"model\":\"bot\",\"category\":\"benign\",\"prompt\":\"say %s\",\"response\":\"Well.\",\"refused\":false}%n"
                .formatted(i, Instant.parse("2026-05-04T00:00:00Z").plusSeconds(1800L * i), i % 5 == 0 ? "|go|" : "on"));
        }
        return Files.writeString(folder.resolve("log.jsonl"), log);
    }
}
