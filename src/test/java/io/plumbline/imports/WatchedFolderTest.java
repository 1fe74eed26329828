package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.InputException;
import io.plumbline.domain.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFolderTest {

    private static final String LINE = "{\"id\":%d,\"ts\":\"2026-05-01T00:00:00Z\",\"model\":\"m\",\"prompt\":\"p\",\"response\":\"r\"}\n";

    @TempDir
    private Path folder;
    private Path dropped;
    private ImportBench bench;
    private final HandClock clock = new HandClock();
    private WatchedFolder watched;

    @BeforeEach
    void open() throws IOException {
        bench = new ImportBench(folder);
        dropped = Files.createDirectory(folder.resolve("exports"));
        watched = new WatchedFolder(bench.workspace.settings(), bench.service, clock);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void isOffUntilAFolderIsNamed() throws IOException {
        Files.writeString(dropped.resolve("log.jsonl"), LINE.formatted(1));
        lookTwice();
        assertThat(watched.path()).isEmpty();
        assertThat(watched.ready()).isEmpty();
        assertThatThrownBy(() -> watched.watch(folder.resolve("nowhere"), "", "")).isInstanceOf(InputException.class);
    }

    @Test
    void aFileIsTakenOnceItHasStoppedGrowing() throws IOException {
        watched.watch(dropped, "", "");
        Path log = Files.writeString(dropped.resolve("log.jsonl"), LINE.formatted(1));
        assertThat(watched.ready()).isEmpty();
        Files.writeString(log, LINE.formatted(2), StandardOpenOption.APPEND);
        clock.pass(Duration.ofSeconds(10));
        assertThat(watched.ready()).as("it has grown since the last look").isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(watched.ready()).as("too short a pause").isEmpty();
        clock.pass(Duration.ofSeconds(10));
        assertThat(watched.ready()).containsExactly(log);
        assertThat(watched.take(log, Progress.NONE).outcome()).isEqualTo(WatchedFolder.Outcome.IMPORTED);
        assertThat(bench.records()).hasSize(2);
        assertThat(lookTwice()).as("it is not taken again").isEmpty();
    }

    @Test
    void whatIsAppendedLaterComesInWithoutDuplicates() throws IOException {
        watched.watch(dropped, "", "");
        Path log = Files.writeString(dropped.resolve("log.jsonl"), LINE.formatted(1));
        lookTwice().forEach(file -> watched.take(file, Progress.NONE));
        Files.writeString(log, LINE.formatted(2), StandardOpenOption.APPEND);
        lookTwice().forEach(file -> watched.take(file, Progress.NONE));
        assertThat(bench.records()).hasSize(2);
        assertThat(watched.taken()).singleElement().satisfies(taken -> assertThat(taken.sentence()).contains("1 duplicates"));
    }

    @Test
    void aFileThatCannotBeUsedKeepsItsSentenceAndIsTriedAgainLater() throws IOException {
        watched.watch(dropped, "", "");
        Path notes = Files.writeString(dropped.resolve("notes.txt"), "nothing of interest\n");
        lookTwice().forEach(file -> watched.take(file, Progress.NONE));
        assertThat(watched.taken()).singleElement().satisfies(taken -> {
            assertThat(taken.outcome()).isEqualTo(WatchedFolder.Outcome.REFUSED);
            assertThat(taken.sentence()).contains("notes.txt");
        });
        assertThat(watched.ready()).isEmpty();
        clock.pass(Duration.ofMinutes(2));
        assertThat(watched.ready()).containsExactly(notes);
    }

    @Test
    void hiddenAndUnfinishedFilesAreLeftAlone() throws IOException {
        watched.watch(dropped, "", "");
        for (String name : new String[] {".hidden.jsonl", "log.jsonl.part", "log.jsonl.crdownload", "log.jsonl~"}) {
            Files.writeString(dropped.resolve(name), LINE.formatted(1));
        }
        Files.createDirectory(dropped.resolve("older"));
        assertThat(lookTwice()).isEmpty();
    }

    @Test
    void theModelAndMappingOfTheFolderAreUsed() throws IOException {
        watched.watch(dropped, "bot-7", "");
        Files.writeString(dropped.resolve("log.csv"), "time,user,prompt,response\n2026-05-01T00:00:00Z,u,p,r\n");
        lookTwice().forEach(file -> watched.take(file, Progress.NONE));
        assertThat(bench.workspace.imports().list()).singleElement().satisfies(m -> assertThat(m.model()).isEqualTo("bot-7"));
    }

    private java.util.List<Path> lookTwice() {
        watched.ready();
        clock.pass(Duration.ofSeconds(10));
        return watched.ready();
    }

    /** Time passes when the test says so. */
    private static final class HandClock extends Clock {

        private Instant now = Instant.parse("2026-05-01T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
