package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Field names of the Langfuse documentation (blob storage export, public API, ingestion); the files are our own. */
class LangfuseImportTest {

    private static final String OBSERVATION = "{\"id\": \"o1\", \"trace_id\": \"t1\", \"type\": \"GENERATION\", \"start_time\": \"2026-05-01T08:15:30Z\", "
        + "\"input\": \"Q\", \"output\": \"A\", \"provided_model_name\": \"m\", \"level\": \"DEFAULT\"}\n";

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
    void anExportedGenerationBecomesARecordAndOtherObservationsAreCounted() {
        ImportManifest manifest = bench.take(bench.file("observations.jsonl", """
            {"id": "o1", "trace_id": "t1", "project_id": "p", "environment": "production", "type": "GENERATION", "parent_observation_id": null, \
            "start_time": "2026-05-01 08:15:30.250000", "end_time": "2026-05-01 08:15:31.000000", "name": "chat", "level": "DEFAULT", \
            "input": "{\\"messages\\":[{\\"role\\":\\"system\\",\\"content\\":\\"S\\"},{\\"role\\":\\"user\\",\\"content\\":\\"Q\\"}]}", \
            "output": "{\\"role\\":\\"assistant\\",\\"content\\":\\"A\\"}", "provided_model_name": "gpt-4o", "usage_details": {"input": 3, "output": 4}, \
            "latency": 0.75, "user_id": "u", "session_id": "s1", "prompt_name": "greet", "prompt_version": 2, "metadata": {"category": "fraud"}}
            {"id": "o2", "trace_id": "t1", "project_id": "p", "type": "SPAN", "start_time": "2026-05-01 08:15:30.250000", "input": "x", "level": "DEFAULT"}
            {"id": "o3", "trace_id": "t1", "project_id": "p", "type": "TOOL", "start_time": "2026-05-01 08:15:30.250000", "input": "x", "level": "DEFAULT"}
            """));
        assertThat(manifest.format()).isEqualTo("langfuse");
        assertThat(manifest.rejected()).isZero();
        LogRecord record = only();
        assertThat(record.id()).isEqualTo("o1");
        assertThat(record.time()).isEqualTo(Instant.parse("2026-05-01T08:15:30.250Z"));
        assertThat(record.latencyMillis()).isEqualTo(750);
        assertThat(record.prompt()).isEqualTo("Q");
        assertThat(record.response()).isEqualTo("A");
        assertThat(record.model()).isEqualTo("gpt-4o");
        assertThat(record.session()).isEqualTo("s1");
        assertThat(record.category()).isEqualTo("fraud");
        assertThat(record.promptTokens()).isEqualTo(3);
        assertThat(record.completionTokens()).isEqualTo(4);
        assertThat(manifest.remarks()).contains("Times without a zone were read as UTC.",
            "Left out as no calls of a model: 1 span observations.", "Left out as no calls of a model: 1 tool observations.");
    }

    @Test
    void aTableOfObservationsIsReadLikeTheLines() {
        bench.take(bench.file("observations.csv", """
            "id","trace_id","project_id","type","start_time","end_time","level","input","output","provided_model_name","usage_details"
            "o1","t1","p","GENERATION","2026-05-01 08:15:30.250000","2026-05-01 08:15:31.000000","DEFAULT","[{""role"":""user"",""content"":""Q""}]","A","gpt-4o","{""input"":3,""output"":4}"
            """));
        assertThat(only().prompt()).isEqualTo("Q");
        assertThat(only().response()).isEqualTo("A");
        assertThat(only().completionTokens()).isEqualTo(4);
    }

