package io.plumbline.incidents.evidence;

import io.plumbline.stats.Interval;
import java.util.Locale;

/** How numbers are written in sentences: one way for the window, the command line and the report. */
public final class Shown {

    private Shown() {
    }

    /** "84.6%"; a dash where there is nothing to show. */
    public static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    /** "83.7–85.4%". */
    public static String percent(Interval interval) {
        return String.format(Locale.ROOT, "%.1f–%.1f%%", 100 * interval.lower(), 100 * interval.upper());
    }

    /** "−9.0", with a minus sign that is one, and a plus sign for a rise. */
    public static String points(double difference) {
        return signed(100 * difference);
    }

    /** "−9.6%" of a relative change. */
    public static String relative(double change) {
        return Double.isNaN(change) ? "–" : signed(100 * change) + "%";
    }

    /** "14,413". */
    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** "265 of 4,527". */
    public static String of(long k, long n) {
        return count(k) + " of " + count(n);
    }

    /** "&lt; .001", ".35"; the leading zero is left out as in print. */
    public static String probability(double p) {
        if (Double.isNaN(p)) {
            return "–";
        }
        if (p < 0.001) {
            return "< .001";
        }
        String text = String.format(Locale.ROOT, p < 0.1 ? "%.3f" : "%.2f", p);
        return text.startsWith("0") ? text.substring(1) : text;
    }

    /** "2.5×". */
    public static String times(double ratio) {
        return Double.isNaN(ratio) ? "–" : Double.isInfinite(ratio) ? "only here" : String.format(Locale.ROOT, "%.1f×", ratio);
    }

    /** "1 h 52 min". */
    public static String duration(long minutes) {
        long hours = minutes / 60;
        if (hours >= 48) {
            return hours / 24 + " d " + hours % 24 + " h";
        }
        return hours == 0 ? minutes + " min" : hours + " h " + minutes % 60 + " min";
    }

    /** "Self harm" for a category named {@code self_harm}. */
    public static String category(String name) {
        String words = name.replace('_', ' ');
        return words.isEmpty() ? "No category" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String signed(double value) {
        String digits = String.format(Locale.ROOT, "%.1f", Math.abs(value));
        if ("0.0".equals(digits)) {
            return digits;
        }
        return (value < 0 ? "−" : "+") + digits;
    }
}
