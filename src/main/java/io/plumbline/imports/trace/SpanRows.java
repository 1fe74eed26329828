package io.plumbline.imports.trace;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.imports.source.JsonFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Spans that stand one a row, as the console exporters of OpenTelemetry and the exports of Phoenix write them. */
final class SpanRows {

    private static final String[] SPAN_ID = {"context.span_id", "span_id", "spanId", "span.id", "transaction.id"};
    private static final String[] START = {"start_time", "startTime", "startTimeUnixNano", "start_time_unix_nano", "start_timestamp",
        "@timestamp"};
    private static final String[] END = {"end_time", "endTime", "endTimeUnixNano", "end_time_unix_nano", "end_timestamp"};

    private SpanRows() {
    }

    static boolean isSpan(Fields row) {
        return row.hasAny(SPAN_ID) && row.hasAny(START) && row.hasAny("attributes", "events");
    }

    static Span span(Fields row) {
        JsonNode raw = row.tree("attributes");
        Map<String, Object> attributes = raw.isArray() ? Otlp.attributes(raw) : JsonFields.of(raw);
        Fields all = new Fields(attributes);
        String kind = row.text("span_kind", "spanKind", "kind");
        if (!all.hasAny("openinference.span.kind") && !kind.isEmpty() && !kind.toUpperCase(Locale.ROOT).contains("INTERNAL")
            && row.hasAny("span_kind", "spanKind")) {
            attributes.put("openinference.span.kind", kind);
        }
        for (String judged : new String[] {"annotations", "evaluations", "span_annotations", "eval"}) {
            JsonNode judgements = row.tree(judged);
            if (!judgements.isMissingNode()) {
                attributes.put(judged, judgements);
            }
        }
        List<Span.Event> events = new ArrayList<>();
        for (JsonNode event : row.tree("events")) {
            JsonNode own = event.path("attributes");
            events.add(Otlp.event(Chat.text(event, "name"), Otlp.attributes(own)));
        }
        String code = row.text("status.status_code", "status.code", "status_code", "statusCode", "status");
        String message = row.text("status.description", "status.message", "status_message", "statusMessage");
        boolean failed = code.toUpperCase(Locale.ROOT).endsWith("ERROR") || code.equals("2");
        row.ignore("resource", "kind", "context", "parent_id", "parentId", "parent_span_id", "links", "id", "trace_state", "scope",
            "instrumentation_scope");
        return new Span(row.text("context.trace_id", "trace_id", "traceId", "trace.id"), row.text(SPAN_ID), row.text("name"),
            row.value(START),
            row.value(END), failed ? message.isEmpty() ? "status error" : message : "", new Fields(attributes), events);
    }
}
