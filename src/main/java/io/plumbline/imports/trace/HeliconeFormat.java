package io.plumbline.imports.trace;

import com.fasterxml.jackson.databind.JsonNode;

/** Requests as Helicone exports them, by its interface or as a table. */
final class HeliconeFormat implements TraceFormat {

    private static final String[] BOOKKEEPING = {"response_id", "response_created_at", "request_path", "provider", "total_tokens",
        "node_id",
        "time_to_first_token", "signed_body_url", "llmSchema", "country_code", "key_name", "asset_ids", "asset_urls", "cost", "costUSD",
        "target_url", "cache_enabled", "cache_reference_id", "model_override", "prompt_regex", "assets", "auth_hash", "feedback_id",
        "feedback_created_at", "request_ip", "updated_at"};

    @Override
    public String format() {
        return "helicone";
    }

    @Override
    public String title() {
        return "Helicone requests";
    }

    @Override
    public boolean recognises(Fields row) {
        return row.has("request_id", "request_created_at") && row.hasAny("response_status", "request_body", "response_body",
            "request_model",
            "response_model", "status");
    }

    @Override
    public void read(Fields row, SideNotes notes, ExchangeSink sink) {
        row.expand("request_properties", "properties", "scores").ignore(BOOKKEEPING);
        JsonNode request = row.tree("request_body", "request");
        JsonNode response = row.tree("response_body", "response");
        Exchange call = new Exchange();
        call.set(LogField.ID, row.text("request_id"));
        call.set(LogField.LATENCY_MILLIS, row.number("delay_ms", "latency"));
        call.set(LogField.TIME, row.value("request_created_at"));
        call.set(LogField.MODEL, row.text("request_model")).set(LogField.MODEL, Chat.text(request, "model"));
        call.set(LogField.MODEL, row.text("model", "response_model")).set(LogField.MODEL, Chat.text(response, "model"));
        call.asked(Asked.of(request));
        String error = errorIn(response);
        if (error.isEmpty()) {
            call.answered(Answered.of(response));
        }
        call.set(LogField.USER, row.text("request_user_id", "user_id", "helicone_user"));
        call.set(LogField.SESSION, row.text("request_properties.Helicone-Session-Id", "properties.Helicone-Session-Id"));
        call.set(LogField.CONTEXT, row.text("prompt_name", "prompt_id", "request_properties.Helicone-Prompt-Id"));
        call.set(LogField.PROMPT_TOKENS, row.number("prompt_tokens")).set(LogField.COMPLETION_TOKENS, row.number("completion_tokens"));
        Score.of("feedback", row.tree("feedback_rating", "request_feedback.rating"), "").applyTo(call);
        row.tree("scores").properties().forEach(score -> Score.of(score.getKey(), score.getValue().has("value")
            ? score.getValue().path("value") : score.getValue(), "").applyTo(call));
        double status = row.number("response_status", "status").orElse(200);
        sink.exchange(status >= 200 && status < 400 && error.isEmpty() ? call
            : call.failed(error.isEmpty() ? "status " + (long) status : error));
    }

    private static String errorIn(JsonNode response) {
        JsonNode error = response.path("error");
        return error.isObject() ? Chat.text(error, "message", "type", "code") : error.isTextual() ? error.textValue() : "";
    }
}
