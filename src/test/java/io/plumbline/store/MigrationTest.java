package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.LogFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace of the version that stored the log as rows. */
class MigrationTest {

    @TempDir
    Path directory;

    private void makeOldWorkspace() throws Exception {
        Workspaces.open(directory, "Reviewer A").close();
        Files.delete(directory.resolve("workspace.mv.db"));
        String url = "jdbc:h2:file:" + directory.toRealPath().resolve("workspace");
        Flyway.configure().dataSource(url, "plumbline", "").locations("classpath:io/plumbline/store/migrations").target("16")
            .loggers(MigrationLog.class.getName()).load().migrate();
        try (Connection connection = DriverManager.getConnection(url, "plumbline", ""); Statement statement = connection.createStatement()) {
            statement.execute("""
                insert into file_import (id, status, kind, file, sha256, first_seq, last_seq, format, profile, model, bytes, records, rejected,
                                         duplicates, canaries, started, seconds, imported_by)
                values ('imp-1', 'DONE', 'LOG', 'old.jsonl', 'sha-of-old.jsonl', 1, 1, 'jsonl', '', 'm', 1, 1, 0, 0, 0, '2026-01-01T00:00:00Z', 1, 'A'),
                       ('imp-2', 'DONE', 'RUN', 'run.json', 'sha-of-run', 2, 1, 'inspect', '', 'm', 1, 1, 0, 0, 0, '2026-01-01T00:00:00Z', 1, 'A')""");
            statement.execute("insert into setting values ('kept', 'yes')");
            statement.execute("shutdown");
        }
    }

    @Test
    void logsStoredAsRowsAreToBeImportedAgainAndEverythingElseStays() throws Exception {
        makeOldWorkspace();
        try (H2Workspace workspace = Workspaces.open(directory, "Reviewer A")) {
            assertThat(workspace.notices()).singleElement().asString().contains("old.jsonl").contains("Import the file again");
            assertThat(workspace.imports().list()).extracting(ImportManifest::file).containsExactly("run.json");
            assertThat(workspace.settings().get("kept")).contains("yes");
            assertThat(workspace.imports().findByHash("sha-of-old.jsonl")).isEmpty();
            Records.importLog(workspace, "old.jsonl", Records.records(0, 10));
        }
        try (H2Workspace workspace = Workspaces.open(directory, "Reviewer A")) {
            assertThat(workspace.notices()).isEmpty();
            assertThat(workspace.log().count(LogFilter.everything())).isEqualTo(10);
        }
    }

    @Test
    void theDatabaseIsCopiedBeforeItIsChanged() throws Exception {
        makeOldWorkspace();
        long size = Files.size(directory.resolve("workspace.mv.db"));
        Workspaces.open(directory, "Reviewer A").close();
        assertThat(directory.resolve("before-migration-from-16.mv.db")).exists().satisfies(copy ->
            assertThat(Files.size(copy)).isGreaterThanOrEqualTo(size));
        Files.delete(directory.resolve("before-migration-from-16.mv.db"));
        Workspaces.open(directory, "Reviewer A").close();
        assertThat(directory.resolve("before-migration-from-16.mv.db")).as("nothing was due").doesNotExist();
    }
}
