package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.ImportKind;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageCacheTest {

    @TempDir
    Path directory;

    private static String megabytes(Jdbi database) {
        return database.withHandle(handle -> handle.createQuery(
            "select setting_value from information_schema.settings where setting_name = 'info.CACHE_MAX_SIZE'").mapTo(String.class).one());
    }

    @Test
    void takesTheSizeThatIsSet() throws SQLException {
        try (WorkspaceDatabase database = WorkspaceDatabase.open(directory.resolve("workspace"))) {
            assertThat(megabytes(database.jdbi())).isEqualTo("128");
            database.jdbi().useHandle(PageCache.SMALL::set);
            assertThat(megabytes(database.jdbi())).isEqualTo("8");
            database.jdbi().useHandle(PageCache.USUAL::set);
            assertThat(megabytes(database.jdbi())).isEqualTo("128");
        }
    }

    @Test
    void anotherImportMayBeginAfterOneThatWasGivenUp() {
        try (H2Workspace workspace = Workspaces.open(directory, "Reviewer A")) {
            workspace.imports().begin(ImportKind.LOG, "a.jsonl", "").close();
            workspace.imports().begin(ImportKind.LOG, "b.jsonl", "").close();
            assertThat(workspace.imports().list()).isEmpty();
        }
    }
}
