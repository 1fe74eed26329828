package io.plumbline.stats.knownanswers;

import io.plumbline.stats.changepoint.Amoc;
import io.plumbline.stats.changepoint.BinomialCost;
import io.plumbline.stats.changepoint.Pelt;
import io.plumbline.stats.changepoint.SegmentNeighbourhood;
import io.plumbline.stats.changepoint.Segmentation;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.CombinatoricsUtils;

/** Single splits against R's binomial deviance (saturated model zero), several against {@code ruptures} with the full log-likelihood. */
final class BinomialChangepointAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        long[] k = known.counts("counts");
        long[] n = known.counts("sizes");
        BinomialCost cost = new BinomialCost(k, n);
        int size = k.length;
        if (known.hasInput("min_segment")) {
            singleSplit(known, k, n, cost, known.integer("min_segment"));
        }
        if (known.hasInput("pen")) {
            int minSegment = known.integer("min_size");
            double coefficients = IntStream.range(0, size)
                .mapToDouble(i -> -2 * CombinatoricsUtils.binomialCoefficientLog((int) n[i], (int) k[i])).sum();
            int[] found = Pelt.binomial(k, n, known.number("pen"), minSegment);
            known.expect("pelt_bkps", ended(found, size));
            known.expect("pelt_total_cost", Segmentation.at(cost, found).cost() + coefficients);
            known.expect("dynp1_bkps", ended(SegmentNeighbourhood.upTo(cost, 1, minSegment).get(1).changePoints(), size));
            known.expect("dynp2_bkps", size < 3 * minSegment ? null
                : ended(SegmentNeighbourhood.upTo(cost, 2, minSegment).get(2).changePoints(), size));
            known.expect("cost_whole", cost.cost(0, size) + coefficients);
        }
    }

    private static void singleSplit(KnownCase known, long[] k, long[] n, BinomialCost cost, int minSegment) {
        int size = k.length;
        double saturated = IntStream.range(0, size).mapToDouble(i -> cost.cost(i, i + 1)).sum();
        int split = Amoc.bestSplit(cost, minSegment);
        double whole = cost.cost(0, size) - saturated;
        double cut = Segmentation.at(cost, split).cost() - saturated;
        known.expect("deviance_no_change", whole);
        known.expect("best_single_split_last_index_1based", split);
        known.expect("deviance_at_best", cut);
        known.expect("likelihood_ratio", whole - cut);
        known.expect("p_left", rate(k, n, 0, split));
        known.expect("p_right", rate(k, n, split, size));
        known.expect("deviance_by_split", IntStream.rangeClosed(minSegment, size - minSegment)
            .mapToDouble(i -> Segmentation.at(cost, i).cost() - saturated).toArray());
    }

    private static double rate(long[] k, long[] n, int from, int to) {
        return (double) Arrays.stream(k, from, to).sum() / Arrays.stream(n, from, to).sum();
    }

    private static int[] ended(int[] changes, int size) {
        return IntStream.concat(Arrays.stream(changes), IntStream.of(size)).toArray();
    }
}
