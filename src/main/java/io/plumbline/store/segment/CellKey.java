package io.plumbline.store.segment;

import io.plumbline.domain.LogDimension;

/**
 * What the records of one rollup cell have in common.
 *
 * @param bucket hours or days since 1970
 */
public record CellKey(long bucket, String model, String context, String category, String detectorVersion, String language) {

    /** The value of a dimension that the rollups keep. */
    public String get(LogDimension dimension) {
        return switch (dimension) {
            case MODEL -> model;
            case CONTEXT -> context;
            case CATEGORY -> category;
            case DETECTOR_VERSION -> detectorVersion;
            case LANGUAGE -> language;
            default -> throw new IllegalArgumentException("rollups don't keep " + dimension);
        };
    }

    CellKey inBucket(long other) {
        return new CellKey(other, model, context, category, detectorVersion, language);
    }
}
