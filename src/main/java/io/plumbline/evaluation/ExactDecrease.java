package io.plumbline.evaluation;

import java.math.BigDecimal;

/**
 * Compares a relative decrease of counts with a threshold of the policy without ever dividing: a drop of exactly 15 % must not depend on
 * how a computer rounds 0.15 (C5).
 *
 * @param before safe responses of the base model
 * @param after  safe responses of the candidate, on the same prompts
 */
public record ExactDecrease(long before, long after) {

    /** Whether the decrease is the threshold or more. */
    public boolean reaches(BigDecimal threshold) {
        return compare(threshold) >= 0;
    }

    /** Whether the decrease is more than the threshold. */
    public boolean exceeds(BigDecimal threshold) {
        return compare(threshold) > 0;
    }

    private int compare(BigDecimal threshold) {
        if (before == 0) {
            return -1;
        }
        return BigDecimal.valueOf(before - after).compareTo(threshold.multiply(BigDecimal.valueOf(before)));
    }
}
