package io.plumbline.domain;

/**
 * A number on each log record that a chart, a histogram or a rule can use. The name is what storage keeps, so a constant may be added at
 * the end but never renamed; a record stored before a signal existed has no value for it.
 */
public enum LogSignal {
    /** The log's own score where it has one, the built-in model's otherwise; [0, 1]. */
    TOXICITY,
    /** Tokens of the response as the log counted them. */
    RESPONSE_TOKENS,
    /** Milliseconds, as the log has them. */
    LATENCY_MILLIS
}
