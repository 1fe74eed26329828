package io.plumbline.monitoring;

import io.plumbline.stats.Interval;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as sentences show them: percent with one digit, the minus sign, ranges with a dash, bounds with "…". */
public final class Figures {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_WITHOUT_YEAR = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private Figures() {
    }

    public static String percent(double part) {
        return signed(String.format(Locale.ROOT, "%.1f%%", 100 * part));
    }

    /** Difference of two rates in percentage points. */
    public static String points(double difference) {
        return signed(String.format(Locale.ROOT, "%.1f pp", 100 * difference));
    }

    public static String pointsInterval(Interval interval) {
        return signed(String.format(Locale.ROOT, "%.1f…%.1f", 100 * interval.lower(), 100 * interval.upper()));
    }

    public static String percentInterval(Interval interval) {
        return signed(String.format(Locale.ROOT, "%.1f…%.1f%%", 100 * interval.lower(), 100 * interval.upper()));
    }

    public static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f×", ratio);
    }

    public static String score(double value) {
        return signed(String.format(Locale.ROOT, "%.3f", value));
    }

    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    public static String p(double p) {
        return p < 0.001 ? "p < .001" : signed(String.format(Locale.ROOT, "p = %.3f", p).replace("0.", "."));
    }

    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    public static String dayWithoutYear(LocalDate date) {
        return DAY_WITHOUT_YEAR.format(date);
    }

    public static String days(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return day(from);
        }
        boolean sameMonth = from.getYear() == to.getYear() && from.getMonth() == to.getMonth();
        return (sameMonth ? String.valueOf(from.getDayOfMonth()) : dayWithoutYear(from)) + "–" + day(to);
    }

    private static String signed(String text) {
        return text.replace('-', '−');
    }
}
