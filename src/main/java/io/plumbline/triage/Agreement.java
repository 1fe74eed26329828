package io.plumbline.triage;

import io.plumbline.stats.Interval;
import io.plumbline.stats.agreement.AgreementBootstrap;
import io.plumbline.stats.agreement.CohenKappa;
import io.plumbline.stats.agreement.ConfusionTable;
import io.plumbline.stats.agreement.GwetAc1;
import io.plumbline.stats.agreement.KrippendorffAlpha;
import io.plumbline.stats.agreement.PercentAgreement;
import io.plumbline.stats.agreement.RatingLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How far two people say the same of the same records. Of each record the first two labels count.
 *
 * @param units        records labelled by two people
 * @param needed       fewest of them on which a coefficient is shown
 * @param equal        records on which both say the same
 * @param coefficients empty below {@code needed}, or where everyone always says the same and chance can't be told from skill
 */
public record Agreement(int units, int needed, int equal, List<Coefficient> coefficients) {

    private static final double CONFIDENCE = 0.95;
    private static final int DRAWS = 500;
    private static final long SEED = 20_260_501L;

    public Agreement {
        coefficients = List.copyOf(coefficients);
    }

    /** @param needed policy value {@code triage.agreement.minimum} */
    public static Agreement of(Labels labels, int needed) {
        List<List<Label>> twice = labels.records().stream().map(labels::on).filter(given -> given.size() >= 2).toList();
        double[][] ratings = new double[2][twice.size()];
        int equal = 0;
        for (int i = 0; i < twice.size(); i++) {
            ratings[0][i] = twice.get(i).get(0).choice().ordinal();
            ratings[1][i] = twice.get(i).get(1).choice().ordinal();
            equal += ratings[0][i] == ratings[1][i] ? 1 : 0;
        }
        List<Coefficient> coefficients = new ArrayList<>();
        if (twice.size() >= needed) {
            coefficient("Percent", ratings, PercentAgreement::of).ifPresent(coefficients::add);
            coefficient("Cohen κ", ratings, r -> CohenKappa.of(ConfusionTable.of(r[0], r[1])).kappa()).ifPresent(coefficients::add);
            coefficient("Krippendorff α", ratings, r -> KrippendorffAlpha.of(r, RatingLevel.NOMINAL)).ifPresent(coefficients::add);
            coefficient("Gwet AC1", ratings, r -> GwetAc1.of(r)).ifPresent(coefficients::add);
        }
        return new Agreement(twice.size(), needed, equal, coefficients);
    }

    public boolean isEnough() {
        return units >= needed;
    }

    /** A coefficient that is not defined on these ratings is left out rather than shown as 0 or 1. */
    private static Optional<Coefficient> coefficient(String name, double[][] ratings, ToDoubleFunction<double[][]> measure) {
        try {
            double value = measure.applyAsDouble(ratings);
            if (Double.isNaN(value)) {
                return Optional.empty();
            }
            return Optional.of(new Coefficient(name, value, AgreementBootstrap.interval(ratings, measure, CONFIDENCE, DRAWS, SEED)));
        } catch (IllegalArgumentException undefined) {
            return Optional.empty();
        }
    }

    /** A coefficient with its 95 % bootstrap interval over records. */
    public record Coefficient(String name, double value, Interval interval) {
    }
}
