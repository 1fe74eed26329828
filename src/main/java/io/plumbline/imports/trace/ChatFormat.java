package io.plumbline.imports.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * Logs that a team writes itself and in which the exchange stands as the model's interface has it: a list of messages, or the request and
 * the response as they went over the wire. Flat columns around them are read by the names that people give them.
 */
final class ChatFormat implements TraceFormat {

    private static final String[] ASKED = {"messages", "RequestMessages", "input.inputBodyJson", "request", "request_body", "requestBody", "input_messages", "conversation", "input",
        "inputs", "prompt", "body.messages"};
    private static final String[] ANSWERED = {"ResponseMessages", "output.outputBodyJson", "response.body", "response", "response_body", "responseBody", "choices", "output_messages", "output",
        "outputs",
        "completion", "answer", "message"};
    private static final String[] TIMES = {"timestamp", "ts", "time", "created_at", "createdAt", "start_time", "startTime", "@timestamp",
        "datetime", "request_time", "requestTime", "created", "event_time", "response.created",
        "response.body.created", "TimeGenerated", "date"};

    /** What makes a table of exchanges an evaluation run. */
    private static final Pattern JUDGEMENT = Pattern.compile("^(?:\\w*_)?(?:labels?|verdict|judge\\w*|jailbroken|grade|annotation\\w*)$",
        Pattern.CASE_INSENSITIVE);

    @Override
    public String format() {
        return "chat-log";
    }

    @Override
    public String title() {
        return "Log of chat requests and responses";
    }

    @Override
    public boolean recognises(Fields row) {
        boolean timed = row.hasAny(TIMES);
        boolean judged = row.unread().stream().anyMatch(name -> JUDGEMENT.matcher(name).find());
        return timed && !judged && (isChat(row.tree(ASKED)) || isReply(row.tree(ANSWERED)));
    }

    private static boolean isChat(JsonNode asked) {
        JsonNode messages = asked.isObject() ? Chat.first(asked, "messages", "contents", "input") : asked;
        return messages.isArray() && !messages.isEmpty() && Chat.isMessage(messages.get(0));
    }

    private static boolean isReply(JsonNode answered) {
        JsonNode choice = answered.isArray() ? answered.path(0) : answered.path("choices").path(0);
        return choice.has("message") || answered.isObject() && (answered.has("candidates") || answered.path("content").path(0).has("type")
            || Chat.isMessage(answered));
    }

    @Override
    public void read(Fields row, SideNotes notes, ExchangeSink sink) {
        JsonNode request = row.tree(ASKED);
        JsonNode response = row.tree(ANSWERED);
        Exchange call = new Exchange();
        call.set(LogField.ID, row.text("custom_id", "id", "request_id", "requestId", "record_id", "uuid", "_id", "response.id",
            "CorrelationId", "trace_id"));
        call.set(LogField.LATENCY_MILLIS, row.number("latency_ms", "latencyMs", "duration_ms", "delay_ms", "response_time_ms"));
        call.between(row.value(TIMES), row.value("end_time", "endTime", "completed_at", "response_time"));
        call.set(LogField.MODEL, row.text("model", "model_name", "deployment", "request.model", "response.model", "model_id",
            "modelId", "ModelName", "DeploymentName", "response.body.model"));
        call.set(LogField.MODEL, Chat.text(request, "model")).set(LogField.MODEL, Chat.text(response, "model"));
        Asked asked = Asked.of(request);
        call.asked(asked);
        Answered answered = Answered.of(response);
        String error = Chat.text(response.path("error"), "message", "type");
        if (response.isMissingNode() && request.isArray()) {
            answered = lastAnswer(request);
        }
        if (error.isEmpty()) {
            call.answered(answered);
        }
        call.set(LogField.FINISH_REASON, row.text("finish_reason", "stop_reason"));
        call.set(LogField.USER, row.text("user", "user_id", "userId", "end_user", "customer_id")).set(LogField.USER, Chat.text(request,
            "user"));
        call.set(LogField.SESSION, row.text("session", "session_id", "sessionId", "conversation_id", "thread_id"));
        call.set(LogField.PROMPT_TOKENS, row.number("prompt_tokens", "usage.prompt_tokens", "usage.input_tokens", "input_tokens",
            "response.usage.prompt_tokens", "response.usage.input_tokens", "response.body.usage.prompt_tokens", "input.inputTokenCount",
            "PromptTokens"));
        call.set(LogField.COMPLETION_TOKENS, row.number("completion_tokens", "usage.completion_tokens", "usage.output_tokens",
            "output_tokens",
            "response.usage.completion_tokens", "response.usage.output_tokens", "response.body.usage.completion_tokens",
            "output.outputTokenCount", "CompletionTokens"));
        double status = row.number("status_code", "statusCode", "status", "http_status", "response.status_code").orElse(200);
        String problem = row.text("error", "error_message", "error.message");
        if (status >= 400 || !error.isEmpty() || !problem.isEmpty()) {
            call.failed(!error.isEmpty() ? error : problem.isEmpty() ? "status " + (long) status : problem);
        }
        sink.exchange(call);
    }

    /** In a dialogue kept whole, the last word is the model's. */
    private static Answered lastAnswer(JsonNode messages) {
        JsonNode last = messages.path(messages.size() - 1);
        return Chat.role(last).equals("assistant") ? Answered.of(last) : Answered.NOTHING;
    }
}
