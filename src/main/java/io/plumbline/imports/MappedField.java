package io.plumbline.imports;

import io.plumbline.domain.ImportKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a column of a table can be mapped to. The aliases are what other tools call it; they are compared without case and punctuation,
 * and an earlier alias wins over a later one.
 */
public enum MappedField {
    ID("Record id", both(), "id", "sample_id", "record_id", "request_id", "trace_id", "prompt_id", "behavior_id", "behavior", "doc_id",
        "question_id", "message_id", "interaction_id", "call_id", "event_id", "log_id", "uuid", "_id", "key"),
    TIME("Time", log(), "ts", "timestamp", "time", "datetime", "event_time", "event_timestamp", "request_time", "request_timestamp", "created_at",
        "start_time", "request_created_at", "requested_at", "logged_at", "received_at", "occurred_at", "time_generated", "created",
        "ts_ms", "ts_micros", "ts_us", "ts_ns", "timestamp_ms", "timestamp_micros", "epoch_ms", "unix_time", "epoch", "date"),
    MODEL("Model", both(), "model", "model_name", "model_id", "deployment", "provided_model_name", "gen_ai.request.model", "llm.model_name"),
    VARIANT("Variant", run(), "variant", "condition", "intervention", "system", "arm"),
    SUITE("Suite", run(), "suite", "benchmark", "dataset", "task"),
    EPOCH("Repeat", run(), "epoch", "repeat", "attempt"),
    INTENT("Prompt asks for harm", run(), "intent", "harmful", "is_harmful", "prompt_label"),
    CATEGORY("Category", both(), "category", "harm_category", "semantic_category", "hazard", "hazard_category", "harm_type",
        "policy_category", "risk_category", "safety_category", "type", "tag"),
    TOPIC("Topic", log(), "topic", "subject"),
    PROMPT("Prompt", both(), "prompt", "instruction", "question", "input", "request", "user_prompt", "user_message", "user_input",
        "prompt_text", "input_text", "test_case", "input.value", "query", "goal"),
    RESPONSE("Response", both(), "response", "completion", "output", "answer", "generation", "model_response", "model_output",
        "assistant_message", "assistant_response", "bot_response", "response_text", "completion_text", "output_text", "generated_text",
        "output.value", "reply", "text"),
    USER("User", log(), "user", "user_id", "userid", "end_user", "user.id", "request_user_id", "customer_id",
        "user_hash"),
    SESSION("Session", log(), "session", "session_id", "conversation_id", "thread_id", "session.id"),
    TURN("Turn", log(), "turn", "turn_index", "message_index"),
    CONTEXT("Context", log(), "context", "context_hash", "system_prompt_hash", "environment", "prompt_version"),
    LANGUAGE("Language", log(), "lang", "language", "language_code", "prompt_language", "locale"),
    FINISH_REASON("Finish reason", log(), "finish_reason", "stop_reason", "llm.finish_reason"),
    PROMPT_TOKENS("Prompt tokens", log(), "prompt_tokens", "input_tokens", "context_tokens", "usage.prompt_tokens", "usage.input_tokens",
        "prompt_token_count", "input_token_count", "tokens_in", "llm.token_count.prompt"),
    COMPLETION_TOKENS("Response tokens", log(), "completion_tokens", "output_tokens", "generated_tokens", "usage.completion_tokens",
        "usage.output_tokens", "completion_token_count", "output_token_count", "tokens_out", "llm.token_count.completion"),
    LATENCY_MILLIS("Latency, milliseconds", log(), "latency_ms", "delay_ms", "duration_ms", "response_time_ms", "elapsed_ms", "latency_millis"),
    REFUSED("Refused, by the log's own label", log(), "refused", "refusal", "is_refusal", "is_refused", "was_refused"),
    TOXICITY("Toxicity, by the log's own score", log(), "toxicity", "toxicity_score", "tox"),
    DETECTOR_VERSION("Detector version", log(), "detector_version", "classifier_version"),
    CANARY("Canary type", log(), "canary", "canary_type", "is_canary"),
    SAMPLING_PROBABILITY("Sampling probability", log(), "sampling_p", "inclusion_probability", "sampling_probability", "sample_rate"),
    FEEDBACK("User feedback", log(), "feedback", "user_feedback", "thumbs", "rating");

    private final String title;
    private final Set<ImportKind> kinds;
    private final List<String> aliases;

    MappedField(String title, Set<ImportKind> kinds, String... aliases) {
        this.title = title;
        this.kinds = kinds;
        this.aliases = Arrays.stream(aliases).map(MappedField::plain).toList();
    }

    /** What a person reads. */
    public String title() {
        return title;
    }

    public boolean appliesTo(ImportKind kind) {
        return kinds.contains(kind);
    }

    /** Place of a column name among the aliases, 0 = best; −1 where it is none of them. */
    int rankOf(String column) {
        return aliases.indexOf(plain(column));
    }

    /** A name without case and punctuation. */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                plain.append(Character.toLowerCase(c));
            }
        }
        return plain.toString();
    }

    private static Set<ImportKind> both() {
        return EnumSet.allOf(ImportKind.class);
    }

    private static Set<ImportKind> run() {
        return EnumSet.of(ImportKind.RUN);
    }

    private static Set<ImportKind> log() {
        return EnumSet.of(ImportKind.LOG);
    }
}
