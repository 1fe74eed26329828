package io.plumbline.domain;

/** A number on each log record that a chart or a histogram can show. */
public enum LogSignal {
    TOXICITY, RESPONSE_TOKENS, LATENCY_MILLIS
}
