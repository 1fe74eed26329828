package io.plumbline.stats.changepoint;

/**
 * What a stretch of the series costs when one model describes all of it: twice the negative maximised log-likelihood, up to a constant
 * that does not depend on the segmentation, or a loss that plays its role. Every search of this package sees the data only through this.
 *
 * <p>A cost must never grow when a stretch is cut: {@code cost(a,b) + cost(b,c) + pruningSlack() <= cost(a,c)}, the condition of Killick,
 * Fearnhead &amp; Eckley (2012), eq. 4, with their K as slack.
 */
public interface SegmentCost {

    /** @return number of points in the series */
    int size();

    /**
     * @param from index of the first point
     * @param to index after the last point, larger than {@code from}
     * @return cost of describing the points from..to-1 by one model
     */
    double cost(int from, int to);

    /** @return K of the pruning condition; 0 for a likelihood, negative where a cost may grow a little when a stretch is cut */
    default double pruningSlack() {
        return 0;
    }
}
