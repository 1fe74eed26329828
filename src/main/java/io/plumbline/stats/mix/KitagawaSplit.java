package io.plumbline.stats.mix;

/**
 * Why an overall rate moved: because the mix of categories moved, or because the rates inside the categories did. The two parts add up to
 * the whole change exactly, and neither period is preferred.
 *
 * <p>Kitagawa (1955), "Components of a difference between two rates", JASA 50, eq. 4: mix = Σ (s₂−s₁)(r₁+r₂)/2, rate = Σ (r₂−r₁)(s₁+s₂)/2.
 *
 * @param mix part of the change that the shares explain
 * @param rate part of the change that the rates explain
 * @param mixByCategory contribution of each category's share
 * @param rateByCategory contribution of each category's rate
 */
public record KitagawaSplit(double mix, double rate, double[] mixByCategory, double[] rateByCategory) {

    private static final double SHARE_TOLERANCE = 1e-6;

    /**
     * @param baseShare share of each category before, in [0, 1], summing to 1
     * @param baseRate rate of each category before; NaN where its share is 0 takes the other period's rate
     * @param share share of each category after
     * @param rate rate of each category after; NaN likewise
     * @throws IllegalArgumentException if lengths differ, shares do not sum to 1, or a rate is missing in both periods while its share
     *     counts
     */
    public static KitagawaSplit of(double[] baseShare, double[] baseRate, double[] share, double[] rate) {
        int categories = baseShare.length;
        if (baseRate.length != categories || share.length != categories || rate.length != categories) {
            throw new IllegalArgumentException("Shares and rates must have one value per category");
        }
        requireShares(baseShare);
        requireShares(share);
        double[] byMix = new double[categories];
        double[] byRate = new double[categories];
        double mixSum = 0;
        double rateSum = 0;
        for (int c = 0; c < categories; c++) {
            if (baseShare[c] == 0 && share[c] == 0) {
                continue;
            }
            double before = knownRate(baseRate[c], baseShare[c], rate[c], c);
            double after = knownRate(rate[c], share[c], baseRate[c], c);
            byMix[c] = (share[c] - baseShare[c]) * (before + after) / 2;
            byRate[c] = (after - before) * (baseShare[c] + share[c]) / 2;
            mixSum += byMix[c];
            rateSum += byRate[c];
        }
        return new KitagawaSplit(mixSum, rateSum, byMix, byRate);
    }

    /** @return the whole change of the overall rate */
    public double total() {
        return mix + rate;
    }

    private static double knownRate(double rate, double share, double otherPeriod, int category) {
        double known = share == 0 && Double.isNaN(rate) ? otherPeriod : rate;
        if (!Double.isFinite(known)) {
            throw new IllegalArgumentException("Category " + category + " has records but no rate");
        }
        return known;
    }

    private static void requireShares(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            if (!(share >= 0)) {
                throw new IllegalArgumentException("A share must be at least 0, not " + share);
            }
            sum += share;
        }
        if (Math.abs(sum - 1) > SHARE_TOLERANCE) {
            throw new IllegalArgumentException("Shares must sum to 1, not " + sum);
        }
    }
}
