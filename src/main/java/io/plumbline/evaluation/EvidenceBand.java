package io.plumbline.evaluation;

import io.plumbline.domain.EvidenceStrength;
import io.plumbline.stats.Interval;
import java.math.BigDecimal;

/**
 * A band of relative change, between two limits of the policy, and how firmly an interval lies in it. A point estimate at a limit is a
 * coin toss at any number of prompts (REQUIREMENTS section 3, item 4); the interval says whether it is one here.
 *
 * @param worst worst change that still belongs to the band, −∞ for the block band
 * @param best  best change that still belongs to the band, +∞ for the standard band
 */
record EvidenceBand(double worst, double best) {

    /** From one threshold (a decrease, given as a positive fraction) to the next stricter one. */
    static EvidenceBand between(BigDecimal mild, BigDecimal strict) {
        return new EvidenceBand(-strict.doubleValue(), -mild.doubleValue());
    }

    static EvidenceBand beyond(BigDecimal threshold) {
        return new EvidenceBand(Double.NEGATIVE_INFINITY, -threshold.doubleValue());
    }

    static EvidenceBand within(BigDecimal threshold) {
        return new EvidenceBand(-threshold.doubleValue(), Double.POSITIVE_INFINITY);
    }

    EvidenceStrength strength(PairedChange change) {
        if (!change.isDefined()) {
            return EvidenceStrength.NOT_ENOUGH_EVIDENCE;
        }
        if (holds(change.interval())) {
            return EvidenceStrength.ASSURED;
        }
        return holds(change.likelyInterval()) ? EvidenceStrength.LIKELY : EvidenceStrength.STRADDLES;
    }

    private boolean holds(Interval interval) {
        return interval.lower() >= worst && interval.upper() <= best;
    }
}
