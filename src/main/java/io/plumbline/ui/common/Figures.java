package io.plumbline.ui.common;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How numbers are written: minus is U+2212, ranges use an en dash, interval bounds an ellipsis, p-values no leading zero, and a relative
 * change always stands with its points.
 */
public final class Figures {

    public static final String NONE = "—";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Figures() {
    }

    /** 0.837 → "83.7%"; NaN → "—". */
    public static String percent(double fraction) {
        return Double.isNaN(fraction) ? NONE : decimal(fraction * 100, 1) + "%";
    }

    /** −0.11 → "−11.0%", 0.02 → "+2.0%". */
    public static String signedPercent(double fraction) {
        return Double.isNaN(fraction) ? NONE : signed(fraction * 100, 1) + "%";
    }

    /** −0.104 → "−10.4 pp". */
    public static String points(double difference) {
        return Double.isNaN(difference) ? NONE : signed(difference * 100, 1) + " pp";
    }

    /** "−11.0% (−10.4 pp)". */
    public static String relativeAndPoints(double relative, double difference) {
        return signedPercent(relative) + " (" + points(difference) + ")";
    }

    /** Bounds given as fractions: "−10.2…−7.9". */
    public static String interval(double lower, double upper) {
        return decimal(lower * 100, 1) + "…" + decimal(upper * 100, 1);
    }

    /** "−10.2…−7.9%". */
    public static String percentInterval(double lower, double upper) {
        return interval(lower, upper) + "%";
    }

    /** .020, "<.001", "1". */
    public static String pValue(double p) {
        if (Double.isNaN(p)) {
            return NONE;
        }
        if (p < 0.001) {
            return "<.001";
        }
        if (p >= 0.9995) {
            return "1";
        }
        return String.format(Locale.ROOT, "%.3f", p).substring(1);
    }

    /** 121795 → "121,795". */
    public static String count(long n) {
        return minus(String.format(Locale.ENGLISH, "%,d", n));
    }

    /** 1.25 → "1.25×". */
    public static String ratio(double value) {
        return Double.isNaN(value) ? NONE : decimal(value, 2) + "×";
    }

    /** A number with so many decimals and a true minus. */
    public static String decimal(double value, int places) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        String text = String.format(Locale.ENGLISH, "%,." + places + "f", value);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return minus(zero && text.startsWith("-") ? text.substring(1) : text);
    }

    /** The same with a plus where it is positive. */
    public static String signed(double value, int places) {
        String text = decimal(value, places);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return value > 0 && !zero ? "+" + text : text;
    }

    /** "1 Jul 2026". */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** "1 Jul". */
    public static String shortDay(LocalDate date) {
        return SHORT_DAY.format(date);
    }

    /** "1 May – 29 Jul 2026". */
    public static String days(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return day(first);
        }
        return (first.getYear() == last.getYear() ? shortDay(first) : day(first)) + " – " + day(last);
    }

    /** "29 Jul 2026 23:58 UTC". */
    public static String moment(Instant time) {
        return MOMENT.format(time) + " UTC";
    }

    /** "82.9 MB". */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        String[] units = {"kB", "MB", "GB", "TB"};
        double value = bytes;
        int unit = -1;
        do {
            value /= 1000;
            unit++;
        } while (value >= 999.95 && unit < units.length - 1);
        return decimal(value, 1) + " " + units[unit];
    }

    /** The two largest units: "8 h 14 min", "3 d 2 h", "less than 1 s". */
    public static String duration(Duration time) {
        long seconds = Math.max(0, time.getSeconds());
        if (seconds < 1) {
            return "less than 1 s";
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min" + (seconds % 60 == 0 || seconds >= 600 ? "" : " " + seconds % 60 + " s");
        }
        if (seconds < 86_400) {
            return seconds / 3600 + " h" + (seconds % 3600 < 60 ? "" : " " + seconds % 3600 / 60 + " min");
        }
        return seconds / 86_400 + " d" + (seconds % 86_400 < 3600 ? "" : " " + seconds % 86_400 / 3600 + " h");
    }

    private static String minus(String text) {
        return text.replace('-', '\u2212');
    }
}
