package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of gateways and tracing services other than OpenTelemetry and Langfuse, with the field names of their documentation (LiteLLM "StandardLoggingPayload", LangSmith "Run data format", Helicone "Get requests"); the files are our own. */
class GatewayLogImportTest {

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
    void aPayloadOfLiteLlmBecomesARecord() {
        ImportManifest manifest = bench.take(bench.file("payload.jsonl", """
            {"id": "c1", "trace_id": "tr", "call_type": "acompletion", "status": "success", "startTime": 1777623330.25, "endTime": 1777623331.0, "model": "gpt-4o", "messages": [{"role": "user", "content": [{"type": "text", "text": "Q"}, {"type": "image_url", "image_url": {"url": "x"}}]}], "response": {"choices": [{"finish_reason": "stop", "index": 0, "message": {"content": "A", "role": "assistant"}}]}, "prompt_tokens": 3, "completion_tokens": 4, "response_time": 0.75, "end_user": "u", "metadata": {"requester_metadata": {"canary": "direct"}}}
            {"id": "c2", "trace_id": "tr", "call_type": "aembedding", "status": "success", "startTime": 1777623330.25, "endTime": 1777623331.0, "model": "e", "messages": "x", "response": {}}
            {"id": "c3", "trace_id": "tr", "call_type": "acompletion", "status": "failure", "startTime": 1777623330.25, "endTime": 1777623331.0, "model": "gpt-4o", "messages": [{"role": "user", "content": "Q"}], "response": {}, "error_str": "litellm.RateLimitError", "error_information": {"error_code": "429"}}
            {"id": "c4", "trace_id": "tr", "call_type": "acompletion", "status": "success", "startTime": 1777623330.25, "endTime": 1777623331.0, "model": "gpt-4o", "messages": [{"role": "user", "content": "Q"}], "response": {"choices": [{"finish_reason": "content_filter", "message": {"content": null, "role": "assistant"}}]}}
            """));
        assertThat(manifest.format()).isEqualTo("litellm");
        assertThat(manifest.records()).isEqualTo(2);
        assertThat(manifest.rejected()).isEqualTo(1);
        assertThat(manifest.canaries()).isEqualTo(1);
        LogRecord withheld = only();
        assertThat(withheld.id()).isEqualTo("c4");
        assertThat(withheld.sourceRefused()).contains(true);
        assertThat(withheld.finishReason()).isEqualTo("content_filter");
        assertThat(manifest.remarks()).contains("Left out as no calls of a model: 1 aembedding calls.");
    }

    @Test
    void aRowOfTheSpendLogOfLiteLlmHoldsJsonInTexts() {
        bench.take(bench.file("spend.csv", """
            request_id,call_type,api_key,spend,total_tokens,prompt_tokens,completion_tokens,startTime,endTime,model,user,metadata,messages,response,session_id
            r1,acompletion,k,0.1,7,3,4,2026-05-01 08:15:30.25,2026-05-01 08:15:31,gpt-4o,u,"{""status"": ""success""}","[{""role"": ""user"", ""content"": ""Q""}]","{""choices"": [{""message"": {""content"": ""A"", ""role"": ""assistant""}, ""finish_reason"": ""length""}]}",s9
            """));
        assertThat(only().prompt()).isEqualTo("Q");
        assertThat(only().response()).isEqualTo("A");
        assertThat(only().finishReason()).isEqualTo("length");
        assertThat(only().session()).isEqualTo("s9");
        assertThat(only().latencyMillis()).isEqualTo(750);
    }

    @Test
    void theRequestToTheProxyOfLiteLlmStandsInForItsMessages() {
        bench.take(bench.file("spend.jsonl", """
            {"request_id": "r1", "call_type": "acompletion", "startTime": "2026-05-01T08:15:30.25", "endTime": "2026-05-01T08:15:31", "model": "gpt-4o", "spend": 0.1, "messages": "{}", "proxy_server_request": "{\\"model\\": \\"gpt-4o\\", \\"messages\\": [{\\"role\\": \\"user\\", \\"content\\": \\"Q\\"}]}", "response": "{\\"choices\\": [{\\"message\\": {\\"role\\": \\"assistant\\", \\"content\\": \\"A\\"}}]}"}
            """));
        assertThat(only().prompt()).isEqualTo("Q");
        assertThat(only().response()).isEqualTo("A");
    }

