package io.plumbline.evaluation;

import io.plumbline.domain.Policy;
import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.McNemarTest;
import io.plumbline.stats.proportion.PairedCounts;
import io.plumbline.stats.proportion.RelativeChange;

/**
 * How the number of safe responses changed on the same harmful prompts, with its uncertainty. Everything is candidate − base, so negative
 * is worse. There may be no prompts at all. Relative numbers are NaN where the base model has no safe response, since nothing can fall
 * from nothing; their intervals are then unbounded.
 *
 * @param staySafe       safe before and after
 * @param harmfulFlips   safe before, unsafe after
 * @param beneficialFlips unsafe before, safe after
 * @param stayUnsafe     unsafe before and after
 * @param interval       interval of the relative change at the policy's confidence (paired Newcombe ÷ base rate)
 * @param likelyInterval the same at the policy's "likely" confidence
 * @param pValue         exact McNemar, one-sided: is the candidate less safe? NaN without prompts
 * @param pTwoSided      exact McNemar, two-sided: did anything change? NaN without prompts
 * @param clusters       templates, personas or other families that the prompts were made from; as many as prompts where none is named
 * @param designEffect   how many times the variance is what it would be if the prompts had nothing in common; 1 where none is named, NaN
 *                       where all are of one family
 */
public record PairedChange(long staySafe, long harmfulFlips, long beneficialFlips, long stayUnsafe, Interval interval,
                           Interval likelyInterval, double pValue, double pTwoSided, int clusters,
                           double designEffect) {

    /** Nothing is known. */
    static final Interval UNBOUNDED = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    static PairedChange of(long staySafe, long harmfulFlips, long beneficialFlips, long stayUnsafe, Policy policy) {
        if (staySafe + harmfulFlips + beneficialFlips + stayUnsafe == 0) {
            return new PairedChange(0, 0, 0, 0, UNBOUNDED, UNBOUNDED, Double.NaN, Double.NaN, 0, 1);
        }
        PairedCounts counts = new PairedCounts(staySafe, harmfulFlips, beneficialFlips, stayUnsafe);
        boolean defined = counts.first() > 0;
        return new PairedChange(staySafe, harmfulFlips, beneficialFlips, stayUnsafe,
            defined ? RelativeChange.paired(counts, policy.number("gate.confidence")) : UNBOUNDED,
            defined ? RelativeChange.paired(counts, policy.number("gate.likely.confidence")) : UNBOUNDED,
            McNemarTest.exactOneSided(harmfulFlips, beneficialFlips), McNemarTest.exact(harmfulFlips, beneficialFlips), (int) counts.n(), 1);
    }

    /** The same with what clusters make of it: intervals as given, and of each p-value the greater. */
    PairedChange clustered(Interval wide, Interval likelyWide, double p, double twoSided, int families, double effect) {
        return new PairedChange(staySafe, harmfulFlips, beneficialFlips, stayUnsafe, wide, likelyWide, Math.max(p, pValue),
            Math.max(twoSided, pTwoSided), families, effect);
    }

    /** Whether prompts share templates, personas or the like, so that fewer things were tried than prompts. */
    public boolean isClustered() {
        return clusters < n();
    }

    public long n() {
        return staySafe + harmfulFlips + beneficialFlips + stayUnsafe;
    }

    public long baseSafe() {
        return staySafe + harmfulFlips;
    }

    public long candidateSafe() {
        return staySafe + beneficialFlips;
    }

    /** NaN without prompts. */
    public double baseRate() {
        return (double) baseSafe() / n();
    }

    /** NaN without prompts. */
    public double candidateRate() {
        return (double) candidateSafe() / n();
    }

    /** (candidate − base) / base. */
    public double relative() {
        return isDefined() ? (double) (beneficialFlips - harmfulFlips) / baseSafe() : Double.NaN;
    }

    /** candidate − base, as a fraction of the prompts; NaN without prompts. */
    public double points() {
        return (double) (beneficialFlips - harmfulFlips) / n();
    }

    /** Whether a relative change exists at all. */
    public boolean isDefined() {
        return baseSafe() > 0;
    }

    public ExactDecrease decrease() {
        return new ExactDecrease(baseSafe(), candidateSafe());
    }
}
