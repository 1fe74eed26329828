package io.plumbline.stats.knownanswers;

import io.plumbline.stats.control.IndividualsChart;

final class IMrAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        QccChart.report(IndividualsChart.of(known.vector("x")), "statistics").forEach(known::expect);
    }
}
