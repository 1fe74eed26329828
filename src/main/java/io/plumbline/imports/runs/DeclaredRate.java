package io.plumbline.imports.runs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * A rate that a file states about itself beside what its rows give. The statement is shown and never trusted.
 *
 * @param name     what it is a rate of
 * @param declared as the file states it
 * @param hits     rows that count
 * @param n        rows in all
 */
public record DeclaredRate(String name, double declared, long hits, long n) {

    /** Largest difference that rounding of the statement to three digits explains. */
    private static final double ROUNDING = 0.0005;

    public double recomputed() {
        return n == 0 ? Double.NaN : (double) hits / n;
    }

    public boolean agrees() {
        return Math.abs(declared - recomputed()) <= ROUNDING;
    }

    /** Notes statement and recomputed value among the facts of a run. */
    public void noteIn(RunBuilder run) {
        run.metadata("declared." + name, text(declared));
        run.metadata("recomputed." + name, text(recomputed()));
        if (!agrees()) {
            run.metadata("difference." + name, String.format(Locale.ROOT, "The file states %s; its rows give %s (%d of %d).",
                text(declared), text(recomputed()), hits, n));
        }
    }

    public static String text(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString()
            : Double.toString(value);
    }
}
