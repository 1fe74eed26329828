package io.plumbline.imports;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.PromptIntent;
import io.plumbline.imports.source.Timestamps;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads single values of foreign records. A value of the wrong type is refused with a reason: a number where a text should be is a sign
 * that columns are mixed up, and guessing would hide it.
 */
final class FieldReading {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final int LONGEST_NAME = 200;

    private FieldReading() {
    }

    /** Text of any length. */
    static String text(String field, Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        throw wrongType(field, value, "a text");
    }

    /** A short name or id; numbers are accepted, as many sources number their records. */
    static String name(String field, Object value) {
        String name;
        if (value == null) {
            return "";
        } else if (value instanceof String text) {
            name = text.strip();
        } else if (value instanceof Long) {
            name = value.toString();
        } else {
            throw wrongType(field, value, "a name or number");
        }
        if (name.length() > LONGEST_NAME) {
            throw new UnusableRecord("The " + field + " is longer than " + LONGEST_NAME + " characters.");
        }
        return name;
    }

    /** A moment: ISO-8601, or "date time" without a zone, which counts as UTC, or seconds to nanoseconds since 1970. */
    static Instant time(Object value) {
        if (value == null) {
            throw new UnusableRecord("The record has no time.");
        }
        if (value instanceof String text && text.isBlank()) {
            throw new UnusableRecord("The record has no time.");
        }
        Instant time = Timestamps.read(value).orElseThrow(() -> new UnusableRecord("The time “" + shortened(value)
            + "” can't be read. Use ISO-8601, e.g. 2026-05-01T12:00:00Z."));
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw new UnusableRecord("The time “" + shortened(value) + "” lies outside the years 2000 to 2099.");
        }
        return time;
    }

    /** A count; −1 where there is none. */
    static int count(String field, Object value) {
        if (value == null) {
            return -1;
        }
        double number = number(field, value);
        if (!(number >= 0 && number <= Integer.MAX_VALUE) || number != Math.rint(number)) {
            throw new UnusableRecord("The " + field + " “" + shortened(value) + "” is no whole number from 0 on.");
        }
        return (int) number;
    }

    /** A length of time; −1 where there is none. Fractions are rounded. */
    static int millis(String field, Object value) {
        if (value == null) {
            return -1;
        }
        double number = number(field, value);
        if (!(number >= 0 && number <= Integer.MAX_VALUE)) {
            throw new UnusableRecord("The " + field + " “" + shortened(value) + "” is no duration.");
        }
        return (int) Math.round(number);
    }

    /** A score in [0, 1]; NaN where there is none. */
    static double score(String field, Object value) {
        if (value == null) {
            return Double.NaN;
        }
        double number = number(field, value);
        if (Double.isNaN(number) || number >= 0 && number <= 1) {
            return number;
        }
        throw new UnusableRecord("The " + field + " " + shortened(value) + " does not lie between 0 and 1.");
    }

    /** An inclusion probability; 1 where there is none, since a log that samples must say so. */
    static double probability(String field, Object value) {
        if (value == null) {
            return 1;
        }
        double number = number(field, value);
        if (number > 0 && number <= 1) {
            return number;
        }
        throw new UnusableRecord("The " + field + " " + shortened(value) + " is no probability above 0 and up to 1.");
    }

    static Optional<Boolean> refused(Object value) {
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Boolean refused) {
            return Optional.of(refused);
        }
        return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
            case "" -> Optional.empty();
            case "true", "1", "yes", "refused", "refusal" -> Optional.of(true);
            case "false", "0", "no", "complied", "answered" -> Optional.of(false);
            default -> throw new UnusableRecord("The refused label “" + shortened(value) + "” is neither true nor false.");
        };
    }

    static String canary(Object value) {
        if (value == null || Boolean.FALSE.equals(value) || value.equals("false") || value.equals("0") || value.equals(0L)) {
            return "";
        }
        return Boolean.TRUE.equals(value) || value.equals("true") || value.equals("1") || value.equals(1L) ? "canary"
            : name("canary type", value);
    }

    static Feedback feedback(Object value) {
        if (value == null) {
            return Feedback.NONE;
        }
        return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
            case "", "none", "0", "null" -> Feedback.NONE;
            case "up", "thumbs_up", "positive", "1", "like", "true" -> Feedback.UP;
            case "down", "thumbs_down", "negative", "-1", "dislike", "false" -> Feedback.DOWN;
            default -> throw new UnusableRecord("The feedback “" + shortened(value) + "” is neither up nor down.");
        };
    }

    static boolean isFeedback(Object value) {
        try {
            feedback(value);
            return true;
        } catch (UnusableRecord e) {
            return false;
        }
    }

    static Optional<PromptIntent> intent(Object value) {
        return switch (value == null ? "" : value.toString().strip().toLowerCase(Locale.ROOT)) {
            case "harmful", "unsafe", "1", "true", "harm" -> Optional.of(PromptIntent.HARMFUL);
            case "harmless", "safe", "benign", "0", "false" -> Optional.of(PromptIntent.HARMLESS);
            default -> Optional.empty();
        };
    }

    private static double number(String field, Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof String text) {
            try {
                return Double.parseDouble(text.strip());
            } catch (NumberFormatException e) {
                throw new UnusableRecord("The " + field + " “" + shortened(value) + "” is no number.");
            }
        }
        throw wrongType(field, value, "a number");
    }

    private static UnusableRecord wrongType(String field, Object value, String wanted) {
        String found = value instanceof Number ? "a number" : value instanceof Boolean ? "true or false"
            : value instanceof String ? "a text" : "a list";
        return new UnusableRecord("The " + field + " is " + found + ", not " + wanted + ".");
    }

    private static String shortened(Object value) {
        String text = value.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
