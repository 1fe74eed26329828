package io.plumbline.imports.trace;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.imports.source.JsonFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Everything that Langfuse exports: observations and scores a row (blob storage, interface, table), whole traces as one document, and the
 * batches in which its clients send. Names come in snake case and in camel case.
 */
final class LangfuseFormat implements TraceFormat {

    private static final Set<String> TYPES = Set.of("GENERATION", "SPAN", "EVENT", "AGENT", "TOOL", "CHAIN", "RETRIEVER", "EVALUATOR",
        "EMBEDDING",
        "GUARDRAIL");

    @Override
    public String format() {
        return "langfuse";
    }

    @Override
    public String title() {
        return "Langfuse observations";
    }

    @Override
    public boolean recognises(Fields row) {
        return isBatch(row) || isTraceDocument(row) || isObservation(row) || isScore(row) || isTrace(row);
    }

    @Override
    public boolean joinsRows() {
        return true;
    }

    @Override
    public boolean isNote(Fields row) {
        return isScore(row);
    }

    @Override
    public List<String> wordsOfNotes() {
        return List.of("batch", "scores", "data_type", "dataType", "source");
    }

    @Override
    public void gather(Fields row, SideNotes notes) {
        if (isBatch(row)) {
            row.tree("batch").forEach(event -> gatherEvent(event, notes));
        } else if (isTraceDocument(row)) {
            row.tree("scores").forEach(score -> gatherScore(Fields.of(score), notes));
            row.tree("trace").path("scores").forEach(score -> gatherScore(Fields.of(score), notes));
        } else if (isScore(row)) {
            gatherScore(row, notes);
        } else {
            notes.anyCall();
        }
    }

    @Override
    public void read(Fields row, SideNotes notes, ExchangeSink sink) {
        if (isBatch(row)) {
            batch(row, notes, sink);
        } else if (isTraceDocument(row)) {
            traceDocument(row, sink);
        } else if (isScore(row)) {
            row.ignoreAll();
        } else if (isObservation(row)) {
            observation(row, new Fields(Map.of()), sink);
        } else {
            sink.exchange(LangfuseObservation.ofTrace(row));
        }
    }

    private static void observation(Fields observation, Fields trace, ExchangeSink sink) {
        String type = observation.text("type").toUpperCase(Locale.ROOT);
        if (!type.equals("GENERATION") && !(type.isEmpty() && observation.hasAny("model", "provided_model_name", "providedModelName"))) {
            observation.ignoreAll();
            sink.leaveOut((type.isEmpty() ? "other" : type.toLowerCase(Locale.ROOT)) + " observations");
            return;
        }
        sink.exchange(LangfuseObservation.read(observation, trace));
    }

    private static void traceDocument(Fields row, ExchangeSink sink) {
        Fields trace = row.has("trace") ? row.below("trace") : row;
        JsonNode observations = row.tree("observations");
        row.ignoreAll();
        for (JsonNode each : observations.isMissingNode() ? trace.tree("observations") : observations) {
            Fields observation = Fields.of(each);
            observation(observation, trace, new Within(sink, observation));
        }
    }

    /** Everything that a batch says of one generation, the later over the earlier. */
    private static void batch(Fields row, SideNotes notes, ExchangeSink sink) {
        Map<String, Fields> traces = new HashMap<>();
        List<JsonNode> generations = new ArrayList<>();
        for (JsonNode event : row.tree("batch")) {
            String type = Chat.text(event, "type");
            if (type.equals("trace-create")) {
                traces.put(Chat.text(event.path("body"), "id"), Fields.of(event.path("body")));
            } else if (type.equals("generation-create") || type.equals("observation-create")) {
                generations.add(event);
            } else if (!type.endsWith("-update") && !type.equals("score-create")) {
                sink.leaveOut(type + " events");
            }
        }
        row.ignore("metadata");
        for (JsonNode event : generations) {
            Map<String, Object> merged = new HashMap<>(JsonFields.of(event.path("body")));
            notes.partsOf(Chat.text(event.path("body"), "id")).forEach(part -> part.values().forEach((name, value) -> {
                if (value != null) {
                    merged.put(name, value);
                }
            }));
            if (Chat.text(event, "type").equals("generation-create")) {
                merged.putIfAbsent("type", "GENERATION");
            }
            Fields observation = new Fields(merged);
            if (!observation.hasAny("startTime")) {
                merged.put("startTime", Chat.text(event, "timestamp"));
                observation = new Fields(merged);
            }
            observation(observation, traces.getOrDefault(observation.text("traceId"), new Fields(Map.of())), new Within(sink, observation));
        }
    }

    private static void gatherEvent(JsonNode event, SideNotes notes) {
        Fields body = Fields.of(event.path("body"));
        switch (Chat.text(event, "type")) {
            case "generation-update", "observation-update" -> notes.part(Chat.text(event.path("body"), "id"), body);
            case "score-create" -> gatherScore(body, notes);
            default -> {
                // Read in the second passage.
            }
        }
    }

    private static void gatherScore(Fields score, SideNotes notes) {
        String observation = score.text("observation_id", "observationId");
        String target = observation.isEmpty() ? LangfuseObservation.TRACE + score.text("trace_id", "traceId") : observation;
        String word = score.text("string_value", "stringValue");
        boolean worded = score.text("data_type", "dataType").matches("CATEGORICAL|TEXT") && !word.isEmpty();
        JsonNode value = score.tree("value");
        notes.score(target, worded ? new Score(score.text("name"), OptionalDouble.empty(), word)
            : Score.of(score.text("name"), value, word));
    }

    private static boolean isBatch(Fields row) {
        return row.has("batch") && row.tree("batch").isArray() && row.tree("batch").path(0).has("body");
    }

    private static boolean isTraceDocument(Fields row) {
        boolean observations = row.tree("observations").path(0).isObject() || row.tree("trace").path("observations").path(0).isObject();
        return observations && (row.has("trace") || row.hasAny("timestamp", "projectId", "sessionId"));
    }

    /** Names that only Langfuse has, or one of its types: many logs have an id, a trace and a start. */
    private static boolean isObservation(Fields row) {
        return row.has("id") && row.hasAny("trace_id", "traceId") && row.hasAny("start_time", "startTime")
            && (TYPES.contains(row.text("type")) || row.hasAny("parent_observation_id", "parentObservationId", "provided_model_name",
            "providedModelName", "usage_details", "usageDetails"));
    }

    private static boolean isScore(Fields row) {
        return row.hasAny("trace_id", "traceId", "observation_id", "observationId", "session_id", "sessionId") && row.has("name", "value")
            && row.hasAny("source", "data_type", "dataType") && !row.hasAny("start_time", "startTime");
    }

    private static boolean isTrace(Fields row) {
        return row.has("id", "timestamp", "input", "output") && row.hasAny("project_id", "projectId", "htmlPath", "bookmarked", "release")
            && row.hasAny("session_id", "sessionId", "user_id", "userId");
    }

    /** Hands on what is found in a part of a row, with the part's own left-over fields. */
    private record Within(ExchangeSink sink, Fields part) implements ExchangeSink {

        @Override
        public void exchange(Exchange exchange) {
            Leftovers.use(part, exchange);
            sink.unused(part);
            sink.exchange(exchange);
        }

        @Override
        public void leaveOut(String kind) {
            sink.leaveOut(kind);
        }

        @Override
        public void unused(Fields other) {
            sink.unused(other);
        }

        @Override
        public void unusable(String reason) {
            sink.unusable(reason);
        }
    }
}
