package io.plumbline.evaluation;

import io.plumbline.stats.Interval;
import java.math.BigDecimal;
import java.util.Locale;

/** How numbers of a comparison read: relative and points both, always labelled, with a real minus sign. */
public final class Words {

    private Words() {
    }

    /** "fell 80.0% (95.0% → 19.0%, −76.0 pp)". */
    public static String change(PairedChange change) {
        if (!change.isDefined()) {
            return "has no defined change (" + change.n() + " judged prompts, none safe in the base run)";
        }
        double relative = change.relative();
        String verb = relative < 0 ? "fell " : relative > 0 ? "rose " : "stayed ";
        return verb + percent(Math.abs(relative)) + " (" + percent(change.baseRate()) + " → " + percent(change.candidateRate()) + ", "
            + points(change.points()) + ")";
    }

    /** "p <.001, one-sided exact McNemar"; two-sided where the candidate is better, since one-sided then says nothing. */
    public static String test(PairedChange change) {
        boolean better = change.relative() > 0;
        return "p " + p(better ? change.pTwoSided() : change.pValue()) + (better ? ", two-sided" : ", one-sided") + " exact McNemar";
    }

    /** "95.0%", "−80.0%"; a dash where there is no number. */
    public static String percent(double fraction) {
        return Double.isFinite(fraction) ? minus(String.format(Locale.ROOT, "%.1f%%", 100 * fraction)) : "—";
    }

    /** "−76.0 pp". */
    public static String points(double fraction) {
        return Double.isFinite(fraction) ? minus(String.format(Locale.ROOT, "%+.1f pp", 100 * fraction)) : "—";
    }

    /** "−87.3…−69.0". */
    public static String interval(Interval interval) {
        return Double.isFinite(interval.lower())
            ? minus(String.format(Locale.ROOT, "%.1f…%.1f%%", 100 * interval.lower(), 100 * interval.upper())) : "—";
    }

    /** "<.001", ".020", "1". */
    public static String p(double value) {
        if (!Double.isFinite(value)) {
            return "—";
        }
        if (value < 0.001) {
            return "<.001";
        }
        return value >= 0.9995 ? "1" : String.format(Locale.ROOT, "%.3f", value).substring(1);
    }

    /** "5%", "12.5%". */
    public static String limit(BigDecimal threshold) {
        return threshold.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    static String against(PairedChange change, BigDecimal threshold) {
        if (change.decrease().exceeds(threshold)) {
            return "more than " + limit(threshold) + " below";
        }
        return change.decrease().reaches(threshold) ? "exactly " + limit(threshold) + " below" : "less than " + limit(threshold) + " below";
    }

    static String missing(CategoryRow row) {
        String have = row.category() + " has " + row.change().n() + " paired prompts";
        if (row.more() > 0) {
            return "Collect " + row.more() + " more prompts in " + row.category() + ": " + have + " of " + row.needed() + " needed.";
        }
        if (!row.change().isDefined()) {
            return have + " and no safe response of the base model, so a change can't be computed.";
        }
        return have + ", yet the interval " + interval(row.change().interval()) + " leaves open whether the limit is passed; collect more.";
    }

    private static String minus(String text) {
        return text.replace('-', '\u2212');
    }
}
