package io.plumbline.stats.knownanswers;

import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.AgrestiCoullInterval;
import io.plumbline.stats.proportion.ClopperPearsonInterval;
import io.plumbline.stats.proportion.JeffreysInterval;
import io.plumbline.stats.proportion.WaldInterval;
import io.plumbline.stats.proportion.WilsonInterval;
import java.util.Arrays;

final class ProportionCiAnswers implements KnownAnswers {

    private interface Method {
        Interval of(long successes, long n, double confidence);
    }

    @Override
    public void check(KnownCase known) {
        expect(known, "wilson", WilsonInterval::of);
        expect(known, "scipy_wilson", WilsonInterval::of);
        expect(known, "wilson_cc", ProportionCiAnswers::rCorrected);
        expect(known, "scipy_wilsoncc", WilsonInterval::continuityCorrected);
        expect(known, "clopper_pearson", ClopperPearsonInterval::of);
        expect(known, "agresti_coull", AgrestiCoullInterval::of);
        expect(known, "jeffreys", JeffreysInterval::of);
        expect(known, "normal", WaldInterval::of);
    }

    /** R's prop.test corrects by no more than the distance from its null hypothesis of one half: not at all for exactly half the trials. */
    private static Interval rCorrected(long successes, long n, double confidence) {
        return 2 * successes == n ? WilsonInterval.of(successes, n, confidence)
            : WilsonInterval.continuityCorrected(successes, n, confidence);
    }

    private static void expect(KnownCase known, String key, Method method) {
        double confidence = known.number("conf", 0.95);
        known.expect(key, Arrays.stream(Json.countMatrix(known.input("x_n"))).map(row -> method.of(row[0], row[1], confidence)).toList());
    }
}
