package io.plumbline.stats.knownanswers;

import io.plumbline.stats.control.ControlChart;
import io.plumbline.stats.control.LaneyPPrimeChart;
import io.plumbline.stats.control.PChart;

final class PPrimeLaneyAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        long[] k = known.counts("counts");
        long[] n = known.counts("sizes");
        ControlChart laney = LaneyPPrimeChart.of(k, n, 3);
        ControlChart plain = PChart.of(k, n, 3);
        known.expect("center", laney.center());
        known.expect("p", laney.statistics());
        known.expect("lcl", laney.lower());
        known.expect("ucl", laney.upper());
        known.expect("plain_p_lcl", plain.lower());
        known.expect("plain_p_ucl", plain.upper());
    }
}
