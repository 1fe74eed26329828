package io.plumbline.imports.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The semantic conventions for generative AI of OpenTelemetry, all stages of it: contents as attributes of the span, as events in it or
 * beside it, and the numbered attributes from before the conventions (gen_ai.prompt.0.content).
 */
final class GenAiConvention implements SpanConvention {

    /** Attributes that describe the request and its price and nothing that a safety number could use. */
    private static final String[] REQUEST = {"gen_ai.request.temperature", "gen_ai.request.top_p", "gen_ai.request.top_k",
        "gen_ai.request.max_tokens", "gen_ai.request.seed", "gen_ai.request.frequency_penalty", "gen_ai.request.presence_penalty",
        "gen_ai.request.stop_sequences", "gen_ai.request.encoding_formats", "gen_ai.provider.name", "gen_ai.system", "gen_ai.output.type",
        "gen_ai.operation.name", "server.address", "server.port"};

    @Override
    public String format() {
        return "otel-genai";
    }

    @Override
    public String title() {
        return "OpenTelemetry traces (GenAI conventions)";
    }

    @Override
    public boolean speaks(Span span) {
        return span.attributes().hasAny("gen_ai", "llm.request", "traceloop", "llm.usage")
            || span.events().stream().anyMatch(event -> event.name().startsWith("gen_ai."));
    }

    @Override
    public String otherThanCall(Span span) {
        Fields attributes = span.attributes();
        if (!speaks(span)) {
            return "spans of other services";
        }
        String operation = attributes.text("gen_ai.operation.name", "llm.request.type").toLowerCase(Locale.ROOT);
        String kind = attributes.text("traceloop.span.kind").toLowerCase(Locale.ROOT);
        if (operation.contains("tool") || kind.equals("tool")) {
            return "tool spans";
        }
        if (operation.contains("agent") || operation.contains("workflow") || kind.equals("agent") || kind.equals("workflow")
            || kind.equals("task")) {
            return "spans of agents and workflows";
        }
        if (operation.startsWith("embedding") || operation.startsWith("rerank") || operation.startsWith("retriev")
            || operation.startsWith("image") || operation.startsWith("moderation")) {
            return operation + " spans";
        }
        boolean named = !operation.isEmpty() || attributes.hasAny("gen_ai.request.model", "gen_ai.response.model", "gen_ai.prompt",
            "gen_ai.completion", "gen_ai.input.messages", "gen_ai.output.messages");
        return named ? "" : "spans of other services";
    }

    @Override
    public Exchange read(Span span, Iterable<Fields> late) {
        Fields attributes = span.attributes();
        attributes.ignore(REQUEST);
        Exchange call = new Exchange();
        String responseId = attributes.text("gen_ai.response.id");
        call.named(responseId).named(span.spanId()).named(span.id());
        call.set(LogField.ID, span.id().isEmpty() ? responseId : span.id()).between(span.start(), span.end());
        contents(attributes, call);
        for (Span.Event event : span.events()) {
            event(event.name(), event.attributes(), call);
        }
        List<Fields> events = new ArrayList<>(span.events().stream().map(Span.Event::attributes).toList());
        attributes.tree("events", "all_messages_events").forEach(event -> events.add(Fields.of(event)));
        JsonNode said = separate(events, late, call);
        if (!said.isEmpty()) {
            call.asked(Asked.of(said));
        }
        late.forEach(part -> contents(part, call));
        call.set(LogField.MODEL, attributes.text("gen_ai.request.model", "gen_ai.response.model", "llm.request.model"));
        call.set(LogField.SESSION, attributes.text("gen_ai.conversation.id", "session.id", "traceloop.association.properties.session_id"));
        call.set(LogField.USER, attributes.text("user.id", "enduser.id", "gen_ai.user.id", "gen_ai.request.user",
            "traceloop.association.properties.user_id"));
        call.set(LogField.PROMPT_TOKENS, attributes.number("gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens"));
        call.set(LogField.COMPLETION_TOKENS, attributes.number("gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens"));
        call.set(LogField.FINISH_REASON, first(attributes.tree("gen_ai.response.finish_reasons", "gen_ai.response.finish_reason")));
        call.set(LogField.CONTEXT, attributes.text("gen_ai.prompt.name", "deployment.environment.name", "deployment.environment"));
        String problem = attributes.text("error.type");
        return !problem.isEmpty() || !span.problem().isEmpty() ? call.failed(problem.isEmpty() ? span.problem() : problem) : call;
    }

