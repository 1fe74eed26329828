package io.plumbline.stats.agreement;

/** What the numbers of a rating mean, and so how far apart two of them are. Source: Krippendorff 2004, Content Analysis, section 11.3.4. */
public enum RatingLevel {
    /** Names: equal or not. */
    NOMINAL,
    /** Ranks: by the ratings that lie between. */
    ORDINAL,
    /** Differences mean something. */
    INTERVAL,
    /** Ratios mean something; values must not be negative. */
    RATIO
}
