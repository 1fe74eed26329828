package io.plumbline.store;

import io.plumbline.domain.LogSignal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One bucket of a series. Counts are exact; the weighted sums use the inverse inclusion probabilities of the records.
 *
 * @param start         first moment of the bucket
 * @param names         its names in the dimensions that were asked for, in that order
 * @param unread        of the n, records of which nobody can say whether they were refused
 * @param weight        sum of 1/p
 * @param weightSquared sum of 1/p²
 * @param unreadWeight  of the weight, that of the unread records
 * @param signals       the signals that were asked for and that some record has
 */
public record SeriesCell(Instant start, List<String> names, long n, long unread, long refused, double weight, double weightSquared, double weightedRefused,
                         double unreadWeight,
                         Map<LogSignal, SignalSummary> signals) {

    /** Share of the refused among the records that could be read; NaN where none could. */
    public double refusalRate() {
        return (double) refused / (n - unread);
    }

    /** The same of the traffic that the records are a sample of: each counts as 1/p. */
    public double weightedRefusalRate() {
        return weightedRefused / (weight - unreadWeight);
    }
}
