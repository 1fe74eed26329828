package io.plumbline.evaluation.conditions;

import io.plumbline.stats.Interval;

/**
 * How far a condition lies from the base on the same prompts.
 *
 * @param paired          prompts that both runs have a number for
 * @param meanDifference  condition − base over these prompts
 * @param interval        bootstrap interval of it, prompts drawn with replacement
 * @param u               pairs of (base, condition) values in which base is the larger, ties one half (Mann and Whitney)
 * @param pValue          of that test, two-sided
 * @param adjustedP       after Holm's adjustment over all conditions
 * @param rankBiserial    1 where every value of the condition is larger
 * @param cohenD          base − condition, so negative where the condition is larger; NaN where both are constant
 */
public record ConditionShift(int paired, double meanDifference, Interval interval, double u, double pValue, double adjustedP,
                             double rankBiserial, double cohenD) {

    ConditionShift adjusted(double p) {
        return new ConditionShift(paired, meanDifference, interval, u, pValue, p, rankBiserial, cohenD);
    }
}
