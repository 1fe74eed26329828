package io.plumbline.stats.knownanswers;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.stats.changepoint.AbsoluteDeviationCost;
import io.plumbline.stats.changepoint.BinarySegmentation;
import io.plumbline.stats.changepoint.GaussianKernelCost;
import io.plumbline.stats.changepoint.MeanCost;
import io.plumbline.stats.changepoint.MeanVarianceCost;
import io.plumbline.stats.changepoint.Pelt;
import io.plumbline.stats.changepoint.RankCost;
import io.plumbline.stats.changepoint.SegmentCost;
import io.plumbline.stats.changepoint.SegmentNeighbourhood;
import io.plumbline.stats.changepoint.Segmentation;
import io.plumbline.stats.changepoint.SlidingWindowSegmentation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The Python package {@code ruptures}: 0-based first index of the next segment, the list ends with n. */
final class ChangepointRupturesAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        double[] x = known.vector("x");
        known.require(known.integer("jump") == 1, "only every index is a candidate (jump 1)");
        JsonNode params = known.input("params");
        SegmentCost cost = cost(known.input("model").asText(), x, params);
        int minSegment = known.integer("min_size");
        JsonNode wanted = known.input("n_bkps");
        JsonNode penalty = known.input("pen");
        int[] changes = search(known.input("algo").asText(), cost, wanted, penalty, minSegment, params);
        known.expect("bkps_0based_start_of_next_including_n", IntStream.concat(Arrays.stream(changes), IntStream.of(x.length)).toArray());
        known.expect("sum_of_costs", Segmentation.at(cost, changes).cost());
    }

    private static int[] search(String algorithm, SegmentCost cost, JsonNode wanted, JsonNode penalty, int minSegment, JsonNode params) {
        boolean counted = !wanted.isNull();
        switch (algorithm) {
            case "Pelt":
                return Pelt.segment(cost, penalty.asDouble(), minSegment);
            case "Dynp":
                return counted(cost, wanted.asInt(), minSegment);
            case "KernelCPD":
                return counted ? counted(cost, wanted.asInt(), minSegment) : Pelt.segment(cost, penalty.asDouble(), minSegment);
            case "Binseg":
                return counted ? BinarySegmentation.withChanges(cost, wanted.asInt(), minSegment)
                    : BinarySegmentation.segment(cost, penalty.asDouble(), minSegment);
            case "Window":
                return SlidingWindowSegmentation.withChanges(cost, params.path("width").asInt(100), wanted.asInt());
            default:
                throw new AssertionError("an algorithm that nobody knows: " + algorithm);
        }
    }

    private static int[] counted(SegmentCost cost, int changes, int minSegment) {
        List<Segmentation> best = SegmentNeighbourhood.upTo(cost, changes, minSegment);
        return best.get(changes).changePoints();
    }

    private static SegmentCost cost(String model, double[] x, JsonNode params) {
        return switch (model) {
            case "l1" -> new AbsoluteDeviationCost(x);
            case "l2", "linear" -> new MeanCost(x);
            case "normal" -> new MeanVarianceCost(x).logVarianceOnly();
            case "rbf" -> new GaussianKernelCost(x, params.path("gamma").asDouble(GaussianKernelCost.medianHeuristic(x)));
            case "rank" -> new RankCost(x);
            default -> throw new AssertionError("a model that nobody knows: " + model);
        };
    }
}
