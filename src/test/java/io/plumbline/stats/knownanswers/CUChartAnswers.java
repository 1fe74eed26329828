package io.plumbline.stats.knownanswers;

import io.plumbline.stats.control.ControlChart;
import io.plumbline.stats.control.CountChart;
import java.util.Arrays;
import java.util.Map;

final class CUChartAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        long[] counts = known.counts("counts");
        double[] sizes = known.vector("sizes");
        known.requireInput("type", "c", "u");
        ControlChart chart = known.input("type").asText().equals("c") ? CountChart.c(counts, known.number("nsigmas", 3))
            : CountChart.u(counts, sizes, known.number("nsigmas", 3));
        Map<String, Object> report = QccChart.report(chart, "statistics");
        report.forEach(known::expect);
        known.require(Arrays.stream(sizes).allMatch(size -> size > 0), "every bucket offers some opportunity");
    }
}
