package io.plumbline.stats.knownanswers;

import io.plumbline.stats.ChiSquared;
import io.plumbline.stats.proportion.ClopperPearsonInterval;
import io.plumbline.stats.proportion.McNemarTest;

final class McnemarAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        long[][] table = Json.countMatrix(known.input("table"));
        long b = table[0][1];
        long c = table[1][0];
        if (known.hasInput("b")) {
            known.require(known.integer("b") == b && known.integer("c") == c, "b and c are the table's discordant cells");
        }
        known.expect("chisq", McNemarTest.statistic(b, c));
        known.expect("stat", McNemarTest.statistic(b, c));
        known.expect("p", McNemarTest.asymptotic(b, c));
        known.expect("chisq_cc", McNemarTest.correctedStatistic(b, c));
        known.expect("cc_stat", statsmodelsCorrected(b, c));
        known.expect("p_cc", McNemarTest.corrected(b, c));
        known.expect("cc_p", ChiSquared.survival(statsmodelsCorrected(b, c), 1));
        known.expect("exact_stat", Math.min(b, c));
        known.expect("exact_p", McNemarTest.exact(b, c));
        known.expect("midp", McNemarTest.midP(b, c));
        known.expect("discordant_p", (double) b / (b + c));
        known.expect("discordant_ci", b + c == 0 ? null : ClopperPearsonInterval.of(b, b + c, 0.95));
    }

    /** statsmodels subtracts the correction even where there is no difference to correct, and then divides by nothing for b = c = 0. */
    private static double statsmodelsCorrected(long b, long c) {
        return b == c ? 1.0 / (b + c) : McNemarTest.correctedStatistic(b, c);
    }
}
