package io.plumbline.imports.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** Runs of LangSmith, from its interface, its bulk export or a table of it; feedback within the run or in rows of its own. */
final class LangSmithFormat implements TraceFormat {

    private static final String[] BOOKKEEPING = {"dotted_order", "parent_run_id", "parent_run_ids", "child_run_ids", "child_runs",
        "serialized",
        "events", "total_tokens", "total_cost", "prompt_cost", "completion_cost", "first_token_time", "app_path", "manifest_id", "trace_id",
        "execution_order", "inputs_preview", "outputs_preview", "in_dataset", "reference_example_id", "extra.runtime",
        "extra.invocation_params", "name", "tenant_id", "is_root", "trace_min_start_time", "trace_max_start_time", "ttl_seconds",
        "trace_tier"};

    @Override
    public String format() {
        return "langsmith";
    }

    @Override
    public String title() {
        return "LangSmith runs";
    }

    @Override
    public boolean recognises(Fields row) {
        return row.has("run_type") && row.hasAny("inputs", "outputs") && row.hasAny("start_time", "trace_id", "dotted_order")
            || isFeedback(row);
    }

    @Override
    public boolean joinsRows() {
        return true;
    }

    @Override
    public boolean isNote(Fields row) {
        return isFeedback(row);
    }

    @Override
    public String notes() {
        return "pieces of feedback";
    }

    @Override
    public List<String> wordsOfNotes() {
        return List.of("key");
    }

    @Override
    public void gather(Fields row, SideNotes notes) {
        if (isFeedback(row)) {
            notes.score(row.text("run_id"), Score.of(row.text("key"), row.tree("score"), row.text("value")));
        } else {
            notes.anyCall();
        }
    }

    @Override
    public void read(Fields row, SideNotes notes, ExchangeSink sink) {
        if (isFeedback(row)) {
            row.ignoreAll();
            return;
        }
        String type = row.text("run_type").toLowerCase(Locale.ROOT);
        if (!type.equals("llm")) {
            row.ignoreAll();
            sink.leaveOut((type.isEmpty() ? "other" : type) + " runs");
            return;
        }
        row.expand("extra").expand("extra.metadata", "extra.invocation_params").ignore(BOOKKEEPING);
        Exchange call = new Exchange().named(row.text("id"));
        call.set(LogField.ID, row.text("id")).between(row.value("start_time"), row.value("end_time"));
        call.asked(Asked.of(row.tree("inputs"))).answered(Answered.of(row.tree("outputs")));
        call.set(LogField.MODEL, row.text("extra.metadata.ls_model_name", "extra.invocation_params.model",
            "extra.invocation_params.model_name",
            "extra.metadata.model", "model", "model_name"));
        call.set(LogField.SESSION, row.text("extra.metadata.session_id", "extra.metadata.thread_id", "extra.metadata.conversation_id",
            "thread_id"));
        row.ignore("session_id", "session_name");
        call.set(LogField.USER, row.text("extra.metadata.user_id", "user_id"));
        call.set(LogField.PROMPT_TOKENS, row.number("prompt_tokens", "outputs.usage_metadata.input_tokens"));
        call.set(LogField.COMPLETION_TOKENS, row.number("completion_tokens", "outputs.usage_metadata.output_tokens"));
        row.tree("feedback_stats").properties().forEach(judged -> once(judged.getKey(), judged.getValue(), call));
        String error = row.text("error");
        String status = row.text("status");
        sink.exchange(error.isEmpty() && !status.equals("error") ? call : call.failed(error.isEmpty() ? "status error" : error));
    }

    private static boolean isFeedback(Fields row) {
        return row.has("run_id", "key") && row.hasAny("score", "value") && !row.has("run_type");
    }

    /** Feedback that was summed up; used where one person gave it, since a mean of several is nobody's word. */
    private static void once(String key, JsonNode stats, Exchange call) {
        if (stats.path("n").asInt(1) == 1) {
            JsonNode values = stats.path("values");
            String word = values.isObject() && values.size() == 1 ? values.fieldNames().next() : "";
            Score.of(key, Chat.first(stats, "avg", "mean"), word).applyTo(call);
        }
    }
}
