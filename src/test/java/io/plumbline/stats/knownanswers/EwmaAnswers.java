package io.plumbline.stats.knownanswers;

import io.plumbline.stats.control.ControlChart;
import io.plumbline.stats.control.EwmaChart;
import io.plumbline.stats.control.Subgroups;
import java.util.stream.IntStream;

final class EwmaAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        Subgroups baseline = SampleRows.of(known.input("data"));
        Subgroups all = SampleRows.withNew(known, baseline, "new_data");
        double lambda = known.number("lambda");
        double deviation = baseline.deviationByRange();
        ControlChart chart = EwmaChart.of(baseline.center(), deviation, all, lambda, known.number("nsigmas"));
        int[] sizes = all.sizes();
        known.expect("center", chart.center());
        known.expect("std_dev", chart.deviation());
        known.expect("ewma", chart.statistics());
        known.expect("sigma", IntStream.range(0, sizes.length)
            .mapToDouble(i -> deviation / Math.sqrt(sizes[i]) * EwmaChart.standardError(lambda, i + 1)).toArray());
        known.expect("lcl", chart.lower());
        known.expect("ucl", chart.upper());
        known.expect("beyond_limits_1based", IntStream.concat(IntStream.of(chart.above()), IntStream.of(chart.below())).map(i -> i + 1)
            .sorted().toArray());
    }
}
