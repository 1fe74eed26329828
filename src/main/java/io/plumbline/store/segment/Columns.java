package io.plumbline.store.segment;

import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogSignal;

/** Names of the columns of a segment. They are written to disk: never rename one. */
final class Columns {

    static final String TIME = "time";
    static final String TIME_REST = "time.rest";
    static final String SOURCE_REFUSED = "refused.source";
    static final String VERDICT = "verdict";
    static final String FEEDBACK = "feedback";
    static final String PROBABILITY = "probability";
    static final String TURN = "turn";
    static final String PROMPT_TOKENS = "tokens.prompt";
    static final String TOXICITY = "logged.toxicity";
    static final String COMPLETION_TOKENS = "logged.completion_tokens";
    static final String LATENCY = "logged.latency_millis";
    static final String ID = "id";
    static final String USER = "user";
    static final String SESSION = "session";
    static final String LOGGED_LANGUAGE = "logged.language";
    static final String LOGGED_TOPIC = "logged.topic";
    static final String LOGGED_VERSION = "logged.detector_version";
    static final String DETECTOR_VERSIONS = "detector_versions";
    static final String SPANS = "spans";
    static final String SPAN_START = "spans.start";
    static final String SPAN_LENGTH = "spans.length";
    static final String PROMPT_BYTES = "prompt.bytes";
    static final String RESPONSE_BYTES = "response.bytes";
    static final String PROMPT_UTF16 = "prompt.utf16";
    static final String RESPONSE_UTF16 = "response.utf16";

    /** Day of 1970 on which retention removed a record's texts, 0 where they are there; a segment of which none are gone lacks the column. */
    static final String TEXTS_REMOVED = "texts.removed";
    /** Keyed hash of texts that are gone, in two halves. */
    static final String TEXTS_PROOF_FIRST = "texts.proof.first";
    static final String TEXTS_PROOF_SECOND = "texts.proof.second";

    private static final String[] DIMENSIONS = new String[LogDimension.values().length];
    private static final String[] SIGNALS = new String[LogSignal.values().length];

    static {
        for (LogDimension dimension : LogDimension.values()) {
            DIMENSIONS[dimension.ordinal()] = "dimension.".concat(dimension.name());
        }
        for (LogSignal signal : LogSignal.values()) {
            SIGNALS[signal.ordinal()] = "signal.".concat(signal.name());
        }
    }

    private Columns() {
    }

    static String of(LogDimension dimension) {
        return DIMENSIONS[dimension.ordinal()];
    }

    static String of(LogSignal signal) {
        return SIGNALS[signal.ordinal()];
    }
}
