package io.plumbline.domain;

/** What a file holds. */
public enum ImportKind {
    /** What models answered to the prompts of a suite, and what they can do. */
    RUN,
    /** What a model answered in production. */
    LOG,
    /** Texts with labels of people: reference labels, ratings, preferences. */
    LABELS
}
