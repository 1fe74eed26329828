package io.plumbline.store;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The production log as rows, with sums per day beside them that answer most questions. */
final class H2ProductionLog implements ProductionLog {

    private static final int SCAN_PAGE = 2000;
    private final Jdbi database;

    H2ProductionLog(Jdbi database) {
        this.database = database;
    }

    @Override
    public long count(LogFilter filter) {
        return database.withHandle(handle -> {
            LogCondition condition = LogCondition.onDays(filter, VisibleImports.of(handle));
            return condition.bind(handle.createQuery("select coalesce(sum(n), 0) from log_day where " + condition.sql()))
                .mapTo(Long.class).one();
        });
    }

    @Override
    public Optional<TimeRange> range(LogFilter filter) {
        return database.withHandle(handle -> {
            LogCondition condition = LogCondition.onDays(filter, VisibleImports.of(handle));
            return condition.bind(handle.createQuery("select min(first_micros) as first_micros, max(last_micros) as last_micros from log_day "
                + "where " + condition.sql() + " having count(*) > 0")).map((row, context) -> new TimeRange(
                    RecordTime.instant(row.getLong("first_micros"), 0), RecordTime.instant(row.getLong("last_micros"), 0))).findOne();
        });
    }

    @Override
    public List<String> harmCategories() {
        return distinct("category", "not canary and category not in ('', '" + LogRecord.BENIGN + "')");
    }

    @Override
    public List<String> models() {
        return distinct("model", "true");
    }

    private List<String> distinct(String column, String condition) {
        return database.withHandle(handle -> handle.createQuery("select distinct " + column + " from log_day where " + condition
            + " and import_no in (select import_no from file_import where status = 'DONE') order by 1").mapTo(String.class).list());
    }

    @Override
    public List<DailyCell> dailyCells(LogFilter filter) {
        return database.withHandle(handle -> {
            LogCondition condition = LogCondition.onDays(filter, VisibleImports.of(handle));
            return condition.bind(handle.createQuery("""
                select epoch_day, category, context, detector_version, sum(n) as n, sum(refused) as refused, sum(weight) as weight,
                       sum(weight_squared) as weight_squared, sum(weighted_refused) as weighted_refused
                from log_day where %s group by epoch_day, category, context, detector_version
                order by epoch_day, category, context, detector_version""".formatted(condition.sql())))
                .map((row, context) -> new DailyCell(LocalDate.ofEpochDay(row.getLong("epoch_day")), row.getString("category"),
                    row.getString("context"), row.getString("detector_version"), row.getLong("n"), row.getLong("refused"),
                    row.getDouble("weight"), row.getDouble("weight_squared"), row.getDouble("weighted_refused"))).list();
        });
    }

    @Override
    public Map<LocalDate, double[]> dailyValues(LogSignal signal, LogFilter filter) {
        Map<Long, DoubleStream.Builder> days = new TreeMap<>();
        eachValue(signal, filter, (micros, value) ->
            days.computeIfAbsent(RecordTime.epochDay(micros), day -> DoubleStream.builder()).add(value));
        Map<LocalDate, double[]> values = new LinkedHashMap<>();
        days.forEach((day, found) -> values.put(LocalDate.ofEpochDay(day), found.build().sorted().toArray()));
        return values;
    }

    @Override
    public double[] values(LogSignal signal, LogFilter filter) {
        DoubleStream.Builder found = DoubleStream.builder();
        eachValue(signal, filter, (micros, value) -> found.add(value));
        double[] values = found.build().toArray();
        Arrays.sort(values);
        return values;
    }

    private void eachValue(LogSignal signal, LogFilter filter, ValueConsumer each) {
        String column = switch (signal) {
            case TOXICITY -> "toxicity";
            case RESPONSE_TOKENS -> "completion_tokens";
            case LATENCY_MILLIS -> "latency_millis";
        };
        database.useHandle(handle -> {
            LogCondition condition = LogCondition.onRecords(filter, VisibleImports.of(handle));
            Query query = condition.bind(handle.createQuery("select time_micros, cast(" + column + " as double precision) from log_record where "
                + condition.sql()));
            query.scanResultSet((rows, context) -> {
                var row = rows.get();
                while (row.next()) {
                    double value = row.getDouble(2);
                    // Unknown is −1 for counts and NaN for scores; neither is a value.
                    if (value >= 0) {
                        each.accept(row.getLong(1), value);
                    }
                }
                return null;
            });
        });
    }

