package io.plumbline.stats.knownanswers;

import io.plumbline.stats.control.Cusum;
import io.plumbline.stats.control.Subgroups;

final class CusumTabularAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        Subgroups baseline = SampleRows.of(known.input("data"));
        Subgroups all = SampleRows.withNew(known, baseline, "new_data");
        double center = baseline.center();
        double deviation = baseline.deviationByRange();
        Cusum cusum = Cusum.of(center, deviation, all, known.number("se_shift") / 2, known.number("decision_interval"),
            known.number("head_start"));
        known.expect("center", center);
        known.expect("std_dev", deviation);
        known.expect("pos", cusum.upper());
        known.expect("neg", cusum.lower());
        known.expect("violations_upper_1based", QccChart.fromOne(cusum.signalsAbove(), new int[0]));
        known.expect("violations_lower_1based", QccChart.fromOne(cusum.signalsBelow(), new int[0]));
    }
}
