package io.plumbline.stats.changepoint;

import io.plumbline.stats.random.BinomialSampler;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How sure we are of the date of a change: the range in which the estimated change point falls when the fitted model before and after it
 * is drawn again and again.
 *
 * <p>Parametric bootstrap of the single change point between two neighbours: Hušková &amp; Kirch (2008), "Bootstrapping confidence
 * intervals for the change-point of time series", J. Time Series Analysis 29.
 */
public final class ChangePointInterval {

    private ChangePointInterval() {
    }

    /**
     * @param k successes per bucket
     * @param n trials per bucket
     * @param from first bucket of the segment before the change
     * @param to index after the last bucket of the segment after the change
     * @param changePoint first bucket after the change, from &lt; changePoint &lt; to
     * @param confidence in (0, 1)
     * @param draws number of bootstrap draws, at least 100
     * @param seed seed of the draws; the same seed gives the same interval
     * @return {earliest, latest} 0-based first bucket after the change, from &lt; earliest &lt;= changePoint &lt;= latest &lt; to
     * @throws IllegalArgumentException outside of those ranges
     */
    public static int[] binomialBootstrap(long[] k, long[] n, int from, int to, int changePoint, double confidence, int draws, long seed) {
        Counts.requirePairs(k, n);
        requireOrder(from, changePoint, to, k.length);
        requireBootstrap(confidence, draws);
        double before = rate(k, n, from, changePoint);
        double after = rate(k, n, changePoint, to);
        BinomialSampler sampler = new BinomialSampler(new SplittableRandom(seed));
        long[] trials = Arrays.copyOfRange(n, from, to);
        long[] drawn = new long[to - from];
        int[] found = new int[draws];
        for (int d = 0; d < draws; d++) {
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = sampler.draw(trials[i], from + i < changePoint ? before : after);
            }
            found[d] = from + Amoc.bestSplit(new BinomialCost(drawn, trials), 1);
        }
        return percentiles(found, changePoint, confidence);
    }

    /**
     * The same for a series of measurements: the mean on either side plus residuals drawn with replacement from that side, in blocks of
     * neighbours so that short autocorrelation stays in (Künsch 1989, Annals of Statistics 17; block length the cube root of the stretch).
     *
     * @param values finite values
     * @return {earliest, latest} 0-based first point after the change
     * @throws IllegalArgumentException outside of the ranges of {@link #binomialBootstrap}
     */
    public static int[] meanBootstrap(double[] values, int from, int to, int changePoint, double confidence, int draws, long seed) {
        Counts.requireFinite(values);
        requireOrder(from, changePoint, to, values.length);
        requireBootstrap(confidence, draws);
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[to - from];
        int[] found = new int[draws];
        for (int d = 0; d < draws; d++) {
            redraw(values, from, changePoint, drawn, 0, random);
            redraw(values, changePoint, to, drawn, changePoint - from, random);
            found[d] = from + Amoc.bestSplit(new MeanCost(drawn), 1);
        }
        return percentiles(found, changePoint, confidence);
    }

    /** Blocks of neighbours, wrapped around the end of the stretch, in the stretch's own level. */
    private static void redraw(double[] values, int from, int to, double[] drawn, int at, SplittableRandom random) {
        int length = to - from;
        int block = Math.max(1, (int) Math.cbrt(length));
        for (int i = 0; i < length; i += block) {
            int start = random.nextInt(length);
            for (int j = i; j < Math.min(length, i + block); j++) {
                drawn[at + j] = values[from + (start + j - i) % length];
            }
        }
    }

    private static double rate(long[] k, long[] n, int from, int to) {
        double successes = 0;
        double trials = 0;
        for (int i = from; i < to; i++) {
            successes += k[i];
            trials += n[i];
        }
        return trials > 0 ? successes / trials : 0;
    }

    static int[] percentiles(int[] found, int changePoint, double confidence) {
        Arrays.sort(found);
        double tail = (1 - confidence) / 2;
        int low = (int) Math.floor(tail * (found.length - 1));
        int high = (int) Math.ceil((1 - tail) * (found.length - 1));
        return new int[] {Math.min(found[low], changePoint), Math.max(found[high], changePoint)};
    }

    private static void requireOrder(int from, int changePoint, int to, int size) {
        if (from < 0 || changePoint <= from || to <= changePoint || to > size) {
            throw new IllegalArgumentException("A change at " + changePoint + " does not lie inside " + from + ".." + to + " of " + size
                + " buckets");
        }
    }

    private static void requireBootstrap(double confidence, int draws) {
        if (!(confidence > 0 && confidence < 1) || draws < 100) {
            throw new IllegalArgumentException("The interval needs a confidence in (0, 1) and at least 100 draws, got " + confidence
                + " and " + draws);
        }
    }
}
