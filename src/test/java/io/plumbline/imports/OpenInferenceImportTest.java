package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.LogRecord;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attribute names of the OpenInference semantic conventions, in the shapes in which Phoenix exports spans; the files are our own. */
class OpenInferenceImportTest {

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
    void messagesFlattenedByNumberAreRead() {
        ImportManifest manifest = bench.take(bench.file("spans.jsonl", """
            {"context.trace_id": "t", "context.span_id": "s", "name": "ChatCompletion", "span_kind": "LLM", \
            "start_time": "2026-05-01T08:15:30+00:00", "end_time": "2026-05-01T08:15:31+00:00", "status_code": "OK", \
            "attributes.openinference.span.kind": "LLM", "attributes.llm.model_name": "gpt-4o", \
            "attributes.llm.input_messages.0.message.role": "system", "attributes.llm.input_messages.0.message.content": "Be kind.", \
            "attributes.llm.input_messages.1.message.role": "user", \
            "attributes.llm.input_messages.1.message.contents.0.message_content.type": "text", \
            "attributes.llm.input_messages.1.message.contents.0.message_content.text": "How?", \
            "attributes.llm.output_messages.0.message.role": "assistant", "attributes.llm.output_messages.0.message.content": "So.", \
            "attributes.llm.token_count.prompt": 5, "attributes.llm.token_count.completion": 2, "attributes.session.id": "s-9", \
            "attributes.metadata": "{\\"category\\": \\"fraud\\", \\"team\\": \\"x\\"}", "eval.Toxicity.score": 0.5}
            {"context.trace_id": "t", "context.span_id": "s2", "name": "search", "span_kind": "TOOL", \
            "start_time": "2026-05-01T08:15:30+00:00", "attributes.openinference.span.kind": "TOOL", "attributes.input.value": "x"}
            """));
        assertThat(manifest.format()).isEqualTo("openinference");
        LogRecord record = only();
        assertThat(record.prompt()).isEqualTo("How?");
        assertThat(record.response()).isEqualTo("So.");
        assertThat(record.model()).isEqualTo("gpt-4o");
        assertThat(record.session()).isEqualTo("s-9");
        assertThat(record.promptTokens()).isEqualTo(5);
        assertThat(record.category()).isEqualTo("fraud");
        assertThat(record.toxicity()).isEqualTo(0.5);
        assertThat(record.context()).startsWith("prompt-");
        assertThat(manifest.remarks()).contains("Left out as no calls of a model: 1 tool spans.");
    }

    @Test
    void nestedListsAndAnnotationsAreRead() {
        bench.take(bench.file("spans.json", """
            {"data": [{"id": "U3Bhbjox", "name": "ChatCompletion", "context": {"trace_id": "t", "span_id": "s"}, "span_kind": "LLM",
             "start_time": "2026-05-01T08:15:30Z", "end_time": "2026-05-01T08:15:31Z", "status_code": "OK", "status_message": "",
             "attributes": {"llm.model_name": "claude", "input.value": "{\\"messages\\":[{\\"role\\":\\"user\\",\\"content\\":\\"Q\\"}]}",
              "llm.output_messages": [{"message.role": "assistant", "message.content": "A"}], "user.id": "u1"},
             "annotations": [{"name": "refusal", "annotator_kind": "LLM", "result": {"label": "refused", "score": 1}}], "events": []}],
             "next_cursor": null}"""));
        assertThat(only().prompt()).isEqualTo("Q");
        assertThat(only().response()).isEqualTo("A");
        assertThat(only().user()).hasSize(32);
        assertThat(only().sourceRefused()).contains(true);
    }

    @Test
    void anErrorOfTheSpanKeepsItOutOfEveryRate() {
        ImportManifest manifest = bench.take(bench.file("spans.jsonl", """
            {"context": {"trace_id": "t", "span_id": "s"}, "name": "c", "span_kind": "LLM", "start_time": "2026-05-01T08:15:30Z", \
            "status_code": "ERROR", "status_message": "timeout", "attributes": {"llm.model_name": "m", "input.value": "Q"}}
            {"context": {"trace_id": "t", "span_id": "s2"}, "name": "c", "span_kind": "LLM", "start_time": "2026-05-01T08:15:30Z", \
            "status_code": "OK", "attributes": {"llm.model_name": "m", "input.value": "Q", "output.value": "A"}}
            """));
        assertThat(manifest.records()).isEqualTo(1);
        assertThat(bench.workspace.imports().rejects(manifest.id(), 0, 1).get(0).reason()).contains("timeout");
    }

    private LogRecord only() {
        assertThat(bench.records()).hasSize(1);
        return bench.records().get(0).record();
    }

    @Test
    void aTableOfPandasHoldsItsMessagesAsPythonPrintsThem() {
        bench.take(bench.file("spans.csv", """
            name,span_kind,start_time,end_time,context.span_id,context.trace_id,attributes.llm.model_name,attributes.llm.input_messages,attributes.llm.output_messages,attributes.metadata
            Chat,LLM,2026-01-01 00:00:00.123456+00:00,2026-01-01 00:00:01+00:00,a,b,m,"[{'message.role': 'system', 'message.content': 'S'}
             {'message.role': 'user', 'message.content': ""It's \\n'asked'""}]","array([{'message.role': 'assistant', 'message.content': 'Yes \\u00e9 \\xe9', 'x': None}], dtype=object)","{'category': 'fraud'}"
            """));
        assertThat(bench.records()).singleElement().satisfies(r -> {
            assertThat(r.record().prompt()).isEqualTo("It's \n'asked'");
            assertThat(r.record().response()).isEqualTo("Yes é é");
            assertThat(r.record().category()).isEqualTo("fraud");
        });
    }
}
