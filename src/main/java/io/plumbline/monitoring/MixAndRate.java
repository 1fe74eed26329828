package io.plumbline.monitoring;

import java.util.List;

/**
 * Change of the overall refusal rate split into "the model answers differently" and "people ask differently" (Kitagawa 1955;
 * REQUIREMENTS section 3, item 15).
 *
 * @param change        rate after − rate before
 * @param rate          part explained by rates
 * @param mix           part explained by the mix
 * @param pValue        of the stratified test (Mantel–Haenszel weights) that no category's rate changed
 * @param contributions per category, largest first
 */
public record MixAndRate(double change, double rate, double mix, double pValue, List<Contribution> contributions) {

    public MixAndRate {
        contributions = List.copyOf(contributions);
    }

    /** Part of the change that rates explain, in [0, 1]. */
    public double rateShare() {
        double total = Math.abs(rate) + Math.abs(mix);
        return total == 0 ? 0 : Math.abs(rate) / total;
    }
}
