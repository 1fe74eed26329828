package io.plumbline.stats.anomaly;

import io.plumbline.stats.Argument;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Squared distances from a centre and in a shape that outliers cannot pull: those of the half of the rows with the smallest covariance
 * determinant, then refined with all rows that fit. About chi-squared with one degree of freedom a column for ordinary Gaussian rows.
 * Source: Rousseeuw &amp; Van Driessen 1999, Technometrics 41:212 (FAST-MCD: C-steps from random starts); reweighting: Rousseeuw &amp;
 * Van Zomeren 1990, JASA 85:633.
 */
public final class RobustDistance {

    private static final int STARTS = 60;
    private static final int FIRST_STEPS = 2;
    private static final int KEPT = 10;
    private static final int MOST_STEPS = 60;
    private static final double FITS = 0.975;

    private RobustDistance() {
    }

    /**
     * @param rows one row for a record, finite values; more rows than twice the columns
     * @param seed the seed of the random starts
     * @return squared robust distance of each row
     * @throws IllegalArgumentException if the rows lie in fewer dimensions than they have columns
     */
    public static double[] of(double[][] rows, long seed) {
        Argument.atLeast("rows", 1, rows.length);
        int columns = rows[0].length;
        Argument.atLeast("columns", 1, columns);
        Argument.atLeast("rows", 2 * columns + 1, rows.length);
        for (double[] row : rows) {
            Argument.sameLength("rows", columns, row.length);
            Argument.finite("a row", row);
        }
        int half = (rows.length + columns + 1) / 2;
        Gaussian best = smallestDeterminant(rows, half, seed);
        double[] raw = best.distances(rows);
        double[] sorted = raw.clone();
        Arrays.sort(sorted);
        ChiSquaredDistribution chi2 = ChiSquaredDistribution.of(columns);
        double scale = sorted[rows.length / 2] / chi2.inverseCumulativeProbability(0.5);
        double limit = chi2.inverseCumulativeProbability(FITS) * scale;
        return new Gaussian(rows, IntStream.range(0, rows.length).filter(i -> raw[i] < limit).toArray()).distances(rows);
    }

    private static Gaussian smallestDeterminant(double[][] rows, int half, long seed) {
        SplittableRandom root = new SplittableRandom(seed);
        SplittableRandom[] random = new SplittableRandom[STARTS];
        Arrays.setAll(random, i -> root.split());
        List<Gaussian> firstRound = Arrays.stream(random).parallel()
            .map(each -> concentrate(rows, start(rows, half, each), half, FIRST_STEPS)).filter(Objects::nonNull)
                .sorted(Comparator.comparingDouble(Gaussian::logDeterminant)).limit(KEPT).toList();
        return firstRound.stream().parallel().map(start -> concentrate(rows, start, half, MOST_STEPS)).filter(Objects::nonNull)
            .min(Comparator.comparingDouble(Gaussian::logDeterminant))
            .orElseThrow(() -> new IllegalArgumentException("the rows lie in fewer dimensions than they have columns"));
    }

    /** A few rows at random, one more than columns, and further ones while they lie in too few dimensions. */
    private static Gaussian start(double[][] rows, int half, SplittableRandom random) {
        int[] order = IntStream.range(0, rows.length).toArray();
        for (int i = 0; i < half; i++) {
            int j = i + random.nextInt(order.length - i);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        for (int size = rows[0].length + 1; size < half; size++) {
            Gaussian some = of(rows, Arrays.copyOf(order, size));
            if (some != null) {
                return some;
            }
        }
        return of(rows, Arrays.copyOf(order, half));
    }

    /** C-steps: take the half that is nearest, again and again; the determinant never grows. */
    private static Gaussian concentrate(double[][] rows, Gaussian start, int half, int steps) {
        Gaussian current = start;
        double last = Double.POSITIVE_INFINITY;
        for (int step = 0; step < steps && current != null; step++) {
            double[] distance = current.distances(rows);
            int[] nearest = IntStream.range(0, rows.length).boxed().sorted(Comparator.comparingDouble(i -> distance[i])).limit(half)
                .mapToInt(Integer::intValue).toArray();
            current = of(rows, nearest);
            if (current == null || current.logDeterminant() >= last - 1e-12) {
                return current;
            }
            last = current.logDeterminant();
        }
        return current;
    }

    /** Null where the chosen rows lie in too few dimensions; stays inside this class. */
    private static Gaussian of(double[][] rows, int[] chosen) {
        try {
            return new Gaussian(rows, chosen);
        } catch (IllegalArgumentException degenerate) {
            return null;
        }
    }
}