    @Override
    public long[] times(LogFilter filter) {
        return database.withHandle(handle -> {
            LogCondition condition = LogCondition.onRecords(filter, VisibleImports.of(handle));
            LongStream.Builder times = LongStream.builder();
            condition.bind(handle.createQuery("select time_micros from log_record where " + condition.sql())).scanResultSet((rows, context) -> {
                var row = rows.get();
                while (row.next()) {
                    times.add(Math.floorDiv(row.getLong(1), 1000L));
                }
                return null;
            });
            return times.build().sorted().toArray();
        });
    }

    @Override
    public List<MeasuredRecord> page(LogFilter filter, int offset, int limit) {
        return database.withHandle(handle -> {
            LogCondition condition = LogCondition.onRecords(filter, VisibleImports.of(handle));
            return condition.bind(handle.createQuery("select " + RecordRows.COLUMNS + " from (select * from log_record where "
                    + condition.sql() + " order by canary, time_micros, seq offset " + offset + " rows fetch next " + limit
                    + " rows only) r join log_text t on t.seq = r.seq left join log_flag f on f.seq = r.seq order by r.time_micros, r.seq"))
                .map((row, context) -> RecordRows.read(row)).list();
        });
    }

    @Override
    public void scan(LogFilter filter, Consumer<MeasuredRecord> each) {
        List<Long> imports = database.withHandle(VisibleImports::of);
        Position last = new Position(Long.MIN_VALUE, 0);
        while (true) {
            Position after = last;
            List<Placed> page = database.withHandle(handle -> {
                LogCondition condition = LogCondition.onRecords(filter, imports)
                    .and("time_micros >= ? and (time_micros > ? or seq > ?)", after.micros, after.micros, after.seq);
                return condition.bind(handle.createQuery("select " + RecordRows.COLUMNS + " from (select * from log_record where "
                        + condition.sql() + " order by canary, time_micros, seq fetch next " + SCAN_PAGE + " rows only) r "
                        + "join log_text t on t.seq = r.seq left join log_flag f on f.seq = r.seq order by r.time_micros, r.seq"))
                    .map((row, context) -> new Placed(new Position(row.getLong(1), row.getLong(29)), RecordRows.read(row))).list();
            });
            page.forEach(placed -> each.accept(placed.record));
            if (page.size() < SCAN_PAGE) {
                return;
            }
            last = page.get(page.size() - 1).position;
        }
    }

    @Override
    public List<FlaggedRecord> flagged(LogFilter filter) {
        return database.withHandle(handle -> {
            LogCondition condition = LogCondition.onRecords(filter, VisibleImports.of(handle));
            return condition.bind(handle.createQuery("""
                select r.model, r.record_id, r.time_micros, t.time_rest, r.category, f.flags
                from log_flag f join log_record r on r.seq = f.seq join log_text t on t.seq = f.seq
                where %s order by r.time_micros, r.seq""".formatted(condition.sql())))
                .map((row, context) -> new FlaggedRecord(row.getString(1) + "/" + row.getString(2), row.getString(2),
                    RecordTime.instant(row.getLong(3), row.getInt(4)), row.getString(5), FlagText.read(LongText.of(row.getArray(6))))).list();
        });
    }

    @Override
    public Optional<MeasuredRecord> find(String key) {
        List<MeasuredRecord> found = new ArrayList<>(database.withHandle(handle -> handle.createQuery("select " + RecordRows.COLUMNS
            + " from " + RecordRows.TABLES + " where r.key_hash = :hash and r.import_no in "
            + "(select import_no from file_import where status = 'DONE')").bind("hash", RecordKey.hash(key))
            .map((row, context) -> RecordRows.read(row)).list()));
        return found.stream().filter(record -> ProductionLog.keyOf(record).equals(key)).findFirst();
    }

    @FunctionalInterface
    private interface ValueConsumer {
        void accept(long micros, double value);
    }

    private record Position(long micros, long seq) {
    }

    private record Placed(Position position, MeasuredRecord record) {
    }
}
