package io.plumbline.stats.knownanswers;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.stats.Interval;
import io.plumbline.stats.StandardNormal;
import io.plumbline.stats.proportion.AgrestiCaffoInterval;
import io.plumbline.stats.proportion.MiettinenNurminenInterval;
import io.plumbline.stats.proportion.NewcombeInterval;
import io.plumbline.stats.proportion.PooledZTest;
import io.plumbline.stats.proportion.UnconditionalExactTest;
import io.plumbline.stats.proportion.WaldInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The files give p1 - p2, the program p2 - p1: the groups change places. */
final class NewcombeDiffCiAnswers implements KnownAnswers {

    private interface Method {
        Interval of(long k1, long n1, long k2, long n2, double confidence);
    }

    @Override
    public void check(KnownCase known) {
        known.requireInput("order", "p1-p2");
        double confidence = known.number("conf", 0.95);
        withEstimate(known, "est_lo_hi_newcombe", NewcombeInterval::of, confidence);
        withEstimate(known, "newcombe_cc", NewcombeInterval::continuityCorrected, confidence);
        withEstimate(known, "miettinen_nurminen", MiettinenNurminenInterval::of, confidence);
        if (known.expects("est_lo_hi_newcombe")) {
            withEstimate(known, "wald", WaldInterval::ofDifference, confidence);
        } else {
            bounds(known, "wald", WaldInterval::ofDifference, confidence);
        }
        bounds(known, "newcombe", NewcombeInterval::of, confidence);
        bounds(known, "agresti_caffo", AgrestiCaffoInterval::of, confidence);
        perRow(known, "score_mn", row -> StatsmodelsScoreInterval.of(row[0], row[1], row[2], row[3], confidence).orElse(null));
        perRow(known, "z_pooled", row -> PooledZTest.statistic(row[2], row[3], row[0], row[1]));
        perRow(known, "z_p", row -> PooledZTest.twoSided(row[2], row[3], row[0], row[1]));
        perRow(known, "score_test_p",
            row -> StandardNormal.twoSided(MiettinenNurminenInterval.statistic(row[2], row[3], row[0], row[1], 0)));
        exact(known, "boschloo_p", UnconditionalExactTest::boschloo);
        exact(known, "barnard_p", NewcombeDiffCiAnswers::scipyBarnard);
    }

    private interface ExactTest {
        double of(long k1, long n1, long k2, long n2);
    }

    /** Where the reference was not run (a null) the groups are large and the test is not asked either. */
    private static void exact(KnownCase known, String key, ExactTest test) {
        if (!known.expects(key)) {
            return;
        }
        long[][] rows = rows(known);
        Double[] p = new Double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            p[i] = known.expected(key).get(i).isNull() ? null : Double.valueOf(test.of(rows[i][2], rows[i][3], rows[i][0], rows[i][1]));
        }
        known.expect(key, p, known.tolerance("exact_tests", "absolute"));
    }

    /**
     * SciPy compares the statistics of tables as rounding leaves them, so that tables tied with the observed one drop out by chance; the
     * program counts ties in, which can only raise the p-value.
     */
    private static double scipyBarnard(long k1, long n1, long k2, long n2) {
        double observed = Math.abs(plainZ(k1, n1, k2, n2));
        boolean[][] extreme = new boolean[(int) n1 + 1][(int) n2 + 1];
        for (int i = 0; i <= n1; i++) {
            for (int j = 0; j <= n2; j++) {
                extreme[i][j] = Math.abs(plainZ(i, n1, j, n2)) >= observed;
            }
        }
        double asRounded = UnconditionalExactTest.greatestProbability(extreme);
        if (UnconditionalExactTest.barnard(k1, n1, k2, n2) < asRounded - 1e-9) {
            throw new AssertionError("counting ties in lowered Barnard's p-value");
        }
        return asRounded;
    }

    private static double plainZ(double x1, double n1, double x2, double n2) {
        double p = (x1 + x2) / (n1 + n2);
        return x1 / n1 == x2 / n2 ? 0 : (x1 / n1 - x2 / n2) / Math.sqrt(p * (1 - p) * (1 / n1 + 1 / n2));
    }

    private static void withEstimate(KnownCase known, String key, Method method, double confidence) {
        perRow(known, key, row -> {
            Interval interval = method.of(row[2], row[3], row[0], row[1], confidence);
            return new double[] {(double) row[0] / row[1] - (double) row[2] / row[3], interval.lower(), interval.upper()};
        });
    }

    private static void bounds(KnownCase known, String key, Method method, double confidence) {
        if (known.expects(key)) {
            JsonNode expected = known.expected(key);
            long[][] rows = rows(known);
            List<double[]> values = new ArrayList<>();
            for (int i = 0; i < rows.length; i++) {
                Interval interval = method.of(rows[i][2], rows[i][3], rows[i][0], rows[i][1], confidence);
                values.add(new double[] {unclipped(interval.lower(), expected.get(i), 0), unclipped(interval.upper(), expected.get(i), 1)});
            }
            known.expect(key, values);
        }
    }

    /** statsmodels lets a bound run past -1 or 1, where the program stops it. */
    private static double unclipped(double bound, JsonNode expected, int place) {
        double reference = expected.isNull() ? bound : Json.number(expected.get(place));
        return Math.abs(bound) == 1 && reference * bound > 1 ? reference : bound;
    }

    private static void perRow(KnownCase known, String key, Function<long[], Object> value) {
        List<Object> values = new ArrayList<>();
        Arrays.stream(rows(known)).forEach(row -> values.add(value.apply(row)));
        if (known.expects(key)) {
            known.expect(key, values, known.tolerance());
        }
    }

    private static long[][] rows(KnownCase known) {
        return Json.countMatrix(known.input("x1_n1_x2_n2"));
    }
}
