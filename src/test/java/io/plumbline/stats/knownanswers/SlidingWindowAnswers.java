package io.plumbline.stats.knownanswers;

import io.plumbline.stats.window.ExponentialAverage;
import io.plumbline.stats.window.MovingMoments;
import io.plumbline.stats.window.MovingQuantile;
import io.plumbline.stats.window.TimeWindowRate;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The weight of the newest value and the length of a time window stand in the source: {@code ewm(alpha=.3)}, {@code rolling("7D")}. */
final class SlidingWindowAnswers implements KnownAnswers {

    private static final Pattern ALPHA = Pattern.compile("alpha ?= ?([0-9.]+)");
    private static final Pattern LENGTH = Pattern.compile("rolling\\([\"'](\\d+) ?([A-Za-z]+)[\"']");
    private static final Map<String, Long> SECONDS = Map.of("W", 604_800L, "D", 86_400L, "H", 3_600L, "h", 3_600L, "min", 60L, "T", 60L,
        "S", 1L, "s", 1L);

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
        ExponentialAverage average = new ExponentialAverage(alpha(known));
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
        TimeWindowRate window = new TimeWindowRate(length(known));
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

    private static double alpha(KnownCase known) {
        Matcher written = ALPHA.matcher(known.source());
        return written.find() ? Double.parseDouble(written.group(1)) : 0.3;
    }

    private static long length(KnownCase known) {
        Matcher written = LENGTH.matcher(known.source());
        return written.find() ? Long.parseLong(written.group(1)) * SECONDS.get(written.group(2)) : 7 * SECONDS.get("D");
    }
}
