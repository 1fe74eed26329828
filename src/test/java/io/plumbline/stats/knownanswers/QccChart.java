package io.plumbline.stats.knownanswers;

import io.plumbline.stats.control.ControlChart;
import io.plumbline.stats.control.RunPatterns;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** How the R package {@code qcc} reports a chart: indices from 1, first those above, then those below; runs of 7. */
final class QccChart {

    private static final int RUN = 7;

    private QccChart() {
    }

    static Map<String, Object> report(ControlChart chart, String statistics) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("center", chart.center());
        report.put("std_dev", chart.deviation());
        report.put(statistics, chart.statistics());
        report.put("lcl", once(chart.lower()));
        report.put("ucl", once(chart.upper()));
        report.put("beyond_limits_1based", fromOne(chart.above(), chart.below()));
        report.put("violating_runs_1based", fromOne(RunPatterns.runAbove(chart.zones(), RUN), RunPatterns.runBelow(chart.zones(), RUN)));
        return report;
    }

    static int[] fromOne(int[] first, int[] second) {
        return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).map(i -> i + 1).toArray();
    }

    /** Limits that are all equal are given once. */
    static double[] once(double[] limits) {
        return Arrays.stream(limits).distinct().count() == 1 ? new double[] {limits[0]} : limits;
    }
}
