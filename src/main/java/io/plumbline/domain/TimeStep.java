package io.plumbline.domain;

import java.time.Instant;

/** How long the buckets of a series are, in UTC. */
public enum TimeStep {
    HOUR, DAY,
    /** From Monday. */
    WEEK,
    /** One bucket for everything. */
    ALL;

    private static final long HOUR_SECONDS = 3600;
    private static final long DAY_SECONDS = 86_400;
    /** 1970 began on a Thursday. */
    private static final long THURSDAY = 3;

    /** Number of the bucket that a second since 1970 is in. */
    public long bucket(long epochSecond) {
        return switch (this) {
            case HOUR -> Math.floorDiv(epochSecond, HOUR_SECONDS);
            case DAY -> Math.floorDiv(epochSecond, DAY_SECONDS);
            case WEEK -> Math.floorDiv(Math.floorDiv(epochSecond, DAY_SECONDS) + THURSDAY, 7L);
            case ALL -> 0;
        };
    }

    /** The first moment of a bucket; 1970 for the bucket of everything. */
    public Instant start(long bucket) {
        return switch (this) {
            case HOUR -> Instant.ofEpochSecond(bucket * HOUR_SECONDS);
            case DAY -> Instant.ofEpochSecond(bucket * DAY_SECONDS);
            case WEEK -> Instant.ofEpochSecond((bucket * 7 - THURSDAY) * DAY_SECONDS);
            case ALL -> Instant.EPOCH;
        };
    }
}
