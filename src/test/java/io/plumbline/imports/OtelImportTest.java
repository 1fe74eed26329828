package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.LogRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * OTLP in JSON as the encoding and the semantic conventions for generative AI describe it (opentelemetry.io: OTLP specification, "JSON
 * Protobuf encoding"; semantic-conventions-genai: spans and events); the files are our own.
 */
class OtelImportTest {

    private static final String CALL = """
        {"traceId": "5b8efff798038103d269b633813fc60c", "spanId": "eee19b7ec3c1b174", "name": "chat gpt-4o", "kind": 3,
         "startTimeUnixNano": "1777623330250000000", "endTimeUnixNano": "1777623331000000000",
         "attributes": [
          {"key": "gen_ai.operation.name", "value": {"stringValue": "chat"}},
          {"key": "gen_ai.provider.name", "value": {"stringValue": "openai"}},
          {"key": "gen_ai.request.model", "value": {"stringValue": "gpt-4o"}},
          {"key": "gen_ai.conversation.id", "value": {"stringValue": "conv-1"}},
          {"key": "gen_ai.response.id", "value": {"stringValue": "chatcmpl-1"}},
          {"key": "gen_ai.usage.input_tokens", "value": {"intValue": "12"}},
          {"key": "gen_ai.usage.output_tokens", "value": {"intValue": 34}},
          {"key": "gen_ai.response.finish_reasons", "value": {"arrayValue": {"values": [{"stringValue": "stop"}]}}},
          {"key": "app.harm_category", "value": {"stringValue": "fraud"}},
          {"key": "app.shard", "value": {"intValue": "7"}},
          CONTENT]}""";
    private static final String AS_TEXT = """
        {"key": "gen_ai.input.messages", "value": {"stringValue": "[{\\"role\\":\\"system\\",\\"parts\\":[{\\"type\\":\\"text\\",\\"content\\":\\"Be kind.\\"}]},\
        {\\"role\\":\\"user\\",\\"parts\\":[{\\"type\\":\\"text\\",\\"content\\":\\"How do I bake?\\"}]}]"}},
        {"key": "gen_ai.output.messages", "value": {"stringValue": "[{\\"role\\":\\"assistant\\",\\"parts\\":[{\\"type\\":\\"text\\",\\"content\\":\\"With flour.\\"}],\\"finish_reason\\":\\"stop\\"}]"}}""";

    @TempDir
    Path folder;
    private ImportBench bench;

    @BeforeEach
    void open() {
        bench = new ImportBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aCallWithItsContentInAttributesBecomesARecord() {
        ImportManifest manifest = bench.take(bench.file("trace.json", document(CALL.replace("CONTENT", AS_TEXT))));
        assertThat(manifest.format()).isEqualTo("otel-genai");
        LogRecord record = only();
        assertThat(record.prompt()).isEqualTo("How do I bake?");
        assertThat(record.response()).isEqualTo("With flour.");
        assertThat(record.model()).isEqualTo("gpt-4o");
        assertThat(record.session()).isEqualTo("conv-1");
        assertThat(record.time()).isEqualTo(Instant.parse("2026-05-01T08:15:30.250Z"));
        assertThat(record.latencyMillis()).isEqualTo(750);
        assertThat(record.promptTokens()).isEqualTo(12);
        assertThat(record.completionTokens()).isEqualTo(34);
        assertThat(record.finishReason()).isEqualTo("stop");
        assertThat(record.turn()).isEqualTo(1);
        assertThat(record.context()).startsWith("prompt-");
        assertThat(record.category()).isEqualTo("fraud");
        assertThat(manifest.remarks()).anyMatch(remark -> remark.equals("Fields not used: app.shard."));
    }

    @Test
    void structuredContentNumbersAndSnakeCaseMeanTheSame() {
        String structured = """
            {"key": "gen_ai.input.messages", "value": {"arrayValue": {"values": [{"kvlistValue": {"values": [
             {"key": "role", "value": {"stringValue": "user"}}, {"key": "parts", "value": {"arrayValue": {"values": [{"kvlistValue":
             {"values": [{"key": "type", "value": {"stringValue": "text"}}, {"key": "content", "value": {"stringValue": "Hi"}}]}}]}}}]}}]}}},
            {"key": "gen_ai.output.messages", "value": {"arrayValue": {"values": [{"kvlistValue": {"values": [
             {"key": "role", "value": {"stringValue": "assistant"}}, {"key": "parts", "value": {"arrayValue": {"values": [{"kvlistValue":
             {"values": [{"key": "type", "value": {"stringValue": "text"}}, {"key": "content", "value": {"stringValue": "Hello"}}]}}]}}}]}}]}}}""";
        String snake = document(CALL.replace("CONTENT", structured)).replace("\"1777623330250000000\"", "1777623330250000000")
            .replace("resourceSpans", "resource_spans").replace("scopeSpans", "scope_spans").replace("startTimeUnixNano", "start_time_unix_nano")
            .replace("stringValue", "string_value").replace("traceId", "trace_id").replace("spanId", "span_id");
        bench.take(bench.file("trace.json", snake));
        assertThat(only().prompt()).isEqualTo("Hi");
        assertThat(only().response()).isEqualTo("Hello");
        assertThat(only().time()).isEqualTo(Instant.parse("2026-05-01T08:15:30.250Z"));
    }

    @Test
    void messagesInEventsOfTheSpanAreRead() {
        String events = CALL.replace(",\n  CONTENT]", "], \"events\": ["
            + "{\"name\": \"gen_ai.system.message\", \"attributes\": [{\"key\": \"content\", \"value\": {\"stringValue\": \"Be brief.\"}}]},"
            + "{\"name\": \"gen_ai.user.message\", \"attributes\": [{\"key\": \"content\", \"value\": {\"stringValue\": \"Why?\"}}]},"
            + "{\"name\": \"gen_ai.choice\", \"attributes\": [{\"key\": \"finish_reason\", \"value\": {\"stringValue\": \"stop\"}},"
            + "{\"key\": \"message\", \"value\": {\"stringValue\": \"{\\\"role\\\":\\\"assistant\\\",\\\"content\\\":\\\"Because.\\\"}\"}}]},"
            + "{\"name\": \"gen_ai.evaluation.result\", \"attributes\": [{\"key\": \"gen_ai.evaluation.name\", \"value\": {\"stringValue\": \"Toxicity\"}},"
            + "{\"key\": \"gen_ai.evaluation.score.value\", \"value\": {\"doubleValue\": 0.25}}]}]");
        assertThat(events).contains("gen_ai.choice");
        bench.take(bench.file("trace.json", document(events)));
        assertThat(only().prompt()).isEqualTo("Why?");
        assertThat(only().response()).isEqualTo("Because.");
        assertThat(only().toxicity()).isEqualTo(0.25, offset(1e-6));
    }

    @Test
    void attributesFromBeforeTheConventionsAreRead() {
        String old = """
            {"traceId": "aa", "spanId": "bb", "name": "openai.chat", "startTimeUnixNano": 1777623330250000000, "attributes": [
             {"key": "gen_ai.system", "value": {"stringValue": "OpenAI"}}, {"key": "llm.request.type", "value": {"stringValue": "chat"}},
             {"key": "gen_ai.response.model", "value": {"stringValue": "gpt-3.5"}},
             {"key": "gen_ai.prompt.0.role", "value": {"stringValue": "user"}}, {"key": "gen_ai.prompt.0.content", "value": {"stringValue": "One?"}},
             {"key": "gen_ai.completion.0.role", "value": {"stringValue": "assistant"}},
             {"key": "gen_ai.completion.0.content", "value": {"stringValue": "Two."}},
             {"key": "gen_ai.completion.0.finish_reason", "value": {"stringValue": "length"}},
             {"key": "gen_ai.usage.prompt_tokens", "value": {"intValue": "3"}}]}""";
        bench.take(bench.file("trace.json", document(old)));
        assertThat(only().prompt()).isEqualTo("One?");
        assertThat(only().response()).isEqualTo("Two.");
        assertThat(only().finishReason()).isEqualTo("length");
        assertThat(only().promptTokens()).isEqualTo(3);
    }

    @Test
    void contentAndEvaluationsExportedAsLogRecordsJoinTheirSpan() {
        String span = document(CALL.replace(",\n  CONTENT", "")).replaceAll("\\s*\\n\\s*", " ");
        String logs = ("""
            {"resourceLogs": [{"scopeLogs": [{"logRecords": [
             {"timeUnixNano": "1777623331000000000", "traceId": "5b8efff798038103d269b633813fc60c", "spanId": "eee19b7ec3c1b174",
              "eventName": "gen_ai.client.inference.operation.details", "attributes": [AS_TEXT]},
             {"timeUnixNano": "1777623391000000000", "eventName": "gen_ai.evaluation.result", "attributes": [
              {"key": "gen_ai.response.id", "value": {"stringValue": "chatcmpl-1"}},
              {"key": "gen_ai.evaluation.name", "value": {"stringValue": "user_feedback"}},
              {"key": "gen_ai.evaluation.score.label", "value": {"stringValue": "thumbs_down"}}]}]}]}]}""").replace("AS_TEXT", AS_TEXT)
            .replaceAll("\\s*\\n\\s*", " ");
        ImportManifest manifest = bench.take(bench.file("trace.jsonl", span + "\n" + logs + "\n"));
        assertThat(manifest.records()).isEqualTo(1);
        assertThat(only().response()).isEqualTo("With flour.");
        assertThat(only().feedback()).isEqualTo(Feedback.DOWN);
    }

    @Test
    void messagesInAnAttributeOfEventsAreRead() {
        String events = "{\"key\": \"events\", \"value\": {\"stringValue\": \"[{\\\"event.name\\\": \\\"gen_ai.user.message\\\", \\\"role\\\": \\\"user\\\", "
            + "\\\"content\\\": \\\"Q\\\"}, {\\\"event.name\\\": \\\"gen_ai.choice\\\", \\\"index\\\": 0, \\\"message\\\": {\\\"role\\\": "
            + "\\\"assistant\\\", \\\"content\\\": \\\"A\\\"}}]\"}}";
        bench.take(bench.file("trace.json", document(CALL.replace("CONTENT", events))));
        assertThat(only().prompt()).isEqualTo("Q");
        assertThat(only().response()).isEqualTo("A");
    }

    @Test
    void aDetailsEventAloneIsACall() {
        String logs = ("{\"resourceLogs\": [{\"scopeLogs\": [{\"logRecords\": [{\"timeUnixNano\": \"1777623330250000000\", \"attributes\": ["
            + "{\"key\": \"event.name\", \"value\": {\"stringValue\": \"gen_ai.client.inference.operation.details\"}},"
            + "{\"key\": \"gen_ai.operation.name\", \"value\": {\"stringValue\": \"chat\"}},"
            + "{\"key\": \"gen_ai.request.model\", \"value\": {\"stringValue\": \"m\"}}],"
            + "\"body\": {\"kvlistValue\": {\"values\": [AS_TEXT]}}}]}]}]}").replace("AS_TEXT", AS_TEXT).replace("\n", " ");
        bench.take(bench.file("logs.jsonl", logs));
        assertThat(only().prompt()).isEqualTo("How do I bake?");
        assertThat(only().response()).isEqualTo("With flour.");
        assertThat(only().model()).isEqualTo("m");
    }

    @Test
    void aDocumentOfManySpansKeepsTheResourceOfEach() {
        String[] spans = new String[500];
        Arrays.setAll(spans, i -> CALL.replace("eee19b7ec3c1b174", "%016x".formatted(i)).replace("CONTENT", AS_TEXT));
        String named = document(spans).replace("\"service.name\"", "\"user.id\"");
        ImportManifest manifest = bench.take(bench.file("trace.json", named));
        assertThat(manifest.records()).isEqualTo(500);
        assertThat(bench.records()).extracting(record -> record.record().user().length()).containsOnly(32);
    }

    @Test
    void onlyCallsOfModelsBecomeRecordsAndTheRestIsCounted() {
        String tool = CALL.replace("eee19b7ec3c1b174", "0000000000000001").replace("\"chat\"", "\"execute_tool\"").replace("CONTENT", AS_TEXT);
        String agent = CALL.replace("eee19b7ec3c1b174", "0000000000000002").replace("\"chat\"", "\"invoke_agent\"").replace("CONTENT", AS_TEXT);
        String other = "{\"traceId\": \"a\", \"spanId\": \"b\", \"name\": \"GET /\", \"startTimeUnixNano\": \"1\", \"attributes\": []}";
        ImportManifest manifest = bench.take(bench.file("trace.json", document(tool, agent, other, CALL.replace("CONTENT", AS_TEXT))));
        assertThat(manifest.records()).isEqualTo(1);
        assertThat(manifest.rejected()).isZero();
        assertThat(manifest.remarks()).contains("Left out as no calls of a model: 1 tool spans.",
            "Left out as no calls of a model: 1 spans of agents and workflows.", "Left out as no calls of a model: 1 spans of other services.");
    }

    @Test
    void aFailedCallIsNoAnswerAndIsKeptApart() {
        String failed = CALL.replace("eee19b7ec3c1b174", "0000000000000001").replace(",\n  CONTENT]",
            ", {\"key\": \"error.type\", \"value\": {\"stringValue\": \"RateLimitError\"}}], \"status\": {\"code\": 2, \"message\": \"429\"}");
        ImportManifest manifest = bench.take(bench.file("trace.json", document(failed, CALL.replace("CONTENT", AS_TEXT))));
        assertThat(manifest.records()).isEqualTo(1);
        assertThat(bench.workspace.imports().rejects(manifest.id(), 0, 10)).singleElement()
            .satisfies(reject -> assertThat(reject.reason()).contains("The call failed (RateLimitError)"));
        assertThat(manifest.remarks()).anyMatch(remark -> remark.startsWith("1 calls failed"));
    }

    @Test
    void aTraceWithoutAnyCallOfAModelSaysWhatItHolds() {
        Path file = bench.file("trace.json", document("{\"traceId\": \"a\", \"spanId\": \"b\", \"name\": \"GET /\", \"startTimeUnixNano\": 1}"));
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class)
            .hasMessageContaining("holds no records").hasMessageContaining("1 spans of other services");
    }

    @Test
    void spansThatStandOneARowAreRead() {
        bench.take(bench.file("spans.jsonl", """
            {"name": "chat", "context": {"trace_id": "0x1", "span_id": "0x2"}, "start_time": "2026-05-01T08:15:30.250000Z", \
            "end_time": "2026-05-01T08:15:31Z", "status": {"status_code": "OK"}, "attributes": {"gen_ai.operation.name": "chat", \
            "gen_ai.request.model": "m", "gen_ai.input.messages": [{"role": "user", "parts": [{"type": "text", "content": "Q"}]}], \
            "gen_ai.output.messages": [{"role": "assistant", "parts": [{"type": "text", "content": "A"}]}]}, "events": [], "resource": {}}
            """));
        assertThat(only().prompt()).isEqualTo("Q");
        assertThat(only().response()).isEqualTo("A");
        assertThat(only().latencyMillis()).isEqualTo(750);
    }

    private LogRecord only() {
        assertThat(bench.records()).hasSize(1);
        return bench.records().get(0).record();
    }

    private static String document(String... spans) {
        return """
            {"resourceSpans": [{"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "bot"}}]},
              "scopeSpans": [{"scope": {"name": "lib"}, "spans": [SPANS]}]}]}""".replace("SPANS", String.join(",\n", spans));
    }
}
