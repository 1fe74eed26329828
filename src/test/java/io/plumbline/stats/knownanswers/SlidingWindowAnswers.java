package io.plumbline.stats.knownanswers;

import io.plumbline.stats.window.ExponentialAverage;
import io.plumbline.stats.window.MovingMoments;
import io.plumbline.stats.window.MovingQuantile;
import io.plumbline.stats.window.TimeWindowRate;
import java.util.Arrays;

final class SlidingWindowAnswers implements KnownAnswers {

    private static final long SEVEN_DAYS = 7 * 86_400L;

    @Override
    public void check(KnownCase known) {
        if (known.hasInput("epoch_seconds")) {
            overTime(known);
        } else {
            overPoints(known);
        }
    }

    private static void overPoints(KnownCase known) {
        double[] x = known.vector("x");
        int window = known.integer("window");
        int full = x.length - window + 1;
        double[] mean = new double[full];
        double[] deviation = new double[full];
        double[] median = new double[full];
        double[] q95 = new double[full];
        double[] ewm = new double[x.length];
        MovingMoments moments = new MovingMoments(window);
        MovingQuantile quantile = new MovingQuantile(window);
        ExponentialAverage average = new ExponentialAverage(0.3);
        for (int i = 0; i < x.length; i++) {
            moments.add(x[i]);
            quantile.add(x[i]);
            ewm[i] = average.add(x[i]);
            if (moments.full()) {
                int at = i - window + 1;
                mean[at] = moments.mean();
                deviation[at] = moments.deviation();
                median[at] = quantile.quantile(0.5);
                q95[at] = quantile.quantile(0.95);
            }
        }
        known.expect("mean", mean);
        known.expect("std_ddof1", deviation);
        known.expect("median", median);
        known.expect("q95_linear", q95);
        known.expect("ewm", ewm);
    }

    private static void overTime(KnownCase known) {
        long[] seconds = known.counts("epoch_seconds");
        double[] refused = known.vector("refused");
        TimeWindowRate window = new TimeWindowRate(SEVEN_DAYS);
        double[] count = new double[seconds.length];
        double[] rate = new double[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            window.add(seconds[i], refused[i] == 1);
            count[i] = window.count();
            rate[i] = window.rate();
        }
        known.require(Arrays.stream(refused).allMatch(value -> value == 0 || value == 1), "refused is 0 or 1");
        known.expect("count", count);
        known.expect("rate", rate);
    }
}