    @Test
    void scoresInTheSameFileJoinTheirObservationOrTheirWholeTrace() {
        bench.take(bench.file("export.jsonl", """
            {"id": "s1", "timestamp": "2026-05-01 09:00:00.000000", "trace_id": "t1", "observation_id": "o1", "name": "toxicity", "value": 0.25, "source": "EVAL", "data_type": "NUMERIC", "string_value": null}
            {"id": "o1", "trace_id": "t1", "type": "GENERATION", "start_time": "2026-05-01 08:15:30.250000", "input": "Q", "output": "A", "provided_model_name": "m", "level": "DEFAULT"}
            {"id": "s2", "timestamp": "2026-05-01 09:00:00.000000", "trace_id": "t1", "observation_id": null, "name": "user-feedback", "value": 0, "source": "API", "data_type": "BOOLEAN", "string_value": "False"}
            {"id": "s3", "timestamp": "2026-05-01 09:00:00.000000", "trace_id": "t1", "observation_id": "o1", "name": "category", "value": 2, "source": "ANNOTATION", "data_type": "CATEGORICAL", "string_value": "malware"}
            {"id": "o2", "trace_id": "t2", "type": "SPAN", "start_time": "2026-05-01 08:15:30.250000", "input": "Q", "output": "A", "level": "DEFAULT"}
            """));
        assertThat(only().toxicity()).isEqualTo(0.25);
        assertThat(only().feedback()).isEqualTo(Feedback.DOWN);
        assertThat(only().category()).isEqualTo("malware");
    }

    @Test
    void aWholeTraceAsADocumentIsRead() {
        ImportManifest manifest = bench.take(bench.file("trace.json", """
            {
              "trace": {"id": "t1", "timestamp": "2026-05-01T08:15:30.000Z", "name": "chat", "userId": "u", "sessionId": "s", "input": "Q"},
              "observations": [
                {"id": "o1", "traceId": "t1", "type": "GENERATION", "startTime": "2026-05-01T08:15:30.250Z", "endTime": "2026-05-01T08:15:31.000Z",
                 "model": "gpt-4o", "usageDetails": {"input": 3, "output": 4}, "level": "DEFAULT", "unknown": 1,
                 "input": "\\"{\\\\\\"messages\\\\\\":[{\\\\\\"role\\\\\\":\\\\\\"user\\\\\\",\\\\\\"content\\\\\\":\\\\\\"Twice?\\\\\\"}]}\\"",
                 "output": {"choices": [{"message": {"role": "assistant", "content": "Yes."}, "finish_reason": "stop"}]}},
                {"id": "o2", "traceId": "t1", "type": "EVENT", "startTime": "2026-05-01T08:15:30.250Z"}],
              "scores": [{"id": "x", "traceId": "t1", "observationId": "o1", "name": "Thumbs", "value": 1, "dataType": "NUMERIC", "source": "API"}]
            }"""));
        LogRecord record = only();
        assertThat(record.prompt()).isEqualTo("Twice?");
        assertThat(record.response()).isEqualTo("Yes.");
        assertThat(record.finishReason()).isEqualTo("stop");
        assertThat(record.session()).isEqualTo("s");
        assertThat(record.user()).hasSize(32);
        assertThat(record.feedback()).isEqualTo(Feedback.UP);
        assertThat(manifest.remarks()).contains("Fields not used: unknown.");
    }

    @Test
    void whatABatchSendsLaterCompletesTheGeneration() {
        bench.take(bench.file("batches.jsonl", """
            {"batch": [{"id": "e1", "type": "trace-create", "timestamp": "2026-05-01T08:15:30Z", "body": {"id": "t1", "sessionId": "s", "userId": "u"}}, \
            {"id": "e2", "type": "generation-create", "timestamp": "2026-05-01T08:15:30Z", "body": {"id": "g1", "traceId": "t1", \
            "startTime": "2026-05-01T00:15:30.250-08:00", "model": "m", "input": [{"role": "user", "content": "Q"}]}}], "metadata": {}}
            {"batch": [{"id": "e3", "type": "generation-update", "timestamp": "2026-05-01T08:15:32Z", "body": {"id": "g1", \
            "endTime": "2026-05-01T08:15:31Z", "output": {"role": "assistant", "content": "A"}, "usage": {"input": 1, "output": 2}}}, \
            {"id": "e4", "type": "score-create", "timestamp": "2026-05-01T08:15:33Z", "body": {"id": "s", "traceId": "t1", "observationId": "g1", \
            "name": "refusal", "value": 1, "dataType": "BOOLEAN"}}, {"id": "e5", "type": "span-create", "timestamp": "2026-05-01T08:15:33Z", \
            "body": {"id": "sp", "traceId": "t1"}}], "metadata": {}}
            """));
        LogRecord record = only();
        assertThat(record.response()).isEqualTo("A");
        assertThat(record.time()).isEqualTo(Instant.parse("2026-05-01T08:15:30.250Z"));
        assertThat(record.latencyMillis()).isEqualTo(750);
        assertThat(record.completionTokens()).isEqualTo(2);
        assertThat(record.session()).isEqualTo("s");
        assertThat(record.sourceRefused()).contains(true);
    }

