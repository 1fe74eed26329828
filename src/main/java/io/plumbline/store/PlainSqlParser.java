package io.plumbline.store;

import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Finds {@code ?} and {@code :name} in the statements of this package, which hold no comments. Jdbi's own parser does more, and takes longer
 * to get ready than a command that asks one thing takes altogether.
 */
final class PlainSqlParser implements SqlParser {

    @Override
    public ParsedSql parse(String sql, StatementContext context) {
        ParsedSql.Builder parsed = ParsedSql.builder();
        int from = 0;
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            int end = at + 1;
            if (c == '\'' || c == '"') {
                end = behindQuoted(sql, at);
            } else if (c == '?') {
                parsed.append(sql.substring(from, at)).appendPositionalParameter();
                from = end;
            } else if (c == ':') {
                end = behindName(sql, end);
                if (end > at + 1) {
                    parsed.append(sql.substring(from, at)).appendNamedParameter(sql.substring(at + 1, end));
                    from = end;
                }
            }
            at = end;
        }
        return parsed.append(sql.substring(from)).build();
    }

    @Override
    public String nameParameter(String rawName, StatementContext context) {
        return ":" + rawName;
    }

    /** A quote that is doubled begins another quoted text, which comes to the same. */
    private static int behindQuoted(String sql, int from) {
        int end = sql.indexOf(sql.charAt(from), from + 1);
        return end < 0 ? sql.length() : end + 1;
    }

    private static int behindName(String sql, int from) {
        int end = from;
        while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
            end++;
        }
        return end;
    }
}