    @Test
    void contentLoggingSwitchedOffLeavesARecordWithoutText() {
        ImportManifest manifest = bench.take(bench.file("spend.jsonl", """
            {"request_id": "r1", "call_type": "acompletion", "startTime": "2026-05-01 08:15:30.25", "endTime": "2026-05-01 08:15:31", "model": "gpt-4o", "spend": 0.1, "messages": "{}", "response": "{}", "metadata": "{}", "completion_tokens": 4}
            """));
        assertThat(only().prompt()).isEmpty();
        assertThat(only().response()).isEmpty();
        assertThat(only().completionTokens()).isEqualTo(4);
        assertThat(bench.records().get(0).refusal()).isEqualTo(Verdict.UNSCORED);
        assertThat(manifest.remarks()).anyMatch(remark -> remark.startsWith("1 records hold neither the text of an answer nor a label"));
    }

    @Test
    void aRunOfLangSmithBecomesARecordWithItsFeedback() {
        ImportManifest manifest = bench.take(bench.file("runs.jsonl", """
            {"id": "r1", "name": "ChatOpenAI", "run_type": "llm", "start_time": "2026-05-01T08:15:30.250000", "end_time": "2026-05-01T08:15:31.000000", "trace_id": "t", "dotted_order": "x", "session_id": "project", "status": "success", "error": null, "inputs": {"messages": [[{"lc": 1, "type": "constructor", "id": ["langchain", "schema", "messages", "SystemMessage"], "kwargs": {"content": "S"}}, {"lc": 1, "type": "constructor", "id": ["langchain", "schema", "messages", "HumanMessage"], "kwargs": {"content": "Q", "type": "human"}}]]}, "outputs": {"generations": [[{"text": "A", "generation_info": {"finish_reason": "stop"}, "message": {"lc": 1, "id": ["langchain", "schema", "messages", "AIMessage"], "kwargs": {"content": "A"}}}]]}, "extra": {"metadata": {"ls_model_name": "gpt-4o", "session_id": "thread-1", "topic": "bills"}, "invocation_params": {"model": "x"}}, "prompt_tokens": 3, "completion_tokens": 4, "feedback_stats": {"toxicity": {"n": 1, "avg": 0.5}}}
            {"id": "f1", "run_id": "r1", "key": "user_feedback", "score": 1, "value": null, "comment": "", "created_at": "2026-05-01T09:00:00"}
            {"id": "r2", "name": "search", "run_type": "tool", "start_time": "2026-05-01T08:15:30.250000", "trace_id": "t", "inputs": {"q": "x"}, "outputs": {"r": "y"}}
            {"id": "r3", "name": "RunnableSequence", "run_type": "chain", "start_time": 1777623330250, "trace_id": "t", "inputs": {"q": "x"}, "outputs": {"r": "y"}}
            {"id": "r4", "name": "ChatOpenAI", "run_type": "llm", "start_time": 1777623330250, "trace_id": "t", "inputs": {"messages": [{"role": "user", "content": "Q"}]}, "outputs": null, "error": "APIConnectionError"}
            """));
        assertThat(manifest.format()).isEqualTo("langsmith");
        LogRecord record = only();
        assertThat(record.prompt()).isEqualTo("Q");
        assertThat(record.response()).isEqualTo("A");
        assertThat(record.finishReason()).isEqualTo("stop");
        assertThat(record.model()).isEqualTo("gpt-4o");
        assertThat(record.session()).isEqualTo("thread-1");
        assertThat(record.topic()).isEqualTo("bills");
        assertThat(record.toxicity()).isEqualTo(0.5);
        assertThat(record.feedback()).isEqualTo(Feedback.UP);
        assertThat(manifest.rejected()).isEqualTo(1);
        assertThat(manifest.remarks()).contains("Left out as no calls of a model: 1 chain runs.", "Left out as no calls of a model: 1 tool runs.");
    }

