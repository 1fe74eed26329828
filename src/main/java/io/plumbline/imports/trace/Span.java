package io.plumbline.imports.trace;

import java.util.List;

/**
 * One span of an OpenTelemetry trace, whichever way it was written down.
 *
 * @param traceId    hex, empty if unknown
 * @param spanId     hex, empty if unknown
 * @param name       name of the operation
 * @param start      when it began, as written
 * @param end        when it ended, as written
 * @param problem    what went wrong; empty where nothing did
 * @param attributes its attributes
 * @param events     what happened in it
 */
record Span(String traceId, String spanId, String name, Object start, Object end, String problem, Fields attributes, List<Event> events) {

    /**
     * Something that happened in a span.
     *
     * @param name       name of the event
     * @param attributes its attributes, with its body below {@code body}
     */
    record Event(String name, Fields attributes) {
    }

    /** A name that is unique among all spans, as far as the file has one. */
    String id() {
        return traceId.isEmpty() || spanId.isEmpty() ? spanId : traceId + "-" + spanId;
    }
}
