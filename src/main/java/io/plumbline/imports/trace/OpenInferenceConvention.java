package io.plumbline.imports.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** OpenInference, as Phoenix and its instrumentations write it: messages flattened by number, judgements as annotations or columns. */
final class OpenInferenceConvention implements SpanConvention {

    private static final String[] REQUEST = {"llm.invocation_parameters", "llm.system", "llm.provider", "llm.token_count", "llm.tools",
        "input.mime_type", "output.mime_type", "openinference.span.kind", "llm.cost"};

    @Override
    public String format() {
        return "openinference";
    }

    @Override
    public String title() {
        return "OpenInference traces (Phoenix)";
    }

    @Override
    public boolean speaks(Span span) {
        return span.attributes().hasAny("openinference", "llm.model_name", "llm.input_messages", "llm.output_messages", "llm.token_count");
    }

    @Override
    public String otherThanCall(Span span) {
        String kind = span.attributes().text("openinference.span.kind").toUpperCase(Locale.ROOT);
        boolean call = kind.equals("LLM") || kind.isEmpty() && speaks(span);
        return call ? "" : (kind.isEmpty() ? "other" : kind.toLowerCase(Locale.ROOT)) + " spans";
    }

    @Override
    public Exchange read(Span span, Iterable<Fields> late) {
        Fields attributes = span.attributes().expand("metadata");
        Exchange call = new Exchange().named(span.spanId()).named(span.id());
        call.set(LogField.ID, span.id()).between(span.start(), span.end());
        call.set(LogField.MODEL, attributes.text("llm.model_name"));
        ArrayNode asked = messages(attributes.tree("llm.input_messages"));
        call.asked(asked.isEmpty() ? Asked.of(texts(attributes.tree("llm.prompts"), "prompt")) : Asked.of(asked));
        call.asked(Asked.of(attributes.tree("input.value")));
        ArrayNode answered = messages(attributes.tree("llm.output_messages"));
        String finish = attributes.text("llm.finish_reason");
        call.answered((answered.isEmpty() ? Answered.of(texts(attributes.tree("llm.choices"), "completion")) : Answered.of(answered))
            .ending(finish));
        if (!call.has(LogField.RESPONSE)) {
            call.answered(Answered.of(attributes.tree("output.value")).ending(finish));
        } else {
            attributes.ignore("output.value");
        }
        call.set(LogField.SESSION, attributes.text("session.id")).set(LogField.USER, attributes.text("user.id"));
        call.set(LogField.CONTEXT, attributes.text("llm.prompt_template.version"));
        call.set(LogField.PROMPT_TOKENS, attributes.number("llm.token_count.prompt"));
        call.set(LogField.COMPLETION_TOKENS, attributes.number("llm.token_count.completion"));
        attributes.ignore(REQUEST);
        scores(attributes, call);
        for (Span.Event event : span.events()) {
            if (event.name().equals("exception")) {
                call.failed(event.attributes().text("exception.type") + " " + event.attributes().text("exception.message"));
            }
        }
        return span.problem().isEmpty() ? call : call.failed(span.problem());
    }

    /** Judgements on the span: a list of annotations, or a group of columns for each. */
    private static void scores(Fields attributes, Exchange call) {
        for (JsonNode annotation : attributes.tree("annotations", "evaluations", "span_annotations")) {
            JsonNode result = annotation.has("result") ? annotation.path("result") : annotation;
            Score.of(Chat.text(annotation, "name"), result.path("score"), Chat.text(result, "label")).applyTo(call);
        }
        attributes.tree("eval").properties().forEach(judged ->
            Score.of(judged.getKey(), judged.getValue().path("score"), Chat.text(judged.getValue(), "label")).applyTo(call));
    }

    /** Messages in the plain form of chats, from a list or from fields with numbers in their names. */
    private static ArrayNode messages(JsonNode flattened) {
        ArrayNode messages = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : GenAiConvention.numbered(flattened)) {
            JsonNode nested = Fields.of(item).whole();
            JsonNode message = nested.has("message") ? nested.path("message") : nested;
            ObjectNode plain = messages.addObject().put("role", Chat.text(message, "role"));
            JsonNode contents = GenAiConvention.numbered(message.path("contents"));
            if (contents.isArray()) {
                ArrayNode parts = plain.putArray("content");
                contents.forEach(part -> {
                    JsonNode whole = Fields.of(part).whole();
                    parts.add(whole.has("message_content") ? whole.path("message_content") : whole);
                });
            } else {
                plain.put("content", Chat.text(message, "content"));
            }
            ArrayNode calls = plain.putArray("tool_calls");
            GenAiConvention.numbered(message.path("tool_calls")).forEach(call -> {
                JsonNode whole = Fields.of(call).whole();
                calls.add(whole.has("tool_call") ? whole.path("tool_call") : whole);
            });
        }
        return messages;
    }

    private static ArrayNode texts(JsonNode flattened, String kind) {
        ArrayNode texts = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : GenAiConvention.numbered(flattened)) {
            JsonNode nested = item.isObject() ? Fields.of(item).whole() : item;
            texts.add(nested.isTextual() ? nested.textValue() : Chat.text(nested.has(kind) ? nested.path(kind) : nested, "text"));
        }
        return texts;
    }
}
