package io.plumbline.monitoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds where the log has holes (R27, R44). A quiet night is no hole: a stretch counts only when it is longer than the policy's hours and
 * so empty that, at the traffic usual at those hours, it would not happen by chance once in the whole log.
 */
final class LogGaps {

    private static final long HOUR = 3_600_000L;
    private static final int DAYS_AROUND = 3;
    /** A day with less of it left gives no pace of its own. */
    private static final double MOST_OF_A_DAY = 0.8;

    private final double hours;
    private final double alpha;

    LogGaps(double hours, double alpha) {
        this.hours = hours;
        this.alpha = alpha;
    }

    /** @param times times of all records, ascending, in epoch milliseconds */
    List<LogGap> in(long[] times) {
        if (times.length < 2) {
            return List.of();
        }
        double[] share = hourShares(times);
        long firstDay = Math.floorDiv(times[0], 24 * HOUR);
        long[] perDay = perDay(times, firstDay);
        double needed = Math.log(times.length / alpha);
        List<LogGap> gaps = new ArrayList<>();
        for (int i = 1; i < times.length; i++) {
            if (times[i] - times[i - 1] > hours * HOUR) {
                double expected = expected(times[i - 1], times[i], share, perDay, firstDay);
                if (expected > needed) {
                    gaps.add(new LogGap(Instant.ofEpochMilli(times[i - 1]), Instant.ofEpochMilli(times[i]), expected));
                }
            }
        }
        return gaps;
    }

    private static double[] hourShares(long[] times) {
        double[] share = new double[24];
        for (long time : times) {
            share[(int) Math.floorMod(Math.floorDiv(time, HOUR), 24L)] += 1.0 / times.length;
        }
        return share;
    }

    private static long[] perDay(long[] times, long firstDay) {
        long[] counts = new long[(int) (Math.floorDiv(times[times.length - 1], 24 * HOUR) - firstDay) + 1];
        for (long time : times) {
            counts[(int) (Math.floorDiv(time, 24 * HOUR) - firstDay)]++;
        }
        return counts;
    }

    private static double expected(long from, long to, double[] share, long[] perDay, long firstDay) {
        double expected = 0;
        for (long at = from; at < to; ) {
            long hourEnd = Math.min(to, (Math.floorDiv(at, HOUR) + 1) * HOUR);
            int day = (int) (Math.floorDiv(at, 24 * HOUR) - firstDay);
            int hour = (int) Math.floorMod(Math.floorDiv(at, HOUR), 24L);
            expected += Math.min(usualDay(perDay, day), ownPace(perDay[day], from, to, firstDay + day, share)) * share[hour] * (hourEnd - at) / HOUR;
            at = hourEnd;
        }
        return expected;
    }

    /** What the day's own records, outside of the gap, make of a whole day; a quiet weekend is its own measure. */
    private static double ownPace(long records, long from, long to, long day, double[] share) {
        double inside = 0;
        for (int hour = 0; hour < 24; hour++) {
            long begin = day * 24 * HOUR + hour * HOUR;
            long overlap = Math.min(to, begin + HOUR) - Math.max(from, begin);
            inside += overlap > 0 ? share[hour] * overlap / HOUR : 0;
        }
        return inside > MOST_OF_A_DAY ? Double.POSITIVE_INFINITY : records / (1 - inside);
    }

    /** Median of the days around that have records, so that a weekend or a ramp-up sets its own measure. */
    private static double usualDay(long[] perDay, int day) {
        long[] around = Arrays.stream(perDay, Math.max(0, day - DAYS_AROUND), Math.min(perDay.length, day + DAYS_AROUND + 1))
            .filter(n -> n > 0).sorted().toArray();
        int wider = DAYS_AROUND;
        while (around.length == 0 && wider < perDay.length) {
            wider *= 2;
            around = Arrays.stream(perDay, Math.max(0, day - wider), Math.min(perDay.length, day + wider + 1))
                .filter(n -> n > 0).sorted().toArray();
        }
        return around.length == 0 ? 0 : around[around.length / 2];
    }
}
