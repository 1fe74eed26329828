package io.plumbline.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;

/** What a safety engineer would do with DuckDB: load a log with two threads, then ask for rate and 95th percentile by day and category. */
public final class DuckDbLog {

    private static final String LOAD = "CREATE TABLE log AS SELECT * FROM read_json('%s', format='newline_delimited', columns={id:'BIGINT',"
        + "ts:'TIMESTAMP',user_hash:'VARCHAR',category:'VARCHAR',prompt:'VARCHAR',response:'VARCHAR',refused:'BOOLEAN',toxicity:'DOUBLE'})";
    private static final String QUERY = "SELECT CAST(ts AS DATE) d, category, count(*) n, avg(CASE WHEN refused THEN 1.0 ELSE 0 END) rate, "
        + "quantile_cont(toxicity,0.95) p95 FROM log GROUP BY 1,2 ORDER BY 1,2";

    private DuckDbLog() {
    }

    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + arguments[1]); Statement statement = connection.createStatement()) {
            statement.execute("SET threads=2");
            long start = System.nanoTime();
            statement.execute(LOAD.formatted(arguments[0]));
            statement.execute("CHECKPOINT");
            double load = (System.nanoTime() - start) / 1e9;
            double[] millis = new double[3];
            int rows = 0;
            for (int i = 0; i < millis.length; i++) {
                long asked = System.nanoTime();
                rows = 0;
                try (ResultSet answer = statement.executeQuery(QUERY)) {
                    while (answer.next()) {
                        rows++;
                    }
                }
                millis[i] = (System.nanoTime() - asked) / 1e6;
            }
            double asking = Arrays.stream(millis).sum() / 1000;
            Arrays.sort(millis);
            System.out.printf(Locale.ROOT, "{\"loadSeconds\":%.3f,\"querySeconds\":%.3f,\"queryMillis\":%.3f,\"rows\":%d}%n", load, asking, millis[1], rows);
        }
    }
}
