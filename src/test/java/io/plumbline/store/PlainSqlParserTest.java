package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.jdbi.v3.core.statement.ParsedSql;
import org.junit.jupiter.api.Test;

class PlainSqlParserTest {

    private static ParsedSql parsed(String sql) {
        return new PlainSqlParser().parse(sql, null);
    }

    @Test
    void namesAreTakenInTheirOrder() {
        ParsedSql parsed = parsed("select a from t where b = :first and c in (:second, :first)");
        assertThat(parsed.getSql()).isEqualTo("select a from t where b = ? and c in (?, ?)");
        assertThat(parsed.getParameters().getParameterNames()).containsExactly("first", "second", "first");
        assertThat(parsed.getParameters().isPositional()).isFalse();
    }

    @Test
    void questionMarksArePositions() {
        ParsedSql parsed = parsed("insert into t values (?, ?)");
        assertThat(parsed.getSql()).isEqualTo("insert into t values (?, ?)");
        assertThat(parsed.getParameters().isPositional()).isTrue();
        assertThat(parsed.getParameters().getParameterCount()).isEqualTo(2);
    }

    @Test
    void whatStandsInQuotesIsLeftAlone() {
        String sql = "select ':no', 'it''s ? :no', \"a:b?\" from t";
        assertThat(parsed(sql).getSql()).isEqualTo(sql);
        assertThat(parsed(sql).getParameters().getParameterCount()).isZero();
        assertThat(parsed("select 'open ?").getSql()).isEqualTo("select 'open ?");
    }
}
