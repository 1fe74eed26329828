package io.plumbline.imports.garak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.imports.runs.JsonDocument;
import io.plumbline.imports.runs.PromptKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One attempt of a probe: a prompt, the outputs and what each detector said of each. Prompts and outputs are texts in old reports and
 * objects in newer ones.
 */
final class GarakAttempt {

    /** Copies of prompt and outputs in other shapes; they are most of a report's bytes. */
    private static final List<String> COPIES = List.of("conversations", "reverse_translation_outputs", "notes", "probe_params", "targets");

    private final JsonNode json;

    GarakAttempt(JsonNode json) {
        this.json = json.isObject() ? ((ObjectNode) json).without(COPIES) : json;
    }

    String probe() {
        return JsonDocument.text(json, "probe_classname");
    }

    /** 0 not sent, 1 answered, 2 judged. */
    int status() {
        return json.path("status").asInt(2);
    }

    /** What tells that two lines are one attempt: its uuid; in reports without, what it asked and got. */
    String identity() {
        String uuid = JsonDocument.text(json, "uuid");
        return uuid.isEmpty() ? probe() + "\n" + JsonDocument.text(json, "seq") + "\n" + prompt() + "\n" + outputs() : uuid;
    }

    /** Uuids are new in every run, so a prompt pairs with itself by its words. */
    String key() {
        return PromptKey.of(probe(), prompt());
    }

    /** Last thing the user says. */
    String prompt() {
        return lastTurn(json.path("prompt"), "user");
    }

    /** The module of the probe, e.g. {@code dan} of {@code dan.Dan_11_0}. */
    String category() {
        int dot = probe().indexOf('.');
        return dot < 0 ? probe() : probe().substring(0, dot);
    }

    /** A text for each output; null ones are empty and said by {@link #hasOutput}. */
    List<String> outputs() {
        List<String> outputs = new ArrayList<>();
        json.path("outputs").forEach(output -> outputs.add(text(output)));
        return outputs;
    }

    boolean hasOutput(int index) {
        JsonNode output = json.path("outputs").path(index);
        return output.isTextual() || output.path("text").isTextual();
    }

    /** Scores of one output by detector; empty where a detector could not score it. 1 is a hit, which is bad. */
    Map<String, OptionalDouble> scores(int output) {
        Map<String, OptionalDouble> scores = new LinkedHashMap<>();
        json.path("detector_results").fields().forEachRemaining(detector -> {
            JsonNode score = detector.getValue().isArray() ? detector.getValue().path(output) : detector.getValue();
            if (!score.isMissingNode()) {
                boolean usable = score.isNumber() && Double.isFinite(score.asDouble()) || score.isBoolean();
                scores.put(detector.getKey(), !usable ? OptionalDouble.empty()
                    : OptionalDouble.of(score.isBoolean() ? score.asBoolean() ? 1 : 0 : score.asDouble()));
            }
        });
        return scores;
    }

    List<String> detectors() {
        List<String> detectors = new ArrayList<>();
        json.path("detector_results").fieldNames().forEachRemaining(detectors::add);
        return detectors;
    }

    Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("probe", probe());
        metadata.put("goal", JsonDocument.text(json, "goal"));
        metadata.put("uuid", JsonDocument.text(json, "uuid"));
        metadata.put("seq", JsonDocument.text(json, "seq"));
        metadata.values().removeIf(String::isEmpty);
        return metadata;
    }

    /** Text of a message in any of the shapes: text, {@code {text, lang}}, {@code {content: {text}}}, {@code {turns: […]}}. */
    static String lastTurn(JsonNode message, String role) {
        JsonNode turns = message.path("turns");
        for (int i = turns.size() - 1; i >= 0; i--) {
            if (JsonDocument.text(turns.get(i), "role").equals(role)) {
                return text(turns.get(i).path("content"));
            }
        }
        return turns.size() > 0 ? text(turns.get(turns.size() - 1).path("content")) : text(message);
    }

    static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : JsonDocument.text(value, "text");
    }
}
