package io.plumbline.imports.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads moments as other tools write them: ISO-8601, the "date time" of databases (which counts as UTC where no zone stands behind it), and
 * seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their size.
 */
public final class Timestamps {

    /** Zones as databases print them: a name for UTC, or an offset without colon or minutes, perhaps after a space. */
    private static final Pattern LOOSE_ZONE = Pattern.compile("^(.{10}[T ].*?) ?(UTC|GMT|Etc/UTC|z|[+-]\\d{2}(?::?\\d{2})?)$");
    private static final Pattern FRACTION_BEYOND_NANOS = Pattern.compile("(\\.\\d{9})\\d+");

    private static final int MOST_DIGITS = 19;
    private static final int SHORTEST_WRITTEN = 15;
    private static final int LONGEST_WRITTEN = 70;

    private Timestamps() {
    }

    /**
     * The moment that a value of a record stands for; empty where it stands for none.
     *
     * @param value number or text
     */
    public static Optional<Instant> read(Object value) {
        try {
            if (value instanceof Long whole) {
                return Optional.of(sinceEpoch(whole, whole));
            }
            if (value instanceof Number number) {
                return Optional.of(sinceEpoch(BigDecimal.valueOf(number.doubleValue()).toBigInteger().longValueExact(), number));
            }
            return value instanceof String text && !text.isBlank() ? Optional.of(written(text.strip())) : Optional.empty();
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether a value is a time of day of which nobody can say in which zone. */
    public static boolean lacksZone(Object value) {
        String text = value instanceof String written ? written.strip() : "";
        if (text.length() <= 10 || isNumber(text)) {
            return false;
        }
        return text.charAt(4) == '-' ? zoneOf(text) <= 0 && !text.endsWith("Z") && !LOOSE_ZONE.matcher(text).matches()
            : WrittenMoments.lacksZone(text);
    }

    private static Instant written(String text) {
        try {
            return parsed(text);
        } catch (DateTimeException e) {
            if (text.length() < SHORTEST_WRITTEN || text.length() > LONGEST_WRITTEN) {
                throw e;
            }
            return WrittenMoments.read(text);
        }
    }

    private static Instant parsed(String text) {
        Optional<Instant> usual = IsoMoment.read(text);
        if (usual.isPresent()) {
            return usual.get();
        }
        if (isNumber(text)) {
            BigDecimal number = new BigDecimal(text);
            if (number.precision() - number.scale() > MOST_DIGITS) {
                throw new ArithmeticException("beyond every epoch");
            }
            return sinceEpoch(number.toBigInteger().longValueExact(), number);
        }
        if (text.length() < 10) {
            throw new DateTimeException("shorter than a date");
        }
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        String iso = text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
        if (iso.endsWith("Z")) {
            return Instant.parse(withoutExcess(iso));
        }
        Matcher loose = LOOSE_ZONE.matcher(iso);
        if (loose.matches()) {
            return OffsetDateTime.parse(withoutExcess(loose.group(1)) + offset(loose.group(2))).toInstant();
        }
        return zoneOf(iso) > 0 ? OffsetDateTime.parse(withoutExcess(iso)).toInstant()
            : LocalDateTime.parse(withoutExcess(iso)).toInstant(ZoneOffset.UTC);
    }

    /** Where an offset such as +02:00 begins; 0 or less where there is none. */
    private static int zoneOf(String text) {
        return Math.max(text.indexOf('+', 10), text.indexOf('-', 10));
    }

    private static String offset(String zone) {
        char sign = zone.charAt(0);
        if (sign != '+' && sign != '-') {
            return "Z";
        }
        String digits = zone.substring(1).replace(":", "");
        return sign + digits.substring(0, 2) + ":" + (digits.length() > 2 ? digits.substring(2) : "00");
    }

    private static String withoutExcess(String iso) {
        return iso.length() < 30 ? iso : FRACTION_BEYOND_NANOS.matcher(iso).replaceFirst("$1");
    }

    private static boolean isNumber(String text) {
        if (text.length() > 40) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean exponent = (c == 'E' || c == 'e' || c == '+') && i > 0;
            if (!(c >= '0' && c <= '9' || c == '.' || exponent)) {
                return false;
            }
        }
        return true;
    }

    private static Instant sinceEpoch(long whole, Number exact) {
        if (whole < 100_000_000_000L) {
            double fraction = exact instanceof Long ? 0 : exact.doubleValue() - whole;
            return Instant.ofEpochSecond(whole, Math.round(fraction * 1e6) * 1000);
        }
        if (whole < 100_000_000_000_000L) {
            return Instant.ofEpochMilli(whole);
        }
        if (whole < 100_000_000_000_000_000L) {
            return Instant.ofEpochSecond(whole / 1_000_000, whole % 1_000_000 * 1000);
        }
        return Instant.ofEpochSecond(whole / 1_000_000_000, whole % 1_000_000_000);
    }
}
