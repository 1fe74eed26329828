package io.plumbline.imports.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/**
 * What a model answered.
 *
 * @param text         its words; calls of tools in brackets
 * @param finishReason why it ended, as the source says it
 * @param refused      whether the model's maker marked the answer as refused or withheld; empty where nothing says so
 */
record Answered(String text, String finishReason, Optional<Boolean> refused) {

    static final Answered NOTHING = new Answered("", "", Optional.empty());

    private static final String[] LISTS = {"choices", "generations", "candidates", "outputs", "results", "messages", "output_messages"};
    private static final String[] TEXTS = {"output_text", "generated_text", "completion", "answer", "response", "output", "text", "content",
        "message", "result", "generation", "body"};
    private static final int DEEPEST = 7;

    /** Reads an output in any of the shapes in which tools record it. */
    static Answered of(JsonNode output) {
        Answered read = of(Fields.decoded(output), 0);
        boolean withheld = read.text.isEmpty() && read.finishReason.toLowerCase(Locale.ROOT).contains("content_filter");
        boolean marked = read.finishReason.toLowerCase(Locale.ROOT).equals("refusal");
        return withheld || marked ? new Answered(read.text, read.finishReason, Optional.of(true)) : read;
    }

    private static Answered of(JsonNode output, int depth) {
        if (output.isValueNode()) {
            return output.isNull() ? NOTHING : new Answered(output.asText(), "", Optional.empty());
        }
        if (depth > DEEPEST || output.isEmpty()) {
            return NOTHING;
        }
        if (output.isArray()) {
            return ofArray(output, depth);
        }
        if (Chat.isMessage(output)) {
            return ofMessage(output);
        }
        for (String name : LISTS) {
            JsonNode list = Fields.decoded(output.path(name));
            if (list.isArray() && !list.isEmpty()) {
                return ofArray(list, depth + 1).ending(finish(output));
            }
        }
        for (String name : TEXTS) {
            JsonNode value = Fields.decoded(output.path(name));
            if (!value.isMissingNode() && !value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
                return of(value, depth + 1).ending(finish(output));
            }
        }
        return finish(output).isEmpty() ? new Answered(output.toString(), "", Optional.empty()) : NOTHING.ending(finish(output));
    }

    private static Answered ofArray(JsonNode array, int depth) {
        if (array.get(0).isArray()) {
            return ofArray(array.get(0), depth + 1);
        }
        JsonNode last = null;
        for (JsonNode each : array) {
            if (Chat.isMessage(each) && Chat.role(each).equals("assistant")) {
                last = each;
            }
        }
        if (last != null) {
            return ofMessage(last);
        }
        String parts = Chat.parts(array);
        boolean structured = array.get(0).isObject() && (parts.isEmpty() || Chat.first(array.get(0), "message", "generation_info",
            "finish_reason", "finishReason").isContainerNode() || !finish(array.get(0)).isEmpty());
        return structured ? of(array.get(0), depth + 1) : new Answered(parts, "", Optional.empty());
    }

    private static Answered ofMessage(JsonNode message) {
        String said = Chat.content(message);
        String refusal = Chat.text(message, "refusal");
        if (refusal.isEmpty()) {
            refusal = Chat.text(message.path("message"), "refusal");
        }
        boolean refused = !refusal.isEmpty();
        for (JsonNode part : message.path("content")) {
            refused |= Chat.text(part, "type").equals("refusal");
        }
        return new Answered(said.isEmpty() ? refusal : said, finish(message), refused ? Optional.of(true) : Optional.empty());
    }

    private static String finish(JsonNode node) {
        for (JsonNode holder : new JsonNode[] {node, node.path("generation_info"), node.path("response_metadata"),
            node.path("kwargs").path("response_metadata"), node.path("message").path("kwargs").path("response_metadata")}) {
            String reason = Chat.text(holder, "finish_reason", "finishReason", "stop_reason", "stopReason", "done_reason");
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        return "";
    }

    /** The same answer, with a reason why it ended where it has none yet. */
    Answered ending(String reason) {
        return finishReason.isEmpty() && !reason.isEmpty() ? new Answered(text, reason, refused) : this;
    }
}