    @Test
    void aPlainLogWithTracesAndLevelsIsNoneOfLangfuse() {
        ImportManifest manifest = bench.take(bench.file("log.jsonl", """
            {"id": "r1", "trace_id": "t", "start_time": "2026-05-01T08:15:30Z", "level": "INFO", "model": "m", "user": "u", "prompt": "Q", "response": "A"}
            """));
        assertThat(manifest.format()).isEqualTo("jsonl");
        assertThat(only().response()).isEqualTo("A");
    }

    @Test
    void scoresAloneAreRefusedWithWhatToDo() {
        Path file = bench.file("scores.jsonl", """
            {"id": "s1", "timestamp": "2026-05-01 09:00:00", "trace_id": "t1", "observation_id": "o1", "name": "x", "value": 0.5, "source": "EVAL", "data_type": "NUMERIC"}
            """);
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class).hasMessageContaining("Import it together with the file of the calls");
        String observations = bench.take(bench.file("observations.jsonl", OBSERVATION)).id();
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class).hasMessageContaining("undo " + observations);
    }

    @Test
    void scoresInAFileOfTheirOwnJoinTheCallsOfTheOther() {
        Path observations = bench.file("observations.jsonl", OBSERVATION);
        Path scores = bench.file("scores.csv", """
            id,timestamp,trace_id,observation_id,name,value,source,data_type,string_value
            s1,2026-05-01 09:00:00,t1,o1,toxicity,0.5,EVAL,NUMERIC,
            s2,2026-05-01 09:00:00,t1,,user-feedback,0,API,BOOLEAN,False
            s3,2026-05-01 09:00:00,t9,o9,toxicity,0.5,EVAL,NUMERIC,
            """);
        assertThat(bench.service.scoreFiles(List.of(scores, observations))).containsExactly(scores);
        ImportManifest manifest = bench.service.importFile(ImportRequest.of(observations).joining(List.of(scores)), Progress.NONE);
        assertThat(only().toxicity()).isEqualTo(0.5);
        assertThat(only().feedback()).isEqualTo(Feedback.DOWN);
        assertThat(manifest.remarks()).contains("2 of the 3 scores in scores.csv were joined to their calls; the calls of the others are not in this file.");
        assertThat(bench.service.importFile(ImportRequest.of(observations).joining(List.of(scores)), Progress.NONE).remarks())
            .singleElement().asString().contains("undo " + manifest.id());
    }

    @Test
    void aFileThatBeginsWithScoresHoldsItsOwnCalls() {
        String score = "{\"id\": \"s\", \"trace_id\": \"t1\", \"observation_id\": \"o1\", \"name\": \"toxicity\", \"value\": 0.5, \"source\": \"EVAL\"}\n";
        bench.take(bench.file("both.jsonl", score.repeat(300) + OBSERVATION));
        assertThat(only().toxicity()).isEqualTo(0.5);
    }

    @Test
    void anObservationThatEndedInAnErrorIsKeptApart() {
        ImportManifest manifest = bench.take(bench.file("observations.jsonl", """
            {"id": "o1", "trace_id": "t1", "type": "GENERATION", "start_time": "2026-05-01 08:15:30", "input": "Q", "output": null, "provided_model_name": "m", "level": "ERROR", "status_message": "rate limit"}
            {"id": "o2", "trace_id": "t1", "type": "GENERATION", "start_time": "2026-05-01 08:15:30", "input": "Q", "output": "A", "provided_model_name": "m", "level": "DEFAULT"}
            """));
        assertThat(manifest.records()).isEqualTo(1);
        assertThat(bench.workspace.imports().rejects(manifest.id(), 0, 1).get(0).reason()).contains("rate limit");
    }

    private LogRecord only() {
        assertThat(bench.records()).hasSize(1);
        return bench.records().get(0).record();
    }
}
