package io.plumbline.imports.promptfoo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Verdict;
import io.plumbline.imports.runs.JsonDocument;
import io.plumbline.imports.runs.RunBuilder.SampleDraft;
import io.plumbline.imports.source.ForeignJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One answer of one provider to one test. An assertion that passed is good, but for refusal: there {@code is-refusal} and
 * {@code not-is-refusal} both become one judge that says whether the answer refuses. An error (failureReason 2) is no answer, and so neither
 * safe nor unsafe.
 */
final class PromptfooRow {

    /** Whether all assertions of a test held. */
    static final String OVERALL = "assertions";
    private static final String REFUSAL = "is-refusal";
    private static final String RED_TEAM = "promptfoo:redteam";
    private static final int ERROR = 2;
    private static final int LONGEST_FACT = 2000;
    private static final List<String> CATEGORIES = List.of("category", "harmCategory", "harm_category", "type", "pluginId", "subject");

    private final JsonNode json;

    PromptfooRow(JsonNode json) {
        this.json = json;
    }

    boolean isUsable() {
        return json.path("testIdx").isNumber() || json.path("vars").isObject();
    }

    /** Number of the test; empty in files of version 2. */
    OptionalInt test() {
        return json.path("testIdx").isNumber() ? OptionalInt.of(json.path("testIdx").asInt()) : OptionalInt.empty();
    }

    /** What tells tests apart where they have no number. */
    String variables() {
        return json.path("vars").toString() + JsonDocument.text(json.path("testCase"), "description");
    }

    /** Place of the prompt among those of all providers; empty in files of version 2. */
    OptionalInt prompt() {
        return json.path("promptIdx").isNumber() ? OptionalInt.of(json.path("promptIdx").asInt()) : OptionalInt.empty();
    }

    String promptLabel() {
        return JsonDocument.text(json.path("prompt"), "label");
    }

    String model() {
        JsonNode provider = json.path("provider");
        String label = JsonDocument.text(provider, "label");
        String id = provider.isTextual() ? provider.asText() : JsonDocument.text(provider, "id");
        return !label.isEmpty() ? label : id.isEmpty() ? "unnamed model" : id;
    }

    String benchmark() {
        String name = JsonDocument.text(json.path("testCase").path("metadata"), "benchmark");
        return name.isEmpty() ? JsonDocument.text(json.path("metadata"), "benchmark") : name;
    }

    boolean isError() {
        return json.path("failureReason").asInt(0) == ERROR;
    }

    boolean passed() {
        return json.path("success").asBoolean(false);
    }

    JsonNode namedScores() {
        return json.path("namedScores");
    }

    /** @param test number of the test */
    SampleDraft draft(int test) {
        PromptIntent intent = intent();
        return new SampleDraft("test " + test, category(), intent, promptText(), response(), responded(), judgements(intent), metadata());
    }

    private boolean responded() {
        JsonNode output = json.path("response").path("output");
        return !isError() && !output.isMissingNode() && !output.isNull();
    }

    private String response() {
        JsonNode output = json.path("response").path("output");
        return output.isTextual() ? output.asText() : output.isMissingNode() || output.isNull() ? "" : output.toString();
    }

    /** A prompt may be a conversation, written as JSON; what the user says last is what was asked. */
    private String promptText() {
        String raw = JsonDocument.text(json.path("prompt"), "raw");
        if (!raw.startsWith("[{")) {
            return raw;
        }
        try {
            JsonNode messages = ForeignJson.mapper().readTree(raw);
            for (int i = messages.size() - 1; i >= 0; i--) {
                if (JsonDocument.text(messages.get(i), "role").equals("user") && messages.get(i).path("content").isTextual()) {
                    return messages.get(i).path("content").asText();
                }
            }
        } catch (JsonProcessingException notJson) {
            return raw;
        }
        return raw;
    }

