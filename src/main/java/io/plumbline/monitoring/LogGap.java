package io.plumbline.monitoring;

import java.time.Instant;

/**
 * A stretch without records that the usual traffic of those hours does not explain.
 *
 * @param from     last record before
 * @param to       first record after
 * @param expected records that the usual traffic would have brought
 */
public record LogGap(Instant from, Instant to, double expected) {

    public double hours() {
        return (to.toEpochMilli() - from.toEpochMilli()) / 3_600_000.0;
    }
}
