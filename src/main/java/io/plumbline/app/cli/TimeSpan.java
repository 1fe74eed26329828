package io.plumbline.app.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A day or an hour, as people and the answers of {@code series} write it: {@code 2026-05-01}, {@code 2026-05-01T14} or
 * {@code 2026-05-01T14:00:00Z}; UTC where no zone stands behind it.
 *
 * @param start first moment
 * @param end   moment after the last
 */
record TimeSpan(Instant start, Instant end) {

    private static final Pattern HOUR = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2})(:\\d{2})?(:\\d{2})?(Z|[+-]\\d{2}:\\d{2})?");
    private static final int HOUR_SECONDS = 3600;

    static TimeSpan parse(String text) {
        if (text.length() == "2026-05-01".length()) {
            LocalDate day = LocalDate.parse(text);
            return new TimeSpan(day.atStartOfDay(ZoneOffset.UTC).toInstant(), day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        Matcher hour = HOUR.matcher(text);
        if (!hour.matches()) {
            throw new DateTimeException("neither a day nor an hour");
        }
        Instant moment = OffsetDateTime.parse(hour.group(1) + "T" + hour.group(2) + (hour.group(3) == null ? ":00" : hour.group(3))
            + (hour.group(5) == null ? "Z" : hour.group(5))).toInstant();
        Instant start = Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), HOUR_SECONDS) * HOUR_SECONDS);
        return new TimeSpan(start, start.plusSeconds(HOUR_SECONDS));
    }

    /** For picocli. */
    static final class Converter implements ITypeConverter<TimeSpan> {

        @Override
        public TimeSpan convert(String text) {
            try {
                return parse(text.strip());
            } catch (DateTimeException e) {
                throw new TypeConversionException("“" + text + "” is neither a day such as 2026-05-01 nor an hour such as 2026-05-01T14.");
            }
        }
    }
}
