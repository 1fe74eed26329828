package io.plumbline.stats.knownanswers;

import io.plumbline.stats.power.UnpairedPower;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

final class PowerMdeAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        if (known.hasInput("rows_p1_p2_n_alpha")) {
            rows(known);
        } else {
            oneDesign(known);
        }
    }

    private static void oneDesign(KnownCase known) {
        double n = known.number("n_per_group");
        double p1 = known.number("p1");
        double p2 = known.number("p2");
        double alpha = known.number("sig_level");
        double power = known.number("power");
        known.expect("power", UnpairedPower.power(n, p1, p2, alpha));
        known.expect("power_strict_two_sided", UnpairedPower.strictPower(n, p1, p2, alpha));
        known.expect("n_per_group_for_power", UnpairedPower.sizeNeeded(p1, p2, alpha, power));
        known.expect("mde_p2_above_p1", UnpairedPower.detectableAbove(n, p1, alpha, power));
        known.expect("cohen_h", UnpairedPower.cohenH(p1, p2));
        known.expect("power_arcsine", UnpairedPower.arcsinePower(n, p1, p2, alpha));
    }

    private static void rows(KnownCase known) {
        expect(known, "power_normal", row -> UnpairedPower.strictPower(row[2], row[0], row[1], row[3]));
        expect(known, "power_arcsine", row -> UnpairedPower.arcsinePower(row[2], row[0], row[1], row[3]));
        // statsmodels' samplesize_proportions_2indep_onetail halves a two-sided alpha twice; its number is the size at half the level
        expect(known, "n_for_80pct_two_sided_normal", row -> UnpairedPower.sizeNeeded(row[0], row[1], row[3] / 2, 0.8));
    }

    private static void expect(KnownCase known, String key, ToDoubleFunction<double[]> value) {
        known.expect(key, Arrays.stream(known.matrix("rows_p1_p2_n_alpha")).mapToDouble(value).toArray());
    }
}
