package io.plumbline.stats.knownanswers;

import io.plumbline.stats.distribution.Quantiles;
import java.util.Arrays;

final class QuantilesAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        double[] present = Arrays.stream(known.vector("x")).filter(value -> !Double.isNaN(value)).toArray();
        double[] p = known.vector("p");
        for (int type = 1; type <= 9; type++) {
            int definition = type;
            known.expect("type" + type, Arrays.stream(p).map(each -> Quantiles.of(present, each, definition)).toArray());
        }
    }
}
