package io.plumbline.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.ImportKind;
import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.Progress;
import io.plumbline.imports.ImportRequest;
import io.plumbline.imports.WorkspaceImportService;
import io.plumbline.signals.topic.Topic;
import io.plumbline.signals.topic.TopicModel;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that name no topic, imported one after the other into a real workspace. */
class StoredTopicsTest {

    private static final String[] ABOUT = {"pay the monthly invoice", "change the delivery address", "prune tomatoes in the garden",
        "renew a passport abroad"};

    @TempDir
    private Path folder;
    private Workspace workspace;
    private StoredTopics topics;

    @BeforeEach
    void open() {
        workspace = Workspaces.open(folder.resolve("w"), "Reviewer A");
        topics = new StoredTopics(workspace);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    /** @param about how many of the things people ask about, from the first on */
    private void importLog(String name, int from, int records, int about, String topic) throws IOException {
        SplittableRandom random = new SplittableRandom(from);
        StringBuilder log = new StringBuilder();
        for (int i = from; i < from + records; i++) {
            log.append("{\"id\":%d,\"ts\":\"%s\",\"model\":\"bot\",\"category\":\"benign\",%s\"prompt\":\"How can I %s?\",\"response\":\"Gladly.\",\"refused\":false}%n"
                .formatted(i, Instant.parse("2026-05-01T00:00:00Z").plusSeconds(600L * i), topic.isEmpty() ? "" : "\"topic\":\"" + topic + "\",",
                    ABOUT[random.nextInt(about)]));
        }
        new WorkspaceImportService(workspace).importFile(ImportRequest.of(Files.writeString(folder.resolve(name + ".jsonl"), log)).as(ImportKind.LOG),
            Progress.NONE);
    }

    private List<String> names() {
        return workspace.log().names(LogDimension.TOPIC, LogFilter.everything());
    }

    private Set<String> ids() {
        return new SavedTopics(workspace.settings()).model().map(TopicModel::topics).orElse(List.of()).stream().map(Topic::label)
            .collect(Collectors.toSet());
    }

    @Test
    void aFewRecordsTeachNothingAndEnoughOfThemAModelThatStoredRecordsGet() throws IOException {
        importLog("a", 0, 300, 3, "");
        assertThat(topics.due()).isEqualTo(StoredTopics.Due.NOTHING);

        importLog("b", 300, 2_000, 3, "");
        assertThat(topics.due()).isEqualTo(StoredTopics.Due.LEARN);
        assertThat(topics.bringUpToDate(Progress.NONE)).isEqualTo(2_300);
        assertThat(names()).hasSize(3).containsExactlyInAnyOrderElementsOf(ids());
        assertThat(topics.due()).isEqualTo(StoredTopics.Due.NOTHING);
    }

    @Test
    void theNextImportGetsTopicsOfTheSameIdsAtOnce() throws IOException {
        importLog("a", 0, 2_000, 3, "");
        topics.bringUpToDate(Progress.NONE);
        List<String> before = names();

        importLog("b", 2_000, 500, 3, "");
        assertThat(names()).isEqualTo(before);
        assertThat(topics.due()).isEqualTo(StoredTopics.Due.NOTHING);
    }

    @Test
    void whatManyAskAboutThatFitsNoTopicGetsATopicOfItsOwnAndTheOthersKeepTheirs() throws IOException {
        importLog("a", 0, 2_000, 3, "");
        topics.bringUpToDate(Progress.NONE);
        Set<String> before = ids();

        importLog("b", 2_000, 1_500, 4, "");
        assertThat(topics.due()).isEqualTo(StoredTopics.Due.LEARN);
        topics.bringUpToDate(Progress.NONE);
        assertThat(ids()).hasSize(4).containsAll(before);
        assertThat(names()).containsExactlyInAnyOrderElementsOf(ids());
        assertThat(topics.due()).isEqualTo(StoredTopics.Due.NOTHING);
    }

    @Test
    void topicsOfTheLogAreNeverReplaced() throws IOException {
        importLog("a", 0, 2_000, 3, "support");
        assertThat(topics.due()).isEqualTo(StoredTopics.Due.NOTHING);
        importLog("b", 2_000, 2_000, 3, "");
        topics.bringUpToDate(Progress.NONE);
        assertThat(names()).hasSize(4).contains("support");
        assertThat(workspace.log().count(LogFilter.everything().with(LogDimension.TOPIC, Set.of("support")))).isEqualTo(2_000);
    }

    @Test
    void recordsAreFoundByTheTopicTheyWereGivenWhileWhatTheLogSaidStays() throws IOException {
        importLog("a", 0, 2_000, 3, "");
        topics.bringUpToDate(Progress.NONE);
        String topic = names().get(0);
        assertThat(workspace.log().page(LogFilter.everything().with(LogDimension.TOPIC, Set.of(topic)), 0, 10)).hasSize(10)
            .allSatisfy(record -> assertThat(record.topic()).isEqualTo(topic)).allSatisfy(record -> assertThat(record.record().topic()).isEmpty());
    }

    @Test
    void whatWasLearntAndNotAssignedIsAssignedLater() throws IOException {
        importLog("a", 0, 2_000, 3, "");
        new TopicScan(workspace.log(), workspace.policy(), workspace.decisions(), workspace.settings()).learn(Progress.NONE);
        assertThat(topics.due()).isEqualTo(StoredTopics.Due.ASSIGN);
        assertThat(topics.bringUpToDate(Progress.NONE)).isEqualTo(2_000);
    }
}
