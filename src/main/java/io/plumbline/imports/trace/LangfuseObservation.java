package io.plumbline.imports.trace;

import java.util.OptionalDouble;

/** One generation of Langfuse as a call, in any of its spellings. */
final class LangfuseObservation {

    /** Stands before the id of a trace, where a score speaks of all of it. */
    static final String TRACE = "trace ";

    private static final String[] BOOKKEEPING = {"project_id", "projectId", "parent_observation_id", "parentObservationId", "name",
        "version",
        "created_at", "createdAt", "updated_at", "updatedAt", "model_parameters", "modelParameters", "model_id", "modelId",
        "internalModelId",
        "internal_model_id", "total_cost", "totalCost", "cost_details", "costDetails", "calculatedInputCost", "calculatedOutputCost",
        "calculatedTotalCost", "inputPrice", "outputPrice", "totalPrice", "totalTokens", "total_tokens", "time_to_first_token",
        "timeToFirstToken", "completion_start_time", "completionStartTime", "trace_name", "traceName", "prompt_id", "promptId",
        "bookmarked",
        "public", "latency", "usage_pricing_tier_id", "usage_pricing_tier_name", "input_price", "output_price", "total_price", "unit",
        "level", "type", "usage", "usageDetails", "usage_details", "usage_type_map", "is_app_root"};

    private LangfuseObservation() {
    }

    /** @param trace what the trace around it says; no fields where nothing is known */
    static Exchange read(Fields observation, Fields trace) {
        observation.expand("metadata");
        String traceId = observation.text("trace_id", "traceId");
        Exchange call = new Exchange().named(observation.text("id")).named(traceId.isEmpty() ? "" : TRACE + traceId);
        call.set(LogField.ID, observation.text("id"));
        call.between(observation.value("start_time", "startTime"), observation.value("end_time", "endTime"));
        OptionalDouble seconds = observation.number("latency");
        if (seconds.isPresent() && !call.has(LogField.LATENCY_MILLIS)) {
            call.set(LogField.LATENCY_MILLIS, seconds.getAsDouble() * 1000);
        }
        call.set(LogField.MODEL, observation.text("provided_model_name", "providedModelName", "model", "model_name"));
        call.asked(Asked.of(observation.tree("input"))).answered(Answered.of(observation.tree("output")));
        call.set(LogField.PROMPT_TOKENS, observation.number("usage_details.input", "usageDetails.input", "usage.input", "promptTokens",
            "prompt_tokens", "input_tokens", "inputTokens", "inputUsage", "usage.promptTokens"));
        call.set(LogField.COMPLETION_TOKENS, observation.number("usage_details.output", "usageDetails.output", "usage.output",
            "completionTokens", "completion_tokens", "output_tokens", "outputTokens", "outputUsage", "usage.completionTokens"));
        usageAsText(observation, call);
        call.set(LogField.USER, observation.text("user_id", "userId")).set(LogField.USER, trace.text("user_id", "userId"));
        call.set(LogField.SESSION, observation.text("session_id", "sessionId")).set(LogField.SESSION, trace.text("session_id",
            "sessionId"));
        call.set(LogField.SESSION, traceId);
        String prompt = observation.text("prompt_name", "promptName");
        String version = observation.text("prompt_version", "promptVersion");
        call.set(LogField.CONTEXT, prompt.isEmpty() ? "" : version.isEmpty() ? prompt : prompt + " v" + version);
        call.set(LogField.CONTEXT, observation.text("environment")).set(LogField.CONTEXT, trace.text("environment"));
        String message = observation.text("status_message", "statusMessage");
        if (observation.text("level").equals("ERROR")) {
            call.failed(message.isEmpty() ? "level ERROR" : message);
        }
        observation.ignore(BOOKKEEPING);
        return call;
    }

    /** A trace without its observations: what went in and what came out of the application as a whole. */
    static Exchange ofTrace(Fields trace) {
        trace.expand("metadata");
        trace.ignore(BOOKKEEPING);
        trace.ignore("htmlPath", "observations", "scores", "release", "public");
        Exchange call = new Exchange().named(TRACE + trace.text("id"));
        call.set(LogField.ID, trace.text("id")).set(LogField.TIME, trace.value("timestamp"));
        call.asked(Asked.of(trace.tree("input"))).answered(Answered.of(trace.tree("output")));
        call.set(LogField.USER, trace.text("user_id", "userId")).set(LogField.SESSION, trace.text("session_id", "sessionId"));
        return call.set(LogField.CONTEXT, trace.text("environment")).set(LogField.MODEL, trace.text("metadata.model"));
    }

    /** In tables the usage is JSON in a text. */
    private static void usageAsText(Fields observation, Exchange call) {
        Fields usage = Fields.of(observation.tree("usage_details", "usageDetails", "usage"));
        call.set(LogField.PROMPT_TOKENS, usage.number("input", "prompt_tokens", "promptTokens", "input_tokens"));
        call.set(LogField.COMPLETION_TOKENS, usage.number("output", "completion_tokens", "completionTokens", "output_tokens"));
    }
}