    /** Contents that stand together: attributes of the span, of its details event, or of the event's body. */
    private static void contents(Fields attributes, Exchange call) {
        JsonNode asked = attributes.tree("gen_ai.input.messages", "body.gen_ai.input.messages", "gen_ai.prompt", "llm.prompts",
            "ai.prompt.messages", "ai.prompt");
        JsonNode answered = attributes.tree("gen_ai.output.messages", "body.gen_ai.output.messages", "gen_ai.completion", "llm.completions",
            "ai.response.text");
        JsonNode system = attributes.tree("gen_ai.system_instructions", "body.gen_ai.system_instructions");
        if (!asked.isMissingNode()) {
            Asked read = Asked.of(numbered(asked));
            call.asked(system.isMissingNode() ? read : read.under(Chat.parts(system)));
        } else if (!system.isMissingNode()) {
            call.asked(new Asked("", Chat.parts(system), 0));
        }
        if (!answered.isMissingNode()) {
            call.answered(Answered.of(numbered(answered)));
        }
    }

    private static void event(String name, Fields event, Exchange call) {
        switch (name) {
            case "gen_ai.client.inference.operation.details", "gen_ai.content.prompt", "gen_ai.content.completion" -> contents(event, call);
            case "gen_ai.evaluation.result", "gen_ai.evaluation" -> evaluation(event).applyTo(call);
            case "exception" -> call.failed(event.text("exception.type") + " " + event.text("exception.message"));
            default -> {
                // One message, read together with the others.
            }
        }
    }

    /** The score in an evaluation event. */
    static Score evaluation(Fields event) {
        return Score.of(event.text("gen_ai.evaluation.name"), event.tree("gen_ai.evaluation.score.value", "gen_ai.evaluation.score"),
            event.text("gen_ai.evaluation.score.label", "gen_ai.evaluation.label"));
    }

    /** Messages that stand in events of their own: the questions in order; the choice becomes the answer. */
    private static JsonNode separate(Iterable<Fields> events, Iterable<Fields> late, Exchange call) {
        ArrayNode asked = JsonNodeFactory.instance.arrayNode();
        for (Iterable<Fields> part : List.of(events, late)) {
            for (Fields event : part) {
                message(event, asked, call);
            }
        }
        return asked;
    }

    private static void message(Fields event, ArrayNode asked, Exchange call) {
        String name = event.text("event.name");
        if (!name.startsWith("gen_ai.") || !(name.endsWith(".message") || name.equals("gen_ai.choice"))) {
            return;
        }
        JsonNode body = event.tree("body", "gen_ai.event.content", "event_body", "message");
        ObjectNode message = body.isObject() ? ((ObjectNode) body).deepCopy() : JsonNodeFactory.instance.objectNode();
        if (message.isEmpty()) {
            JsonNode content = event.tree("content");
            if (body.isTextual() || !content.isMissingNode()) {
                message.set("content", body.isTextual() ? body : content);
            }
            if (!event.text("role").isEmpty()) {
                message.put("role", event.text("role"));
            }
        }
        if (name.equals("gen_ai.choice")) {
            String finish = event.text("finish_reason");
            call.answered(Answered.of(message).ending(finish));
        } else {
            message.put("role", message.path("role").asText(name.substring("gen_ai.".length(), name.length() - ".message".length())));
            asked.add(message);
        }
    }

    /** {"0": {…}, "1": {…}} as the list that it is. */
    static JsonNode numbered(JsonNode node) {
        if (!node.isObject() || !node.has("0")) {
            return node;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; node.has(Integer.toString(i)); i++) {
            list.add(node.get(Integer.toString(i)));
        }
        return list;
    }

    private static String first(JsonNode reasons) {
        return reasons.isArray() && !reasons.isEmpty() ? reasons.get(0).asText("") : reasons.asText("");
    }
}
