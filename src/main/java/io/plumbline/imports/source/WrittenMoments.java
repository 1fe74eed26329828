package io.plumbline.imports.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moments as particular programs write them: Kibana's tables, the loggers of Python, web servers, Presto with the name of a zone. Only ways
 * of writing that leave no choice of day and month; without a zone it counts as UTC.
 */
final class WrittenMoments {

    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("[ XXX][ XX][XXX][XX][ z]", Locale.ENGLISH);
    private static final List<DateTimeFormatter> WAYS = List.of(
        way("MMM d, uuuu '@' HH:mm:ss"),
        way("uuuu-MM-dd HH:mm:ss"),
        way("uuuu/MM/dd HH:mm:ss"),
        way("dd/MMM/uuuu:HH:mm:ss"),
        way("uuuuMMdd'T'HHmmss"),
        way("EEE MMM d HH:mm:ss uuuu"),
        way("d MMM uuuu HH:mm:ss"),
        DateTimeFormatter.RFC_1123_DATE_TIME);
    private static final Pattern REGION = Pattern.compile("^(.{10}[T ]\\S+) ([A-Za-z]+/[A-Za-z_/+-]+\\d*)$");

    private WrittenMoments() {
    }

    /**
     * The moment.
     *
     * @throws DateTimeException where it is written in no way known here
     */
    static Instant read(String text) {
        Matcher region = REGION.matcher(text);
        if (region.matches()) {
            LocalDateTime local = LocalDateTime.ofInstant(IsoMoment.read(region.group(1)).orElseThrow(WrittenMoments::unknown), ZoneOffset.UTC);
            return local.atZone(ZoneId.of(region.group(2))).toInstant();
        }
        TemporalAccessor read = parsed(text).orElseThrow(WrittenMoments::unknown);
        ZoneId zone = read.query(TemporalQueries.zone());
        return ZonedDateTime.of(LocalDateTime.from(read), zone == null ? ZoneOffset.UTC : zone).toInstant();
    }

    /** Whether a text is such a moment and says no zone. */
    static boolean lacksZone(String text) {
        return parsed(text).filter(read -> read.query(TemporalQueries.zone()) == null).isPresent();
    }

    private static Optional<TemporalAccessor> parsed(String text) {
        for (DateTimeFormatter way : WAYS) {
            try {
                return Optional.of(way.parse(text));
            } catch (DateTimeException another) {
                // Perhaps written in one of the other ways.
            }
        }
        return Optional.empty();
    }

    private static DateTimeException unknown() {
        return new DateTimeException("no way of writing a time that is known");
    }

    private static DateTimeFormatter way(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern)
            .optionalStart().appendLiteral(',').appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, false).optionalEnd()
            .optionalStart().appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true).optionalEnd()
            .appendOptional(OFFSET).toFormatter(Locale.ENGLISH);
    }
}
