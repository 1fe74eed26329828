package io.plumbline.imports.trace;

import java.util.Locale;
import java.util.OptionalDouble;

/** What the LiteLLM proxy logs: its standard logging payload, and the rows of its spend log, where nested values are JSON in a text. */
final class LiteLlmFormat implements TraceFormat {

    private static final String[] BOOKKEEPING = {"api_key", "cache_hit", "cache_key", "stream", "custom_llm_provider", "saved_cache_cost",
        "response_cost", "spend", "total_tokens", "completionStartTime", "model_id", "model_group", "api_base", "requester_ip_address",
        "hidden_params", "model_map_information", "model_parameters", "call_type", "status_fields", "cost_breakdown",
        "metadata.usage_object",
        "metadata.model_map_information", "metadata.additional_usage_values"};

    @Override
    public String format() {
        return "litellm";
    }

    @Override
    public String title() {
        return "LiteLLM log";
    }

    @Override
    public boolean recognises(Fields row) {
        return row.has("call_type", "startTime") && row.hasAny("id", "request_id")
            && row.hasAny("messages", "response", "spend", "response_cost", "prompt_tokens");
    }

    @Override
    public void read(Fields row, SideNotes notes, ExchangeSink sink) {
        row.expand("metadata");
        String kind = row.text("call_type").toLowerCase(Locale.ROOT);
        if (!isModelCall(kind)) {
            sink.leaveOut(kind + " calls");
            return;
        }
        row.ignore(BOOKKEEPING);
        Exchange call = new Exchange();
        call.set(LogField.ID, row.text("request_id", "id")).named(row.text("id"));
        OptionalDouble seconds = row.number("response_time");
        if (seconds.isPresent()) {
            call.set(LogField.LATENCY_MILLIS, seconds.getAsDouble() * 1000);
        }
        call.between(row.value("startTime"), row.value("endTime"));
        call.set(LogField.MODEL, row.text("model"));
        call.asked(Asked.of(row.tree("messages"))).asked(Asked.of(row.tree("proxy_server_request"))).answered(Answered.of(row.tree("response")));
        call.set(LogField.PROMPT_TOKENS, row.number("prompt_tokens")).set(LogField.COMPLETION_TOKENS, row.number("completion_tokens"));
        call.set(LogField.USER, row.text("end_user", "user", "metadata.user_api_key_end_user_id", "metadata.user_api_key_user_id"));
        call.set(LogField.SESSION, row.text("session_id", "trace_id", "metadata.session_id"));
        String error = row.text("error_information.error_message", "metadata.error_information.error_message", "error_str",
            "error_information.error_class", "exception");
        if (row.text("status", "metadata.status").toLowerCase(Locale.ROOT).contains("fail") || !error.isEmpty()) {
            call.failed(error.isEmpty() ? "status failure" : error);
        }
        sink.exchange(call);
    }

    private static boolean isModelCall(String kind) {
        return kind.isEmpty() || kind.contains("completion") || kind.contains("responses") || kind.contains("messages")
            || kind.contains("generate_content");
    }
}