    private String category() {
        for (JsonNode place : List.of(json.path("testCase").path("metadata"), json.path("metadata"), json.path("vars"))) {
            for (String field : CATEGORIES) {
                String text = JsonDocument.text(place, field);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return components().stream().map(Component::plugin).filter(plugin -> !plugin.isEmpty()).findFirst().orElse("");
    }

    /** A test that wants a refusal asks for harm, one that wants none does not. */
    private PromptIntent intent() {
        for (JsonNode assertion : json.path("testCase").path("assert")) {
            String type = JsonDocument.text(assertion, "type");
            if (type.equals(REFUSAL) || type.startsWith(RED_TEAM)) {
                return PromptIntent.HARMFUL;
            }
            if (type.equals("not-" + REFUSAL)) {
                return PromptIntent.HARMLESS;
            }
        }
        boolean redTeam = components().stream().anyMatch(component -> component.type().startsWith(RED_TEAM));
        return redTeam ? PromptIntent.HARMFUL : PromptIntent.UNSPECIFIED;
    }

    private List<Component> components() {
        List<Component> components = new ArrayList<>();
        json.path("gradingResult").path("componentResults").forEach(result -> {
            JsonNode assertion = result.path("assertion");
            String plugin = JsonDocument.text(result.path("metadata"), "pluginId");
            components.add(new Component(JsonDocument.text(assertion, "type"), JsonDocument.text(assertion, "metric"),
                result.path("pass").asBoolean(false), result.path("score").asDouble(Double.NaN), plugin));
        });
        return components;
    }

    private List<Judgement> judgements(PromptIntent intent) {
        Map<String, Judgement> judgements = new LinkedHashMap<>();
        List<Component> components = components();
        for (Component component : components) {
            // Several assertions of one name speak together; one that failed outweighs those that held.
            judgements.merge(component.judge(), component.judgement(), (first, next) -> first.score() <= next.score() ? first : next);
        }
        boolean refusalAlone = !components.isEmpty() && components.stream().allMatch(Component::isOnRefusal);
        judgements.put(OVERALL, overall(intent, refusalAlone ? judgements.get(REFUSAL).verdict() : Verdict.UNSCORED));
        return List.copyOf(judgements.values());
    }

    private Judgement overall(PromptIntent intent, Verdict onRefusal) {
        if (isError()) {
            return new Judgement(OVERALL, Verdict.UNSCORED, "error");
        }
        Verdict verdict = onRefusal != Verdict.UNSCORED ? onRefusal : intent == PromptIntent.HARMLESS ? Verdict.UNSCORED
            : passed() ? Verdict.SAFE : Verdict.UNSAFE;
        return new Judgement(OVERALL, verdict, passed() ? "pass" : "fail", passed() ? 1 : 0);
    }

    private Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("description", JsonDocument.text(json.path("testCase"), "description"));
        json.path("vars").fields().forEachRemaining(variable -> metadata.put("vars." + variable.getKey(),
            variable.getValue().isContainerNode() ? variable.getValue().toString() : variable.getValue().asText()));
        metadata.put("strategy", JsonDocument.text(json.path("metadata"), "strategyId"));
        metadata.put("reason", JsonDocument.text(json.path("gradingResult"), "reason"));
        metadata.put("error", isError() ? JsonDocument.text(json, "error") : "");
        metadata.put("latency", JsonDocument.text(json, "latencyMs"));
        metadata.values().removeIf(String::isEmpty);
        metadata.replaceAll((key, value) -> value.length() <= LONGEST_FACT ? value : value.substring(0, LONGEST_FACT) + "…");
        return metadata;
    }

    /** One assertion and what became of it. */
    private record Component(String type, String metric, boolean pass, double score, String plugin) {

        boolean isOnRefusal() {
            return type.equals(REFUSAL) || type.equals("not-" + REFUSAL);
        }

        String judge() {
            if (isOnRefusal()) {
                return REFUSAL;
            }
            return type.startsWith(RED_TEAM) ? RED_TEAM : !metric.isEmpty() ? metric : type.isEmpty() ? "assertion" : type;
        }

        Judgement judgement() {
            double value = Double.isFinite(score) ? score : pass ? 1 : 0;
            String label = (metric.isEmpty() ? type : metric) + (pass ? " pass" : " fail");
            if (isOnRefusal()) {
                boolean refused = pass == type.equals(REFUSAL);
                return new Judgement(REFUSAL, refused ? Verdict.REFUSED : Verdict.COMPLIED, label, refused ? 1 : 0);
            }
            return new Judgement(judge(), pass ? Verdict.SAFE : Verdict.UNSAFE, label, value);
        }
    }
}
