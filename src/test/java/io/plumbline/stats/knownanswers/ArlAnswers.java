package io.plumbline.stats.knownanswers;

import io.plumbline.stats.runlength.BinomialCusumRunLength;
import io.plumbline.stats.runlength.CusumRunLength;
import io.plumbline.stats.runlength.EwmaRunLength;
import io.plumbline.stats.runlength.PoissonCusumRunLength;
import java.util.Arrays;

final class ArlAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        if (known.hasInput("target_arl0")) {
            interval(known);
            return;
        }
        switch (known.input("chart").asText()) {
            case "cusum" -> cusum(known);
            case "ewma" -> ewma(known);
            case "poisson cusum upper S=max(0,S+x-k)" -> poisson(known);
            case "binomial log-likelihood-ratio CUSUM, upper" -> binomial(known);
            default -> throw new AssertionError("a chart that nobody knows: " + known.input("chart"));
        }
    }

    private static void interval(KnownCase known) {
        known.requireInput("sided", "one", "two");
        boolean one = known.input("sided").asText().equals("one");
        double k = known.number("k");
        known.expect("h", Arrays.stream(known.vector("target_arl0"))
            .map(target -> one ? CusumRunLength.decisionInterval(k, target) : CusumRunLength.decisionIntervalTwoSided(k, target))
                .toArray());
    }

    private static void cusum(KnownCase known) {
        known.requireInput("sided", "one", "two");
        known.requireInput("observations", "N(mu,1)");
        boolean one = known.input("sided").asText().equals("one");
        double k = known.number("k");
        double h = known.number("h");
        known.expect("arl", Arrays.stream(known.vector("mu"))
            .map(mu -> one ? CusumRunLength.oneSided(k, h, mu) : CusumRunLength.twoSided(k, h, mu)).toArray());
    }

    private static void ewma(KnownCase known) {
        known.requireInput("limits", "fixed (asymptotic)");
        double lambda = known.number("lambda");
        double width = known.number("L");
        known.expect("arl", Arrays.stream(known.vector("mu")).map(mu -> EwmaRunLength.twoSided(lambda, width, mu)).toArray());
    }

    private static void poisson(KnownCase known) {
        known.requireInput("alarm", "S > h (Lucas tables use >=)");
        double k = known.number("k");
        double h = known.number("h");
        known.expect("arl", Arrays.stream(known.vector("mean")).map(mean -> PoissonCusumRunLength.upward(k, h, mean)).toArray());
    }

    private static void binomial(KnownCase known) {
        int n = known.integer("n");
        double p0 = known.number("p0");
        double p1 = known.number("p1");
        double h = known.number("h");
        known.expect("arl0", BinomialCusumRunLength.of(n, p0, p1, h, p0));
        known.expect("arl1", BinomialCusumRunLength.of(n, p0, p1, h, p1));
        known.expect("arl0_g200", BinomialCusumRunLength.of(n, p0, p1, h, p0, 200));
    }
}
