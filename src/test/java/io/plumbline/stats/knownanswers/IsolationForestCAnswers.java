package io.plumbline.stats.knownanswers;

import io.plumbline.stats.anomaly.IsolationForest;
import java.util.Arrays;

final class IsolationForestCAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        known.expect("c", Arrays.stream(known.counts("n")).mapToDouble(n -> IsolationForest.averagePathLength((int) n)).toArray());
    }
}
