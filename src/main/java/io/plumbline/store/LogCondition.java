package io.plumbline.store;

import io.plumbline.domain.CanarySelection;
import io.plumbline.domain.LogFilter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * A filter as a condition on records or on day sums. Finished imports are named in it one by one, so that an import that commits while a
 * long query walks on is seen whole or not at all.
 */
final class LogCondition {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private LogCondition(LogFilter filter, List<Long> imports) {
        sql.append("canary = ").append(filter.canaries() == CanarySelection.CANARIES_ONLY);
        among("import_no", imports);
        unlessEmpty("category", filter.categories());
        unlessEmpty("context", filter.contexts());
    }

    static LogCondition onRecords(LogFilter filter, List<Long> imports) {
        LogCondition condition = new LogCondition(filter, imports);
        filter.from().ifPresent(day -> condition.and("time_micros >= ?", RecordTime.startOf(day)));
        filter.to().ifPresent(day -> condition.and("time_micros < ?", RecordTime.startOf(day.plusDays(1))));
        return condition;
    }

    static LogCondition onDays(LogFilter filter, List<Long> imports) {
        LogCondition condition = new LogCondition(filter, imports);
        filter.from().map(LocalDate::toEpochDay).ifPresent(day -> condition.and("epoch_day >= ?", day));
        filter.to().map(LocalDate::toEpochDay).ifPresent(day -> condition.and("epoch_day <= ?", day));
        return condition;
    }

    LogCondition and(String condition, Object... bound) {
        sql.append(" and ").append(condition);
        Collections.addAll(values, bound);
        return this;
    }

    private void unlessEmpty(String column, Set<String> wanted) {
        if (!wanted.isEmpty()) {
            among(column, List.copyOf(wanted));
        }
    }

    private void among(String column, List<?> wanted) {
        if (wanted.isEmpty()) {
            sql.append(" and false");
        } else {
            sql.append(" and ").append(column).append(" in (").append(String.join(", ", Collections.nCopies(wanted.size(), "?"))).append(')');
            values.addAll(wanted);
        }
    }

    String sql() {
        return sql.toString();
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        for (int i = 0; i < values.size(); i++) {
            statement.bind(i, values.get(i));
        }
        return statement;
    }
}
