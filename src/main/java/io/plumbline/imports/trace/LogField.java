package io.plumbline.imports.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a reader of production logs can say of one exchange; the names are the columns of the rows that it makes. */
public enum LogField {
    ID, TIME, MODEL, CATEGORY, TOPIC, PROMPT, RESPONSE, USER, SESSION, TURN, CONTEXT, LANGUAGE, FINISH_REASON, PROMPT_TOKENS,
    COMPLETION_TOKENS, LATENCY_MILLIS, REFUSED, TOXICITY, DETECTOR_VERSION, CANARY, SAMPLING_PROBABILITY, FEEDBACK;

    /** Name of the column. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All columns, in order. */
    public static List<String> columns() {
        return Arrays.stream(values()).map(LogField::column).toList();
    }
}
