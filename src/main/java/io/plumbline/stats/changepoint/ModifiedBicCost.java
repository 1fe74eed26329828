package io.plumbline.stats.changepoint;

/**
 * A cost with the part of the modified BIC that depends on where the changes lie: the logarithm of each segment's length. Zhang &amp;
 * Siegmund (2007), "A modified Bayes information criterion with applications to the analysis of comparative genomic hybridization data",
 * Biometrics 63, eq. 7; combine with {@link Penalty#MBIC}.
 */
public final class ModifiedBicCost implements SegmentCost {

    private final SegmentCost cost;

    public ModifiedBicCost(SegmentCost cost) {
        this.cost = cost;
    }

    @Override
    public int size() {
        return cost.size();
    }

    @Override
    public double cost(int from, int to) {
        return cost.cost(from, to) + Math.log(to - from);
    }

    /** Cutting n points in halves adds log(n/4) at most. */
    @Override
    public double pruningSlack() {
        return cost.pruningSlack() - Math.max(0, Math.log(size() / 4.0));
    }
}
