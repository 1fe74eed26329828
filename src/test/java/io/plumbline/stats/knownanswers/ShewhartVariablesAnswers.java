package io.plumbline.stats.knownanswers;

import io.plumbline.stats.control.DeviationChart;
import io.plumbline.stats.control.RangeChart;
import io.plumbline.stats.control.Subgroups;
import io.plumbline.stats.control.XBarChart;

final class ShewhartVariablesAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        known.requireInput("std_dev_rule", "qcc default UWAVE-R for xbar/R, UWAVE-SD for S");
        Subgroups baseline = SampleRows.of(known.input("groups_calibration"));
        Subgroups all = SampleRows.withNew(known, baseline, "groups_new");
        known.expect("xbar", QccChart.report(XBarChart.around(baseline.center(), baseline.deviationByRange(), all, 3), "statistics"));
        known.expect("R", QccChart.report(RangeChart.of(baseline, all, 3), "statistics"));
        known.expect("S", QccChart.report(DeviationChart.of(baseline, all, 3), "statistics"));
    }
}
