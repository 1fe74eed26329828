package io.plumbline.domain;

import java.time.LocalDate;

/**
 * Counts of one day in one combination of category, context and detector version. Counts are exact integers; the weighted sums use the
 * inverse inclusion probabilities of the records.
 *
 * @param weight          sum of 1/p
 * @param weightSquared   sum of 1/p², for the effective number of records
 * @param weightedRefused sum of 1/p over the refused
 */
public record DailyCell(LocalDate date, String category, String context, String detectorVersion, long n, long refused, double weight,
                        double weightSquared, double weightedRefused) {
}
