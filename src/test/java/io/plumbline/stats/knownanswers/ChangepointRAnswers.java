package io.plumbline.stats.knownanswers;

import io.plumbline.stats.changepoint.Amoc;
import io.plumbline.stats.changepoint.BinarySegmentation;
import io.plumbline.stats.changepoint.ChangepointPackagePelt;
import io.plumbline.stats.changepoint.ExponentialCost;
import io.plumbline.stats.changepoint.FunctionalPruning;
import io.plumbline.stats.changepoint.GammaCost;
import io.plumbline.stats.changepoint.MeanCost;
import io.plumbline.stats.changepoint.MeanVarianceCost;
import io.plumbline.stats.changepoint.ModifiedBicCost;
import io.plumbline.stats.changepoint.Pelt;
import io.plumbline.stats.changepoint.Penalty;
import io.plumbline.stats.changepoint.PoissonCost;
import io.plumbline.stats.changepoint.SegmentCost;
import io.plumbline.stats.changepoint.SegmentNeighbourhood;
import io.plumbline.stats.changepoint.Segmentation;
import io.plumbline.stats.changepoint.VarianceCost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The R package {@code changepoint}: its 1-based last index of a segment is our 0-based first index of the next. */
final class ChangepointRAnswers implements KnownAnswers {

    private static final int CUSTOMARY_Q = 5;

    @Override
    public void check(KnownCase known) {
        double[] x = known.vector("x");
        String function = known.input("fun").asText();
        String statistic = known.input("test_stat").asText();
        String penaltyName = known.input("penalty").asText();
        int minSegment = known.integer("minseglen");
        double shape = known.number("shape", 1);
        SegmentCost cost = cost(function, statistic, x, shape);
        if (penaltyName.equals("MBIC")) {
            cost = statistic.equals("Poisson") ? eventlessIsFree(new ModifiedBicCost(cost), x) : new ModifiedBicCost(cost);
        }
        int parameters = function.equals("cpt.meanvar") && statistic.equals("Normal") ? 2 : 1;
        double penalty = penalty(penaltyName, x.length, parameters, known);
        int[] changes = search(known.input("method").asText(), cost, penalty, minSegment, known.integer("Q", CUSTOMARY_Q));
        known.expect("pen_value", penalty);
        known.expect("cpts_last_index_of_segment_1based", changes);
        known.expect("ncpts", changes.length);
        known.expect("param", parameters(function, statistic, x, changes, shape));
        int[] optimal = Pelt.segment(cost, penalty, minSegment);
        known.require(penalised(cost, optimal, penalty) <= penalised(cost, changes, penalty) + 1e-6, "our own search is never worse");
        if (function.equals("cpt.mean") && penaltyName.equals("Manual")) {
            known.require(Arrays.equals(changes, FunctionalPruning.mean(x, penalty, minSegment)), "functional pruning finds the same");
        }
    }

    private static double penalised(SegmentCost cost, int[] changes, double penalty) {
        return Segmentation.at(cost, changes).cost() + penalty * changes.length;
    }

    private static double penalty(String name, int size, int parameters, KnownCase known) {
        return switch (name) {
            // Both come from a number that the case does not name: the price itself, or the level of an asymptotic test.
            case "Manual", "Asymptotic" -> Json.number(known.expected("pen_value"));
            case "None" -> 0;
            case "BIC0", "SIC0" -> Penalty.BIC.of(size, parameters - 1);
            case "AIC0" -> Penalty.AIC.of(size, parameters - 1);
            case "Hannan-Quinn0" -> Penalty.HANNAN_QUINN.of(size, parameters - 1);
            case "BIC", "SIC" -> Penalty.BIC.of(size, parameters);
            case "MBIC" -> Penalty.MBIC.of(size, parameters);
            case "AIC" -> Penalty.AIC.of(size, parameters);
            case "Hannan-Quinn" -> Penalty.HANNAN_QUINN.of(size, parameters);
            default -> throw new AssertionError("a penalty that nobody knows: " + name);
        };
    }

    private static int[] search(String method, SegmentCost cost, double penalty, int minSegment, int most) {
        return switch (method) {
            case "PELT" -> ChangepointPackagePelt.segment(cost, penalty, minSegment);
            case "SegNeigh" -> upTo(cost, penalty, minSegment, most - 1);
            case "BinSeg" -> BinarySegmentation.segment(cost, penalty, most, minSegment);
            case "AMOC" -> Amoc.changePoint(cost, penalty, minSegment).stream().toArray();
            default -> throw new AssertionError("a method that nobody knows: " + method);
        };
    }

    /** The best of at most so many changes at the price of each; R's Q counts segments here and changes for BinSeg. */
    private static int[] upTo(SegmentCost cost, double penalty, int minSegment, int most) {
        return SegmentNeighbourhood.upTo(cost, most, minSegment).stream()
            .min(Comparator.comparingDouble(each -> each.cost() + penalty * each.changes())).orElseThrow().changePoints();
    }

    /** R's modified BIC charges no logarithm of the length for a Poisson segment without any event. */
    private static SegmentCost eventlessIsFree(SegmentCost cost, double[] x) {
        return new SegmentCost() {
            @Override
            public int size() {
                return cost.size();
            }

            @Override
            public double cost(int from, int to) {
                return Arrays.stream(x, from, to).sum() == 0 ? 0 : cost.cost(from, to);
            }

            @Override
            public double pruningSlack() {
                return cost.pruningSlack() - Math.log(size());
            }
        };
    }

    private static SegmentCost cost(String function, String statistic, double[] x, double shape) {
        return switch (function + " " + statistic) {
            case "cpt.mean Normal" -> new MeanCost(x);
            case "cpt.var Normal" -> new VarianceCost(x, mean(x, 0, x.length));
            case "cpt.meanvar Normal" -> new MeanVarianceCost(x);
            case "cpt.meanvar Poisson" -> new PoissonCost(x);
            case "cpt.meanvar Exponential" -> new ExponentialCost(x);
            case "cpt.meanvar Gamma" -> new GammaCost(x, shape);
            default -> throw new AssertionError("a model that nobody knows: " + function + " " + statistic);
        };
    }

    private static Map<String, double[]> parameters(String function, String statistic, double[] x, int[] changes, double shape) {
        List<double[]> segments = new ArrayList<>();
        int from = 0;
        for (int to : IntStream.concat(Arrays.stream(changes), IntStream.of(x.length)).toArray()) {
            segments.add(Arrays.copyOfRange(x, from, to));
            from = to;
        }
        double[] means = segments.stream().mapToDouble(segment -> mean(segment, 0, segment.length)).toArray();
        Map<String, double[]> parameters = new LinkedHashMap<>();
        switch (statistic) {
            case "Poisson" -> parameters.put("lambda", means);
            case "Exponential" -> parameters.put("rate", Arrays.stream(means).map(mean -> 1 / mean).toArray());
            case "Gamma" -> {
                parameters.put("scale", Arrays.stream(means).map(mean -> mean / shape).toArray());
                parameters.put("shape", new double[] {shape});
            }
            default -> {
                parameters.put("mean", function.equals("cpt.var") ? new double[] {mean(x, 0, x.length)} : means);
                if (!function.equals("cpt.mean")) {
                    parameters.put("variance", IntStream.range(0, means.length)
                        .mapToDouble(i -> Arrays.stream(segments.get(i)).map(v -> v - means[i]).map(v -> v * v).average().orElseThrow())
                        .toArray());
                }
            }
        }
        return parameters;
    }

    private static double mean(double[] x, int from, int to) {
        return Arrays.stream(x, from, to).average().orElseThrow();
    }
}
