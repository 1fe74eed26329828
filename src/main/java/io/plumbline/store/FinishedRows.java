package io.plumbline.store;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** Copies what belongs to finished imports, and everything that belongs to none, from one database into a fresh one, in order of the keys. */
final class FinishedRows {

    private static final long STEP_BYTES = 8 << 20;
    private static final int STEP_ROWS = 2000;
    private static final String FINISHED = "(select import_no from file_import where status in ('DONE', 'AGAIN'))";

    private final Jdbi from;
    private final Jdbi to;

    FinishedRows(Jdbi from, Jdbi to) {
        this.from = from;
        this.to = to;
    }

    /** Files of imports in a state in which no finished import is. */
    static List<String> unfinished(Jdbi database, String status) {
        return database.withHandle(handle -> handle.createQuery("select file from file_import where status = :status order by import_no")
            .bind("status", status).mapTo(String.class).list());
    }

    void copy() throws SQLException {
        from.useHandle(source -> {
            for (String table : tables(source.getConnection())) {
                copy(source.getConnection(), table);
            }
        });
        to.useTransaction(handle -> handle.execute("checkpoint sync"));
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getTables(null, "PUBLIC", null, new String[] {"BASE TABLE", "TABLE"})) {
            while (rows.next()) {
                if (!rows.getString("TABLE_NAME").equals("flyway_schema_history")) {
                    tables.add(rows.getString("TABLE_NAME"));
                }
            }
        }
        return tables;
    }

    private void copy(Connection source, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        String identity = "";
        DatabaseMetaData data = source.getMetaData();
        try (ResultSet rows = data.getColumns(null, "PUBLIC", table, null)) {
            while (rows.next()) {
                columns.add(rows.getString("COLUMN_NAME"));
                identity = rows.getString("IS_AUTOINCREMENT").equals("YES") ? rows.getString("COLUMN_NAME") : identity;
            }
        }
        Map<Integer, String> key = new TreeMap<>();
        try (ResultSet rows = data.getPrimaryKeys(null, "PUBLIC", table)) {
            while (rows.next()) {
                key.put(rows.getInt("KEY_SEQ"), quoted(rows.getString("COLUMN_NAME")));
            }
        }
        String names = String.join(", ", columns.stream().map(FinishedRows::quoted).toList());
        String select = "select " + names + " from " + quoted(table) + " where " + finished(columns)
            + (key.isEmpty() ? "" : " order by " + String.join(", ", key.values()));
        String insert = "insert into " + quoted(table) + " (" + names + ") " + (identity.isEmpty() ? "" : "overriding system value ")
            + "values (" + "?, ".repeat(columns.size() - 1) + "?)";
        to.useTransaction(handle -> handle.execute("delete from " + quoted(table)));
        try (Statement statement = source.createStatement(); ResultSet rows = statement.executeQuery(select)) {
            boolean more = rows.next();
            while (more) {
                more = to.inTransaction(handle -> copyStep(rows, columns.size(), handle.getConnection(), insert));
            }
        }
        if (!identity.isEmpty()) {
            restart(table, identity);
        }
    }

    private static String finished(List<String> columns) {
        if (columns.contains("IMPORT_NO")) {
            return "import_no in " + FINISHED;
        }
        return columns.contains("RUN_NO") ? "run_no in (select run_no from evaluation_run where import_no in " + FINISHED + ")" : "true";
    }

    /** Copies rows from the present one on; returns whether there are more. */
    private static boolean copyStep(ResultSet rows, int columns, Connection target, String insert) throws SQLException {
        long bytes = 0;
        boolean more = true;
        try (PreparedStatement row = target.prepareStatement(insert)) {
            for (int count = 0; more && count < STEP_ROWS && bytes < STEP_BYTES; count++) {
                for (int column = 1; column <= columns; column++) {
                    Object value = rows.getObject(column);
                    bytes += value instanceof byte[] content ? content.length : 0;
                    row.setObject(column, value);
                }
                row.executeUpdate();
                more = rows.next();
            }
        }
        return more;
    }

    private void restart(String table, String identity) {
        to.useTransaction(handle -> {
            long next = handle.createQuery("select coalesce(max(" + quoted(identity) + "), 0) + 1 from " + quoted(table)).mapTo(Long.class).one();
            handle.execute("alter table " + quoted(table) + " alter column " + quoted(identity) + " restart with " + next);
        });
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
