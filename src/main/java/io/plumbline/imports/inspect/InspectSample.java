package io.plumbline.imports.inspect;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Verdict;
import io.plumbline.imports.runs.JsonDocument;
import io.plumbline.imports.runs.RunBuilder.SampleDraft;
import io.plumbline.imports.source.ForeignJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One sample of an Inspect log, or the summary that stands for it where the log broke off before the sample was written. */
final class InspectSample {

    /** Parts that hold the course of the conversation; they can be a thousand times the rest and are not kept. */
    private static final Set<String> SKIPPED = Set.of("events", "events_data", "message_pool", "store", "timelines");
    static final String ATTACHMENT = "attachment://";
    private static final String LAST = "last ";
    private static final int LONGEST_METADATA = 2000;

    private final JsonNode json;
    private final JsonNode attachments;

    InspectSample(JsonNode json) {
        this.json = json;
        this.attachments = json.path("attachments");
    }

    /** Reads the object that the parser stands at the beginning of. */
    static InspectSample read(JsonParser parser) throws IOException {
        ObjectNode kept = ForeignJson.mapper().createObjectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (SKIPPED.contains(name)) {
                parser.skipChildren();
            } else if (name.equals("messages") && parser.currentToken() == JsonToken.START_ARRAY) {
                keepLastMessages(parser, kept);
            } else {
                kept.set(name, parser.readValueAsTree());
            }
        }
        return new InspectSample(kept);
    }

    /** Of a conversation, what each role said last: it stands in where input or output are missing. */
    private static void keepLastMessages(JsonParser parser, ObjectNode kept) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode message = parser.readValueAsTree();
            String role = message.path("role").asText();
            if (role.equals("user") || role.equals("assistant")) {
                kept.set(LAST + role, message.path("content"));
            }
        }
    }

    /** A sample in chunks: its shell, its metadata and its attachments, which go by number. */
    static InspectSample ofChunks(ObjectNode shell, JsonNode metadata, List<JsonNode> attachmentChunks) {
        if (metadata.isObject()) {
            shell.set("metadata", metadata);
        }
        ObjectNode attachments = shell.putObject("attachments");
        int number = 0;
        for (JsonNode chunk : attachmentChunks) {
            for (JsonNode attachment : chunk) {
                attachments.set(Integer.toString(number), attachment);
                number++;
            }
        }
        return new InspectSample(shell);
    }

    boolean hasId() {
        return json.path("id").isValueNode() && !json.path("id").isNull();
    }

    String id() {
        return json.path("id").asText();
    }

    int epoch() {
        return Math.max(1, json.path("epoch").asInt(1));
    }

    /** By scorer; logs of the first version hold one score without a name. */
    JsonNode scores() {
        return json.path("scores").isObject() || !json.path("score").isObject() ? json.path("scores")
            : ForeignJson.mapper().createObjectNode().set("score", json.path("score"));
    }

    String target() {
        return text(json.path("target"));
    }

    SampleDraft draft() {
        List<Judgement> judgements = new ArrayList<>();
        scores().fields().forEachRemaining(score -> {
            JsonNode value = score.getValue().has("value") ? score.getValue().path("value") : score.getValue();
            addJudgements(score.getKey(), value, judgements);
        });
        String category = category();
        return new SampleDraft(id(), category, PromptIntent.UNSPECIFIED, prompt(), response(), responded(), judgements, metadata());
    }

    String response() {
        JsonNode output = json.path("output");
        String content = text(output.path("choices").path(0).path("message").path("content"));
        String completion = content.isEmpty() ? text(output.path("completion")) : content;
        return completion.isEmpty() && output.path("choices").isEmpty() ? text(json.path(LAST + "assistant")) : completion;
    }

    /** A summary holds no output at all, which is the log's brevity and not the model's silence. */
    private boolean responded() {
        if (!json.has("output")) {
            return json.path("error").isNull() || json.path("error").isMissingNode();
        }
        boolean failed = !json.path("error").isMissingNode() && !json.path("error").isNull();
        return !failed && (json.path("output").path("choices").size() > 0 || json.path("output").path("completion").isTextual()
            || json.has(LAST + "assistant"));
    }

    private static void addJudgements(String scorer, JsonNode value, List<Judgement> judgements) {
        if (value.isObject()) {
            value.fields().forEachRemaining(part -> addJudgements(scorer + "." + part.getKey(), part.getValue(), judgements));
        } else {
            Verdict verdict = value.isValueNode() ? InspectVerdicts.of(scorer, value) : Verdict.UNSCORED;
            judgements.add(new Judgement(scorer, verdict, value.isValueNode() ? value.asText() : value.toString(),
                InspectVerdicts.number(value).orElse(Double.NaN)));
        }
    }

    private String prompt() {
        JsonNode input = json.path("input");
        if (!input.isArray()) {
            String text = text(input);
            return text.isEmpty() ? text(json.path(LAST + "user")) : text;
        }
        return StreamSupport.stream(input.spliterator(), false).filter(m -> m.path("role").asText().equals("user"))
            .map(m -> text(m.path("content"))).collect(Collectors.joining("\n\n"));
    }

    private String category() {
        for (String name : List.of("category", "harm_category", "semantic_category", "subject", "type")) {
            String value = JsonDocument.text(json.path("metadata"), name);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        json.path("metadata").fields().forEachRemaining(field -> put(metadata, "metadata." + field.getKey(),
            field.getValue().isValueNode() ? field.getValue().asText() : field.getValue().toString()));
        put(metadata, "target", target());
        put(metadata, "uuid", JsonDocument.text(json, "uuid"));
        put(metadata, "stop_reason", JsonDocument.text(json.path("output").path("choices").path(0), "stop_reason"));
        put(metadata, "error", JsonDocument.text(json.path("error"), "message"));
        put(metadata, "limit", JsonDocument.text(json.path("limit"), "type"));
        put(metadata, "total_time", JsonDocument.text(json, "total_time"));
        put(metadata, "output_tokens", JsonDocument.text(json.path("output").path("usage"), "output_tokens"));
        if (!json.has("output")) {
            metadata.put("response", "not in the log: only the summary of this sample was written");
        }
        return metadata;
    }

    private static void put(Map<String, String> metadata, String key, String value) {
        if (!value.isEmpty() && !value.equals("null")) {
            metadata.put(key, value.length() <= LONGEST_METADATA ? value : value.substring(0, LONGEST_METADATA) + "…");
        }
    }

    /** Text of a content: a string, a list of parts of which those with text count, or a reference to an attachment. */
    private String text(JsonNode content) {
        if (content.isArray()) {
            return StreamSupport.stream(content.spliterator(), false).map(this::part).filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
        }
        return content.isValueNode() && !content.isNull() ? resolve(content.asText()) : "";
    }

    private String part(JsonNode part) {
        if (part.isValueNode()) {
            return resolve(part.asText());
        }
        String type = part.path("type").asText();
        return switch (type) {
            case "text" -> resolve(part.path("text").asText());
            case "reasoning" -> "";
            default -> "[" + type + "]";
        };
    }

    private String resolve(String text) {
        if (!text.startsWith(ATTACHMENT)) {
            return text;
        }
        JsonNode attached = attachments.path(text.substring(ATTACHMENT.length()));
        return attached.isTextual() ? attached.asText() : text;
    }
}