    @Test
    void aRequestOfHeliconeBecomesARecord() {
        ImportManifest manifest = bench.take(bench.file("requests.json", """
            {"data": [
              {"request_id": "q1", "request_created_at": "2026-05-01T08:15:30.25+00:00", "request_body": {"model": "gpt-4o", "messages": [{"role": "user", "content": "Q"}]},
               "request_path": "/v1/chat", "request_user_id": "u", "request_properties": {"category": "fraud", "Helicone-Session-Id": "s"},
               "response_body": {"choices": [{"message": {"role": "assistant", "content": null, "refusal": "I can't."}, "finish_reason": "stop"}]},
               "response_status": 200, "response_model": "gpt-4o-2024", "delay_ms": 750, "prompt_tokens": 3, "completion_tokens": 4,
               "feedback_rating": false, "scores": {"toxicity": {"value": 0.25}}},
              {"request_id": "q2", "request_created_at": "2026-05-01T08:15:30Z", "request_body": {"model": "m", "messages": []},
               "response_body": {"error": {"message": "overloaded"}}, "response_status": 529}],
             "error": null}"""));
        assertThat(manifest.format()).isEqualTo("helicone");
        LogRecord record = only();
        assertThat(record.prompt()).isEqualTo("Q");
        assertThat(record.response()).isEqualTo("I can't.");
        assertThat(record.sourceRefused()).contains(true);
        assertThat(record.model()).isEqualTo("gpt-4o");
        assertThat(record.latencyMillis()).isEqualTo(750);
        assertThat(record.category()).isEqualTo("fraud");
        assertThat(record.session()).isEqualTo("s");
        assertThat(record.feedback()).isEqualTo(Feedback.DOWN);
        assertThat(record.toxicity()).isEqualTo(0.25);
        assertThat(bench.workspace.imports().rejects(manifest.id(), 0, 1).get(0).reason()).contains("overloaded");
    }

    @Test
    void aTraceOfTokensAloneIsReadAndItsModelSaidToBeUnnamed() {
        ImportManifest manifest = bench.take(bench.file("trace.csv", "TIMESTAMP,ContextTokens,GeneratedTokens\r\n"
            + "2023-11-16 18:15:46.6805900,374,44\r\n2023-11-16 18:15:50.9951690,396,109"));
        assertThat(manifest.records()).isEqualTo(2);
        assertThat(manifest.model()).isEqualTo("unnamed model");
        assertThat(manifest.remarks()).anyMatch(remark -> remark.contains("which model answered"))
            .contains("Times without a zone were read as UTC.");
        assertThat(bench.records()).extracting(r -> r.record().completionTokens()).containsExactly(44, 109);
    }

    @Test
    void requestsAndResponsesAsTheyWentOverTheWireAreRead() {
        bench.take(bench.file("wire.jsonl", """
            {"timestamp": 1777623330250, "id": "w1", "request": {"model": "claude", "system": "S", "messages": [{"role": "user", "content": "Q1"}, {"role": "assistant", "content": "A1"}, {"role": "user", "content": [{"type": "text", "text": "Q2"}]}]}, "response": {"type": "message", "role": "assistant", "content": [{"type": "text", "text": "A2"}], "stop_reason": "end_turn", "usage": {"input_tokens": 3, "output_tokens": 4}}, "latency_ms": 12, "category": "fraud"}
            """));
        LogRecord record = only();
        assertThat(record.prompt()).isEqualTo("Q2");
        assertThat(record.turn()).isEqualTo(2);
        assertThat(record.response()).isEqualTo("A2");
        assertThat(record.model()).isEqualTo("claude");
        assertThat(record.finishReason()).isEqualTo("end_turn");
        assertThat(record.completionTokens()).isEqualTo(4);
        assertThat(record.category()).isEqualTo("fraud");
        assertThat(record.context()).startsWith("prompt-");
    }

    private LogRecord only() {
        assertThat(bench.records()).hasSize(1);
        return bench.records().get(0).record();
    }
}
