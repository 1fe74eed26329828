package io.plumbline.ui.overview;

import io.plumbline.domain.DailyCell;
import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.KatzLogRatio;
import java.util.Collection;

/**
 * Refusals of several days and categories together, weighted by the design of the sample; the effective number of records carries the
 * interval, not the raw one.
 */
record RefusalSum(long n, double weight, double weightSquared, double weightedRefused) {

    static RefusalSum of(Collection<DailyCell> cells) {
        long n = 0;
        double weight = 0;
        double squared = 0;
        double refused = 0;
        for (DailyCell cell : cells) {
            n += cell.n();
            weight += cell.weight();
            squared += cell.weightSquared();
            refused += cell.weightedRefused();
        }
        return new RefusalSum(n, weight, squared, refused);
    }

    /** NaN without records. */
    double rate() {
        return weight == 0 ? Double.NaN : weightedRefused / weight;
    }

    long effective() {
        return weightSquared == 0 ? 0 : Math.round(weight * weight / weightSquared);
    }

    /** (this − baseline) / baseline; NaN where that does not exist. */
    double against(RefusalSum baseline) {
        return baseline.weightedRefused == 0 || weight == 0 ? Double.NaN : rate() / baseline.rate() - 1;
    }

    /** Interval of this rate ÷ the baseline's. */
    Interval ratioTo(RefusalSum baseline, double confidence) {
        return KatzLogRatio.of(baseline.successes(), baseline.effective(), successes(), effective(), confidence);
    }

    private long successes() {
        return Math.min(effective(), Math.round(rate() * effective()));
    }
}
