package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {

    @TempDir
    Path directory;

    private String url(String name) {
        return "jdbc:h2:file:" + directory.resolve(name).toAbsolutePath();
    }

    private Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(url(name), "plumbline", "");
    }

    private Flyway flyway(String name) {
        return Flyway.configure().dataSource(url(name), "plumbline", "").locations("classpath:" + Schema.FOLDER)
            .loggers(MigrationLog.class.getName()).load();
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.append(found.getString(column)).append('|');
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    @Test
    void aNewWorkspaceHasTheTablesAndTheHistoryThatFlywayWouldGiveIt() throws Exception {
        flyway("theirs").migrate();
        try (Connection ours = connect("ours"); Connection theirs = connect("theirs")) {
            Schema.create(ours);
            for (String query : List.of(
                "select table_name, column_name, ordinal_position, column_default, is_nullable, data_type, character_maximum_length, is_identity "
                    + "from information_schema.columns where table_schema = 'PUBLIC' order by table_name, ordinal_position",
                "select table_name, index_name, column_name, ordinal_position from information_schema.index_columns "
                    + "where table_schema = 'PUBLIC' and index_name not like 'PRIMARY_KEY%' and index_name not like 'CONSTRAINT%' order by 1, 2, 4",
                "select table_name, constraint_type from information_schema.table_constraints where table_schema = 'PUBLIC' order by 1, 2",
                "select \"installed_rank\", \"version\", \"description\", \"type\", \"script\", \"checksum\", \"installed_by\", \"success\" "
                    + "from \"flyway_schema_history\" order by 1")) {
                assertThat(rows(ours, query)).isEqualTo(rows(theirs, query)).isNotEmpty();
            }
        }
    }

    @Test
    void flywayFindsNothingToDoAndNothingAmissInANewWorkspace() throws Exception {
        try (Connection ours = connect("ours")) {
            Schema.create(ours);
        }
        assertThat(flyway("ours").info().pending()).isEmpty();
        assertThat(flyway("ours").validateWithResult().validationSuccessful).isTrue();
    }

    @Test
    void everyScriptIsAStep() {
        assertThat(flyway("none").info().all()).extracting(MigrationInfo::getScript)
            .containsExactlyElementsOf(Schema.STEPS.stream().map(Schema.Step::script).toList());
    }

    @Test
    void aDatabaseWithFewerOrMoreStepsIsNotCurrent() throws Exception {
        try (Connection ours = connect("ours"); Statement statement = ours.createStatement()) {
            assertThat(Schema.isCurrent(ours)).isFalse();
            Schema.create(ours);
            assertThat(Schema.isCurrent(ours)).isTrue();
            statement.execute("update \"flyway_schema_history\" set \"version\" = '31' where \"version\" = '30'");
            assertThat(Schema.isCurrent(ours)).isFalse();
            statement.execute("delete from \"flyway_schema_history\" where \"version\" = '31'");
            assertThat(Schema.isCurrent(ours)).isFalse();
        }
        assertThat(Files.exists(directory.resolve("ours.mv.db"))).isTrue();
    }
}
