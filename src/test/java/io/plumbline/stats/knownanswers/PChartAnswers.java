package io.plumbline.stats.knownanswers;

import io.plumbline.stats.control.ControlChart;
import io.plumbline.stats.control.PChart;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;

final class PChartAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        long[] k = known.counts("counts");
        long[] n = known.counts("sizes");
        double center = (double) Arrays.stream(k).sum() / Arrays.stream(n).sum();
        if (known.hasInput("new_counts")) {
            k = LongStream.concat(Arrays.stream(k), Arrays.stream(known.counts("new_counts"))).toArray();
            n = LongStream.concat(Arrays.stream(n), Arrays.stream(known.counts("new_sizes"))).toArray();
        }
        ControlChart chart = PChart.around(center, k, n, known.number("nsigmas", 3));
        Map<String, Object> report = QccChart.report(chart, "p");
        // One row of limits is given either once or for every sample.
        boolean everySample = known.expects("lcl") && known.expected("lcl").size() == k.length;
        report.put("lcl", everySample ? chart.lower() : QccChart.once(chart.lower()));
        report.put("ucl", everySample ? chart.upper() : QccChart.once(chart.upper()));
        report.forEach(known::expect);
        if (known.expects("limits_are")) {
            known.require(known.expected("limits_are").asText().contains("LCL floored at 0, UCL capped at 1"), "limits cut at 0 and 1");
        }
    }
}
