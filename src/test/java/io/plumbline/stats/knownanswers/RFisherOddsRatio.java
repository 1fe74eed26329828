package io.plumbline.stats.knownanswers;

import io.plumbline.stats.proportion.ConditionalOddsRatio;
import io.plumbline.stats.proportion.NoncentralHypergeometric;
import io.plumbline.stats.proportion.Table2x2;
import java.util.function.DoubleUnaryOperator;

/**
 * The odds ratios that R's {@code fisher.test} prints: it stops its root search (Brent 1973, chapter 4) at 1.2e-4, so its digits after the
 * fourth are those of the search and not of the root. The search is repeated here over the program's own distribution, which must give R's
 * digits; the program's own answer is the root itself and must lie within R's step of them.
 */
final class RFisherOddsRatio {

    private static final double EPSILON = Math.ulp(1.0);
    private static final double STEP = Math.pow(EPSILON, 0.25);

    private final NoncentralHypergeometric cells;
    private final long x;

    RFisherOddsRatio(Table2x2 table) {
        cells = new NoncentralHypergeometric(table);
        x = table.a();
    }

    double estimate() {
        if (x == cells.least()) {
            return 0;
        }
        if (x == cells.most()) {
            return Double.POSITIVE_INFINITY;
        }
        return search(cells.mean(1) - x, odds -> cells.mean(odds) - x);
    }

    double lower(double tail) {
        return x == cells.least() ? 0 : search(cells.atLeast(x) - tail, odds -> cells.atLeast(x, odds) - tail);
    }

    double upper(double tail) {
        return x == cells.most() ? Double.POSITIVE_INFINITY : search(tail - cells.atMost(x), odds -> cells.atMost(x, odds) - tail);
    }

    /** R looks below 1 for the odds, or below 1 for their inverse. */
    private static double search(double atOne, DoubleUnaryOperator f) {
        if (atOne > 0) {
            return brent(f, 0, 1);
        }
        return atOne < 0 ? 1 / brent(inverse -> f.applyAsDouble(1 / inverse), EPSILON, 1) : 1;
    }

    static boolean sameWithinRsStep(double exact, double r) {
        return exact == r || Math.abs(exact - r) <= 2 * STEP * Math.max(1, Math.max(exact * r, 0));
    }

    static double[] exact(Table2x2 table) {
        var interval = ConditionalOddsRatio.interval(table, 0.95);
        return new double[] {ConditionalOddsRatio.estimate(table), interval.lower(), interval.upper()};
    }

    private static double brent(DoubleUnaryOperator f, double from, double to) {
        double previous = from;
        double best = to;
        double other = from;
        double atPrevious = f.applyAsDouble(previous);
        double atBest = f.applyAsDouble(best);
        double atOther = atPrevious;
        if (atPrevious == 0) {
            return previous;
        }
        for (int i = 0; i < 1000 && atBest != 0; i++) {
            double lastStep = best - previous;
            if (Math.abs(atOther) < Math.abs(atBest)) {
                previous = best;
                best = other;
                other = previous;
                atPrevious = atBest;
                atBest = atOther;
                atOther = atPrevious;
            }
            double least = 2 * EPSILON * Math.abs(best) + STEP / 2;
            double step = (other - best) / 2;
            if (Math.abs(step) <= least || atBest == 0) {
                return best;
            }
            if (Math.abs(lastStep) >= least && Math.abs(atPrevious) > Math.abs(atBest)) {
                step = interpolated(previous, best, other, atPrevious, atBest, atOther, lastStep, least, step);
            }
            if (Math.abs(step) < least) {
                step = step > 0 ? least : -least;
            }
            previous = best;
            atPrevious = atBest;
            best += step;
            atBest = f.applyAsDouble(best);
            if (atBest > 0 == atOther > 0) {
                other = previous;
                atOther = atPrevious;
            }
        }
        return best;
    }

    private static double interpolated(double a, double b, double c, double fa, double fb, double fc, double lastStep, double least,
            double halving) {
        double width = c - b;
        double p;
        double q;
        if (a == c) {
            double ratio = fb / fa;
            p = width * ratio;
            q = 1 - ratio;
        } else {
            double ac = fa / fc;
            double bc = fb / fc;
            double ba = fb / fa;
            p = ba * (width * ac * (ac - bc) - (b - a) * (bc - 1));
            q = (ac - 1) * (bc - 1) * (ba - 1);
        }
        q = p > 0 ? -q : q;
        p = Math.abs(p);
        return p < 0.75 * width * q - Math.abs(least * q) / 2 && p < Math.abs(lastStep * q / 2) ? p / q : halving;
    }
}
