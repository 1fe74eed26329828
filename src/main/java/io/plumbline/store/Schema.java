package io.plumbline.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The steps by which the tables of a workspace became what they are. Flyway takes an older workspace through those it lacks; a workspace
 * that is new or up to date, as nearly every one is, is spared the half second that Flyway needs to find that out. The history is kept as
 * Flyway keeps it, so that either can go on where the other left off.
 */
final class Schema {

    static final String FOLDER = "io/plumbline/store/migrations";
    /** Every script of the folder, in the order of versions. */
    static final List<Step> STEPS = List.of(new Step("1", "workspace"), new Step("15", "purpose of runs"), new Step("16", "import remarks"),
        new Step("30", "log segments"), new Step("41", "answer tables"));
    private static final int NO_SUCH_TABLE = 42102;
    private static final int NO_TABLES_AT_ALL = 42104;

    private Schema() {
    }

    /** Whether every step was taken, and no other. */
    static boolean isCurrent(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
             ResultSet taken = statement.executeQuery("""
                 select "version", "success" from "flyway_schema_history" where "version" is not null order by "installed_rank"
                 """)) {
            int at = 0;
            while (taken.next()) {
                if (at >= STEPS.size() || !STEPS.get(at).version.equals(taken.getString(1)) || !taken.getBoolean(2)) {
                    return false;
                }
                at++;
            }
            return at == STEPS.size();
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_TABLE || e.getErrorCode() == NO_TABLES_AT_ALL) {
                return false;
            }
            throw e;
        }
    }

    /** Takes every step in a database that is empty. */
    static void create(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                create table "flyway_schema_history" ("installed_rank" int not null, "version" varchar(50), "description" varchar(200) not null,
                    "type" varchar(20) not null, "script" varchar(1000) not null, "checksum" int, "installed_by" varchar(100) not null,
                    "installed_on" timestamp not null default current_timestamp, "execution_time" int not null, "success" boolean not null);
                alter table "flyway_schema_history" add constraint "flyway_schema_history_pk" primary key ("installed_rank");
                create index "flyway_schema_history_s_idx" on "flyway_schema_history" ("success");
                insert into "flyway_schema_history" values (-1, null, '<< Flyway Schema History table created >>', 'TABLE', '', null,
                    current_user, default, 0, true);""");
            int rank = 1;
            for (Step step : STEPS) {
                String script = step.read();
                long start = System.nanoTime();
                statement.execute(script);
                note(connection, rank++, step, checksum(script), (int) ((System.nanoTime() - start) / 1_000_000));
            }
        }
    }

    private static void note(Connection connection, int rank, Step step, int checksum, int millis) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement("""
            insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "installed_by",
                "execution_time", "success") values (?, ?, ?, 'SQL', ?, ?, ?, ?, true)""")) {
            row.setInt(1, rank);
            row.setString(2, step.version);
            row.setString(3, step.description);
            row.setString(4, step.script());
            row.setInt(5, checksum);
            row.setString(6, connection.getMetaData().getUserName());
            row.setInt(7, millis);
            row.executeUpdate();
        }
    }

    /** Flyway's own: CRC-32 of the lines without what ends them. */
    private static int checksum(String script) {
        CRC32 sum = new CRC32();
        script.lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }

    /** One script. */
    record Step(String version, String description) {

        String script() {
            return "V" + version + "__" + description.replace(' ', '_') + ".sql";
        }

        private String read() throws IOException {
            String path = "/" + FOLDER + "/" + script();
            try (InputStream in = Schema.class.getResourceAsStream(path)) {
                if (in == null) {
                    throw new IOException("the program lacks " + path);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
