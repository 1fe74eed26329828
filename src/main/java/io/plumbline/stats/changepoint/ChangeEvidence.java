package io.plumbline.stats.changepoint;

import java.util.List;

/**
 * How strongly a series speaks against "one stretch of autocorrelated noise around one level or line".
 *
 * <p>For each number of changes j: the log-likelihood ratio of the best segmentation over none, times the share of independent
 * observations (1-ρ)/(1+ρ) that the autocorrelation ρ of its residuals leaves, per change and per log n, the price that BIC puts on one
 * parameter. The evidence is the largest of these. ρ is corrected for the fitted parameters, which bias it down (Marriott & Pope 1954,
 * Biometrika 41); taking it from the alternative follows Bai & Perron (1998), Econometrica 66, section 5.
 *
 * @param strength the evidence, comparable with {@link NullCriticalValues}
 * @param autocorrelation ρ at the number of changes that gives it
 */
record ChangeEvidence(double strength, double autocorrelation) {

    static final int MOST_CHANGES = 8;
    private static final double LARGEST_CORRELATION = 0.99;

    /**
     * @param values the series
     * @param weights inverse variances
     * @param seasonal parameters that were spent on a season before
     */
    static ChangeEvidence of(StretchModel model, double[] values, double[] weights, int seasonal, int minSegment) {
        int n = values.length;
        SegmentCost cost = model.cost(values, weights);
        List<Segmentation> best = SegmentNeighbourhood.upTo(cost, MOST_CHANGES, minSegment);
        double none = best.get(0).cost();
        double floor = 1e-12 * none;
        ChangeEvidence strongest = new ChangeEvidence(0, 0);
        for (int j = 1; j < best.size(); j++) {
            double rho = autocorrelation(model, values, weights, best.get(j).changePoints(), seasonal);
            double ratio = n * Math.log(none / Math.max(best.get(j).cost(), floor));
            double strength = ratio * (1 - rho) / (1 + rho) / (j * Math.log(n));
            if (strength > strongest.strength()) {
                strongest = new ChangeEvidence(strength, rho);
            }
        }
        return strongest;
    }

    private static double autocorrelation(StretchModel model, double[] values, double[] weights, int[] changes, int seasonal) {
        int n = values.length;
        double[] residuals = model.residuals(values, weights, changes);
        double products = 0;
        double squares = 0;
        int at = 0;
        for (int i = 0; i < n; i++) {
            squares += residuals[i] * residuals[i];
            boolean starts = at < changes.length && changes[at] == i;
            at += starts ? 1 : 0;
            if (i > 0 && !starts) {
                products += residuals[i] * residuals[i - 1];
            }
        }
        int fitted = (changes.length + 1) * model.parameters() + seasonal;
        if (n <= fitted + 3) {
            return LARGEST_CORRELATION;
        }
        double raw = squares > 0 ? products / squares : 0;
        return Math.max(0, Math.min(LARGEST_CORRELATION, (raw * n + fitted) / (n - fitted)));
    }
}
