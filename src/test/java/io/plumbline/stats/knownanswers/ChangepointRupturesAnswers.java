package io.plumbline.stats.knownanswers;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.stats.changepoint.AbsoluteDeviationCost;
import io.plumbline.stats.changepoint.BinarySegmentation;
import io.plumbline.stats.changepoint.BottomUpSegmentation;
import io.plumbline.stats.changepoint.ChangepointPackagePelt;
import io.plumbline.stats.changepoint.GaussianKernelCost;
import io.plumbline.stats.changepoint.MeanCost;
import io.plumbline.stats.changepoint.MeanVarianceCost;
import io.plumbline.stats.changepoint.Pelt;
import io.plumbline.stats.changepoint.RankCost;
import io.plumbline.stats.changepoint.SegmentCost;
import io.plumbline.stats.changepoint.SegmentNeighbourhood;
import io.plumbline.stats.changepoint.Segmentation;
import io.plumbline.stats.changepoint.SlidingWindowSegmentation;
import io.plumbline.stats.changepoint.SteppedCost;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/** The Python package {@code ruptures}: 0-based first index of the next segment, the list ends with n. */
final class ChangepointRupturesAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        double[] x = known.vector("x");
        JsonNode params = known.input("params");
        String model = known.input("model").asText();
        SegmentCost cost = cost(model, x, params);
        int minSegment = Math.max(known.integer("min_size"), fewestPoints(model));
        JsonNode wanted = known.input("n_bkps");
        JsonNode penalty = known.input("pen");
        String algorithm = known.input("algo").asText();
        int jump = known.integer("jump");
        int step = algorithm.equals("KernelCPD") ? 1 : jump;
        Search search = new Search(cost, step, minSegment, params.path("width").asInt(100));
        int[] changes = wanted.isNull() ? search.atPenalty(algorithm, penalty.asDouble()) : search.withChanges(algorithm, wanted.asInt());
        known.expect("bkps_0based_start_of_next_including_n", IntStream.concat(Arrays.stream(changes), IntStream.of(x.length)).toArray());
        known.expect("sum_of_costs", Segmentation.at(cost, changes).cost());
        if (algorithm.equals("Pelt")) {
            SteppedCost stepped = new SteppedCost(cost, step, minSegment);
            int[] best = stepped.indices(Pelt.segment(stepped, penalty.asDouble(), stepped.minCells()));
            double ours = Segmentation.at(cost, best).cost() + penalty.asDouble() * best.length;
            double theirs = Segmentation.at(cost, changes).cost() + penalty.asDouble() * changes.length;
            known.require(ours <= theirs + 1e-6 * Math.max(1, Math.abs(theirs)), "our own search is never worse");
        }
    }

    /** What the package's models demand of a segment, whatever {@code min_size} says. */
    private static int fewestPoints(String model) {
        return switch (model) {
            case "l1", "normal", "rank", "mahalanobis" -> 2;
            default -> 1;
        };
    }

    /** Its algorithms: {@code jump} makes only every jump-th index a candidate. */
    private record Search(SegmentCost cost, int step, int minSegment, int width) {

        int[] atPenalty(String algorithm, double penalty) {
            SteppedCost stepped = new SteppedCost(cost, step, minSegment);
            int cells = stepped.minCells();
            return switch (algorithm) {
                // It drops a beaten start at once, as R's package does, and may so miss the optimum for segments of several candidates.
                case "Pelt" -> stepped.indices(ChangepointPackagePelt.segment(stepped, penalty, cells));
                case "KernelCPD" -> Pelt.segment(cost, penalty, minSegment);
                case "Binseg" -> stepped.indices(BinarySegmentation.segment(stepped, penalty, cells));
                case "BottomUp" -> BottomUpSegmentation.segment(cost, penalty, step, minSegment);
                case "Window" -> SlidingWindowSegmentation.segment(cost, width, penalty, step, minSegment);
                default -> throw new AssertionError("an algorithm that nobody knows, or none for a penalty: " + algorithm);
            };
        }

        int[] withChanges(String algorithm, int changes) {
            SteppedCost stepped = new SteppedCost(cost, step, minSegment);
            int cells = stepped.minCells();
            return switch (algorithm) {
                case "Dynp", "KernelCPD" -> stepped.indices(SegmentNeighbourhood.upTo(stepped, changes, cells).get(changes).changePoints());
                case "Binseg" -> stepped.indices(BinarySegmentation.withChanges(stepped, changes, cells));
                case "BottomUp" -> BottomUpSegmentation.withChanges(cost, changes, step, minSegment);
                case "Window" -> SlidingWindowSegmentation.withChanges(cost, width, changes, step, minSegment);
                default -> throw new AssertionError("an algorithm that nobody knows, or none for a number of changes: " + algorithm);
            };
        }
    }

    private static SegmentCost cost(String model, double[] x, JsonNode params) {
        return switch (model) {
            case "l1" -> new AbsoluteDeviationCost(x);
            case "l2", "linear" -> new MeanCost(x);
            case "normal" -> new MeanVarianceCost(x).logVarianceOnly();
            case "rbf" -> new GaussianKernelCost(x, params.path("gamma").asDouble(GaussianKernelCost.medianHeuristic(x)));
            case "rank" -> new RankCost(x);
            // In one dimension the cosine of two values is the product of their signs, and the metric one over the variance.
            case "cosine" -> new MeanCost(Arrays.stream(x).map(Math::signum).toArray());
            case "mahalanobis" -> new MeanCost(Arrays.stream(x).map(value -> value / Math.sqrt(StatUtils.variance(x))).toArray());
            default -> throw new AssertionError("a model that nobody knows: " + model);
        };
    }
}
