package io.plumbline.ui.overview;

import io.plumbline.domain.DailyCell;
import io.plumbline.monitoring.Tally;
import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.KatzLogRatio;
import java.util.Collection;

/** Refusals of several days and categories together, counted as the drift analysis counts them. */
record RefusalSum(Tally tally) {

    static RefusalSum of(Collection<DailyCell> cells) {
        Tally tally = Tally.NONE;
        for (DailyCell cell : cells) {
            tally = tally.plus(cell);
        }
        return new RefusalSum(tally);
    }

    long n() {
        return tally.n();
    }

    /** NaN without records. */
    double rate() {
        return tally.rate();
    }

    /** (this − baseline) / baseline; NaN where that does not exist. */
    double against(RefusalSum baseline) {
        return tally.isEmpty() || baseline.tally.isEmpty() || baseline.rate() == 0 ? Double.NaN : rate() / baseline.rate() - 1;
    }

    /** Interval of this rate ÷ the baseline's. */
    Interval ratioTo(RefusalSum baseline, double confidence) {
        return KatzLogRatio.of(baseline.tally.successes(), baseline.tally.trials(), tally.successes(), tally.trials(), confidence);
    }
}
