package io.plumbline.stats.knownanswers;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.stats.agreement.CohenKappa;
import io.plumbline.stats.agreement.ConfusionTable;
import io.plumbline.stats.agreement.DisagreementWeight;
import io.plumbline.stats.agreement.FleissKappa;
import io.plumbline.stats.agreement.GwetAc1;
import io.plumbline.stats.agreement.KrippendorffAlpha;
import io.plumbline.stats.agreement.PercentAgreement;
import io.plumbline.stats.agreement.RatingLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** One file, five shapes of input: raters by units, labels by units, pairs, counts by category, and a confusion table. */
final class AgreementAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        if (known.hasInput("raters_by_units")) {
            krippendorff(known);
        } else if (known.hasInput("units_by_raters")) {
            fleissOfLabels(known);
        } else if (known.hasInput("pairs")) {
            cohenOfPairs(known);
        } else if (known.hasInput("counts")) {
            FleissKappa fleiss = FleissKappa.of(Json.countMatrix(known.input("counts")));
            known.expect("fleiss", fleiss.kappa());
            known.expect("randolph_free_marginal", fleiss.freeMarginal());
        } else {
            cohenOfTable(known);
        }
    }

    private static void krippendorff(KnownCase known) {
        if (known.hasInput("missing")) {
            known.requireInput("missing", "null");
        }
        double[][] ratings = known.matrix("raters_by_units");
        for (RatingLevel level : RatingLevel.values()) {
            String key = level.name().toLowerCase(Locale.ROOT);
            if (known.expects(key)) {
                known.expect(key, asIrrPrints(KrippendorffAlpha.of(ratings, level), ratings));
            }
        }
        known.expect("gwet_ac1", GwetAc1.of(ratings));
        known.expect("percent", PercentAgreement.of(ratings));
    }

    /**
     * R's irr 0.84.1 weighs the pairs of a unit by one over its raters less one only where some rating is missing. In complete data with
     * more than two raters it therefore counts N (m - 1) ratings instead of N, and prints an alpha that differs by this known factor; the
     * program follows Krippendorff's definition in both cases.
     */
    private static double asIrrPrints(double alpha, double[][] ratings) {
        boolean complete = Arrays.stream(ratings).flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN);
        if (!complete) {
            return alpha;
        }
        double n = (double) ratings.length * ratings[0].length;
        double counted = n * (ratings.length - 1);
        return 1 - (1 - alpha) * (counted - 1) / counted * n / (n - 1);
    }

    /** Units with a missing label are left out, as R's irr does. */
    private static void fleissOfLabels(KnownCase known) {
        List<List<String>> units = new ArrayList<>();
        for (JsonNode unit : known.input("units_by_raters")) {
            List<String> labels = new ArrayList<>();
            unit.forEach(label -> labels.add(label.asText()));
            if (StreamSupport.stream(unit.spliterator(), false).noneMatch(JsonNode::isNull)) {
                units.add(labels);
            }
        }
        List<String> categories = List.copyOf(new TreeSet<>(units.stream().flatMap(List::stream).toList()));
        long[][] counts = new long[units.size()][categories.size()];
        for (int i = 0; i < counts.length; i++) {
            for (String label : units.get(i)) {
                counts[i][categories.indexOf(label)]++;
            }
        }
        FleissKappa fleiss = FleissKappa.of(counts);
        Tolerance tolerance = known.tolerance("absolute");
        known.expect("fleiss_kappa", fleiss.kappa(), tolerance);
        known.expect("z", fleiss.z(), tolerance);
        known.expect("p", fleiss.pValue(), tolerance);
        if (known.expects("by_category")) {
            known.expect("by_category", byCategory(known, categories, fleiss), known.tolerance("by_category"));
        }
    }

    /** In the file's order of categories, which is its locale's. */
    private static Map<String, Object> byCategory(KnownCase known, List<String> categories, FleissKappa fleiss) {
        List<String> order = new ArrayList<>();
        known.expected("by_category").path("category").forEach(category -> order.add(category.asText()));
        return Map.of("category", order, "kappa", order.stream().map(category -> fleiss.byCategory()[categories.indexOf(category)])
            .toList());
    }

    private static void cohenOfPairs(KnownCase known) {
        List<String> levels = new ArrayList<>();
        known.input("level_order").forEach(level -> levels.add(level.asText()));
        JsonNode pairs = known.input("pairs");
        double[] first = new double[pairs.size()];
        double[] second = new double[pairs.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = code(pairs.get(i).get(0), levels);
            second[i] = code(pairs.get(i).get(1), levels);
        }
        long[][] table = ConfusionTable.of(first, second, IntStream.range(0, levels.size()).asDoubleStream().toArray());
        CohenKappa kappa = CohenKappa.of(table);
        known.expect("kappa", kappa.kappa());
        known.expect("z", kappa.z());
        known.expect("kappa_linear", CohenKappa.of(table, DisagreementWeight.LINEAR).kappa());
        known.expect("kappa_quadratic", CohenKappa.of(table, DisagreementWeight.QUADRATIC).kappa());
        known.expectComputed("psych_ci_unweighted",
            () -> new double[] {kappa.interval(0.95).lower(), kappa.kappa(), kappa.interval(0.95).upper()});
    }

    private static double code(JsonNode label, List<String> levels) {
        return label.isNull() ? Double.NaN : levels.indexOf(label.asText());
    }

    private static void cohenOfTable(KnownCase known) {
        CohenKappa kappa = CohenKappa.of(Json.countMatrix(known.input("table")));
        known.expect("kappa", kappa.kappa());
        known.expect("std", kappa.standardError());
        known.expectComputed("ci95", () -> kappa.interval(0.95));
        known.expect("z", kappa.z());
        known.expect("p_two_sided", kappa.pValue());
    }
}
