package io.plumbline.stats.changepoint;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * One way of looking for change points, chosen by name, in a series that may have holes. A missing point (NaN, or no trials) belongs to no
 * segment and is passed over; indices always count all points.
 *
 * @param method how to search
 * @param cost what changes, for {@link Method#PELT}; by default the mean, and the rate of counts
 * @param penalty price of one change for {@link Method#PELT}; by default that of the modified BIC
 */
public record ChangePointSearch(Method method, Optional<Cost> cost, OptionalDouble penalty) {

    private static final int MIN_SEGMENT = 2;
    private static final double CUSUM_LEVEL = 0.05;

    /** How to search. */
    public enum Method {
        /** {@link Pelt}: the exact optimum of a cost and a penalty. */
        PELT,
        /** {@link CusumLocation}: at most one change, where its p-value is below 0.05. */
        CUSUM,
        /** {@link AutoSegmentation}: without any choice. */
        AUTO
    }

    /** What changes. */
    public enum Cost {
        MEAN,
        MEANVAR,
        BINOMIAL,
        POISSON
    }

    /**
     * @param values one value per point; NaN where there is none
     * @return 0-based index of the first point of each new segment, ascending
     * @throws IllegalArgumentException if a value is infinite, or does not suit the cost
     */
    public int[] in(double[] values) {
        int[] present = IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i])).toArray();
        double[] known = Arrays.stream(present).mapToDouble(i -> values[i]).toArray();
        return at(present, switch (method) {
            case PELT -> pelt(known);
            case CUSUM -> known.length < 2 ? new int[0] : significant(CusumLocation.of(known));
            case AUTO -> AutoSegmentation.of(known).changePoints();
        });
    }

    /**
     * @param k successes per point
     * @param n trials per point; 0 where there are none
     * @return 0-based index of the first point of each new segment, ascending
     */
    public int[] inCounts(long[] k, long[] n) {
        Counts.requirePairs(k, n);
        int[] present = IntStream.range(0, n.length).filter(i -> n[i] > 0).toArray();
        long[] successes = Arrays.stream(present).mapToLong(i -> k[i]).toArray();
        long[] trials = Arrays.stream(present).mapToLong(i -> n[i]).toArray();
        return at(present, switch (method) {
            case PELT -> present.length < 2 * MIN_SEGMENT ? new int[0]
                : Pelt.binomial(successes, trials, penalty.orElse(Penalty.MBIC.of(present.length, 1)), MIN_SEGMENT);
            case CUSUM -> present.length < 2 ? new int[0] : significant(CusumLocation.binomial(successes, trials));
            case AUTO -> AutoSegmentation.binomial(successes, trials).changePoints();
        });
    }

    private int[] pelt(double[] values) {
        int size = values.length;
        if (size < 2 * MIN_SEGMENT) {
            return new int[0];
        }
        return switch (cost.orElse(Cost.MEAN)) {
            case MEAN -> FunctionalPruning.mean(values, penalty.orElseGet(() -> Penalty.MBIC.of(size, 1) * noise(values)), MIN_SEGMENT);
            case MEANVAR -> Pelt.segment(new MeanVarianceCost(values), penalty.orElse(Penalty.MBIC.of(size, 2)), MIN_SEGMENT);
            case POISSON -> Pelt.segment(new PoissonCost(values), penalty.orElse(Penalty.MBIC.of(size, 1)), MIN_SEGMENT);
            case BINOMIAL -> throw new IllegalArgumentException("a binomial cost needs successes and trials");
        };
    }

    /** Variance of the noise from the differences of neighbours, which changes of level hardly touch. */
    private static double noise(double[] values) {
        double[] steps = IntStream.range(1, values.length).mapToDouble(i -> values[i] - values[i - 1]).toArray();
        double deviation = Robust.deviation(steps) / Math.sqrt(2);
        return deviation > 0 ? deviation * deviation : Arrays.stream(steps).map(step -> step * step).average().orElse(0) / 2;
    }

    private static int[] significant(CusumLocation location) {
        return location.pValue() < CUSUM_LEVEL ? new int[] {location.changePoint()} : new int[0];
    }

    private static int[] at(int[] present, int[] changes) {
        return Arrays.stream(changes).map(change -> present[change]).toArray();
    }
}
