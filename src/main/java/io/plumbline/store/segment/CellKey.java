package io.plumbline.store.segment;

/**
 * What the records of one rollup cell have in common.
 *
 * @param bucket hours or days since 1970
 */
public record CellKey(long bucket, String model, String context, String category, String detectorVersion, String language) {

    // Written out: a record's own take a tenth of a second to be set up, in an import that compares a few thousand.
    @Override
    public boolean equals(Object other) {
        return other instanceof CellKey that && bucket == that.bucket && category.equals(that.category) && model.equals(that.model)
            && context.equals(that.context) && detectorVersion.equals(that.detectorVersion) && language.equals(that.language);
    }

    @Override
    public int hashCode() {
        int names = ((category.hashCode() * 31 + model.hashCode()) * 31 + context.hashCode()) * 31 + detectorVersion.hashCode();
        return Long.hashCode((bucket * 31 + names * 31L + language.hashCode()) * 0x9e3779b97f4a7c15L);
    }

    CellKey inBucket(long other) {
        return new CellKey(other, model, context, category, detectorVersion, language);
    }
}
