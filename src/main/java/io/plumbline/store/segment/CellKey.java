package io.plumbline.store.segment;

/**
 * What the records of one rollup cell have in common.
 *
 * @param bucket hours or days since 1970
 */
public record CellKey(long bucket, String model, String context, String category, String detectorVersion, String language) {

    CellKey inBucket(long other) {
        return new CellKey(other, model, context, category, detectorVersion, language);
    }
}
