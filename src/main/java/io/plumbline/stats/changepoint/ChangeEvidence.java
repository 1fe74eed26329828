package io.plumbline.stats.changepoint;

import java.util.Arrays;
import java.util.List;

/**
 * How strongly a series speaks against "one stretch of autocorrelated noise around one level or line".
 *
 * <p>For each number of changes j: the log-likelihood ratio of the best segmentation over none, divided by the {@link LongRunVariance} of
 * its residuals, per change and per log n, the price that BIC puts on one parameter. The evidence is the largest of these. Autocorrelations
 * are corrected for the fitted parameters, which bias them down (Marriott &amp; Pope 1954, Biometrika 41); taking them from the alternative
 * follows Bai &amp; Perron (1998), Econometrica 66, section 5.
 *
 * @param strength the evidence, comparable with {@link NullCriticalValues}
 * @param autocorrelation of neighbouring residuals at the number of changes that gives it
 */
record ChangeEvidence(double strength, double autocorrelation) {

    static final int MOST_CHANGES = 8;
    private static final double LARGEST_CORRELATION = 0.99;

    /**
     * @param values the series
     * @param weights inverse variances
     * @param period length of the season that was taken off before, 1 for none
     */
    static ChangeEvidence of(StretchModel model, double[] values, double[] weights, int period, int minSegment) {
        int n = values.length;
        SegmentCost cost = model.cost(values, weights);
        List<Segmentation> best = SegmentNeighbourhood.upTo(cost, MOST_CHANGES, minSegment);
        double none = best.get(0).cost();
        double floor = 1e-12 * none;
        ChangeEvidence strongest = new ChangeEvidence(0, 0);
        for (int j = 1; j < best.size(); j++) {
            int[] changes = best.get(j).changePoints();
            int fitted = (j + 1) * model.parameters();
            double[] correlations = correlations(model.residuals(values, weights, changes), changes, fitted, period);
            double inflation = LongRunVariance.inflation(correlations, n);
            double ratio = n * Math.log(none / Math.max(best.get(j).cost(), floor));
            double strength = ratio / inflation / (j * Math.log(n));
            if (strength > strongest.strength()) {
                strongest = new ChangeEvidence(strength, correlations[0]);
            }
        }
        return strongest;
    }

    /**
     * Autocorrelations of the residuals at lags 1, 2, …, from pairs that lie in one stretch, corrected for the fitted parameters: levels
     * and lines take from every low lag, a season takes from the multiples of its period.
     */
    private static double[] correlations(double[] residuals, int[] changes, int fitted, int period) {
        int n = residuals.length;
        double[] correlations = new double[LongRunVariance.LAGS];
        int spent = fitted + period - 1;
        if (n <= spent + 3) {
            Arrays.fill(correlations, LARGEST_CORRELATION);
            return correlations;
        }
        double squares = Arrays.stream(residuals).map(r -> r * r).sum();
        for (int lag = 1; lag <= correlations.length; lag++) {
            int taken = fitted + (lag % period == 0 ? period - 1 : 0);
            double products = 0;
            int from = 0;
            for (int c = 0; c <= changes.length; c++) {
                int to = c < changes.length ? changes[c] : n;
                for (int i = from + lag; i < to; i++) {
                    products += residuals[i] * residuals[i - lag];
                }
                from = to;
            }
            double raw = squares > 0 ? products / squares : 0;
            correlations[lag - 1] = Math.max(-LARGEST_CORRELATION, Math.min(LARGEST_CORRELATION, (raw * n + taken) / (n - spent)));
        }
        return correlations;
    }
}
