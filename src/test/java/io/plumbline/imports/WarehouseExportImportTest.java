package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.LogRecord;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of search engines and warehouses: the answer of the Elasticsearch scroll and search interfaces, newline-delimited JSON of BigQuery, CSV of Athena; the files are our own. */
class WarehouseExportImportTest {

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

    private static final String SOURCE = """
        {"ts": "2026-05-01T08:15:30.250Z", "model": "m", "user": "u", "prompt": "Q", "response": "A", "category": "fraud"}""";

    @Test
    void anAnswerOfASearchIsTakenOutOfItsEnvelope() {
        ImportManifest manifest = bench.take(bench.file("scroll.json", """
            {"_scroll_id": "x", "took": 3, "timed_out": false, "_shards": {"total": 1},
             "hits": {"total": {"value": 2, "relation": "eq"}, "max_score": 1.0, "hits": [
              {"_index": "log", "_id": "d1", "_score": 1.0, "_source": SOURCE},
              {"_index": "log", "_id": "d2", "_score": 1.0, "_source": SOURCE}]}}""".replace("SOURCE", SOURCE)));
        assertThat(manifest.records()).isEqualTo(2);
        assertThat(bench.records()).extracting(r -> r.record().id()).containsExactlyInAnyOrder("d1", "d2");
        assertThat(bench.records().get(0).record().prompt()).isEqualTo("Q");
    }

    @Test
    void answersOneALineAreTakenOutOfTheirEnvelopes() {
        String answer = "{\"_scroll_id\": \"x\", \"hits\": {\"total\": {\"value\": 1}, \"hits\": [{\"_index\": \"log\", \"_id\": \"ID\", \"_source\": "
            + SOURCE + "}]}}\n";
        ImportManifest manifest = bench.take(bench.file("scroll.ndjson", answer.replace("ID", "d1") + answer.replace("ID", "d2")
            + "{\"_scroll_id\": \"x\", \"hits\": {\"total\": {\"value\": 1}, \"hits\": []}}\n"));
        assertThat(manifest.records()).isEqualTo(2);
        assertThat(manifest.rejected()).isZero();
    }

    @Test
    void hitsOneALineMayHoldTheLogOfAKnownTool() {
        ImportManifest manifest = bench.take(bench.file("hits.ndjson", """
            {"_index": "llm", "_id": "d1", "_source": {"id": "c1", "call_type": "acompletion", "status": "success", "startTime": 1777623330.25, "model": "gpt-4o", "messages": [{"role": "user", "content": "Q"}], "response": {"choices": [{"message": {"content": "A", "role": "assistant"}}]}}}
            """));
        assertThat(manifest.format()).isEqualTo("litellm");
        assertThat(only().prompt()).isEqualTo("Q");
    }

    @Test
    void pairsOfABulkRequestAreRead() {
        assertThat(bench.take(bench.file("bulk.ndjson", "{\"index\": {\"_index\": \"log\", \"_id\": \"d1\"}}\n" + SOURCE + "\n"
            + "{\"index\": {\"_index\": \"log\", \"_id\": \"d2\"}}\n" + SOURCE.replace("Q", "Q2") + "\n")).records()).isEqualTo(2);
    }

    @Test
    void rowsOfBigQueryHoldNumbersAsTextsAndRepeatedRecords() {
        bench.take(bench.file("export.json", """
            {"id":"b1","created_at":"2026-05-01 08:15:30.25 UTC","model":"m","messages":[{"role":"system","content":"S"},{"role":"user","content":"Q"}],"response":"A","prompt_tokens":"3","completion_tokens":"4","session":{"id":"s"},"toxicity":0.25}
            """));
        LogRecord record = only();
        assertThat(record.time()).isEqualTo(Instant.parse("2026-05-01T08:15:30.250Z"));
        assertThat(record.prompt()).isEqualTo("Q");
        assertThat(record.response()).isEqualTo("A");
        assertThat(record.promptTokens()).isEqualTo(3);
        assertThat(record.toxicity()).isEqualTo(0.25);
    }

    @Test
    void flatRowsOfBigQueryAreRead() {
        bench.take(bench.file("export.json", """
            {"id":"b1","created_at":"2026-05-01 08:15:30 UTC","model":"m","prompt":"Q","response":"A","usage":{"input_tokens":"3","output_tokens":"4"},"user_id":"7"}
            """));
        assertThat(only().time()).isEqualTo(Instant.parse("2026-05-01T08:15:30Z"));
        assertThat(only().completionTokens()).isEqualTo(4);
    }

    @Test
    void everythingQuotedByAthenaIsRead() {
        bench.take(bench.file("athena.csv", """
            "request_id","ts","model","user_id","prompt","response","prompt_tokens","refused","toxicity","sampling_p"
            "a1","2026-05-01 08:15:30.250","m","u","Q","A ""quoted"" line
            and another","3","false","0.25",""
            """));
        assertThat(only().id()).isEqualTo("a1");
        assertThat(only().response()).isEqualTo("A \"quoted\" line\nand another");
        assertThat(only().sourceRefused()).contains(false);
        assertThat(only().inclusionProbability()).isEqualTo(1);
        assertThat(only().feedback()).isEqualTo(Feedback.NONE);
    }

    private LogRecord only() {
        assertThat(bench.records()).hasSize(1);
        return bench.records().get(0).record();
    }

    @Test
    void anAnswerOfAWebInterfaceInOneLineIsReadRecordByRecord() {
        ImportManifest manifest = bench.take(bench.file("runs.json", """
            {"runs": [{"id": "a", "run_type": "llm", "start_time": "2026-05-01T08:15:30Z", "inputs": {"prompts": ["Q"]}, "outputs": {"generations": [[{"text": "A"}]]}}, \
            {"id": "b", "run_type": "llm", "start_time": "2026-05-01T08:15:31Z", "inputs": {"prompts": ["Q2"]}, "outputs": {"generations": [[{"text": "A2"}]]}}], "cursors": {"next": null}}"""));
        assertThat(manifest.format()).isEqualTo("langsmith");
        assertThat(bench.records()).extracting(r -> r.record().prompt()).containsExactly("Q", "Q2");
    }

    @Test
    void aRecordWithAListOfItsOwnIsNoPage() {
        bench.take(bench.file("log.jsonl", """
            {"ts": "2026-05-01T08:15:30Z", "model": "m", "prompt": "Q", "response": "A", "items": [{"ts": 1}, {"ts": 2}]}
            """));
        assertThat(bench.records()).extracting(r -> r.record().prompt()).containsExactly("Q");
    }

    @Test
    void recordsThatACollectorKeptAsTextAreTakenOutOfIt() {
        bench.take(bench.file("container.log", """
            {"log": "{\\"ts\\":\\"2026-05-01T08:15:30Z\\",\\"model\\":\\"m\\",\\"prompt\\":\\"Q\\",\\"response\\":\\"A\\"}\\n", "stream": "stdout", "time": "2026-05-01T08:15:31Z"}
            """));
        assertThat(bench.records()).extracting(r -> r.record().time().toString()).containsExactly("2026-05-01T08:15:30Z");
    }

    @Test
    void aTableOfKibanaKeepsItsTimes() {
        ImportManifest manifest = bench.take(bench.file("discover.csv", """
            "@timestamp","_id","model","prompt","response"
            "May 1, 2026 @ 08:15:30.250","a","m","Q","A"
            """));
        assertThat(bench.records()).extracting(r -> r.record().time().toString()).containsExactly("2026-05-01T08:15:30.250Z");
        assertThat(manifest.remarks()).contains("Times without a zone were read as UTC.");
    }

    @Test
    void aTimeIsFoundUnderANameThatNobodyListed() {
        bench.take(bench.file("bq.jsonl", """
            {"request_id": "r", "served_ts_micros": "1777623330250000", "model": "m", "prompt": "Q", "response": "A", "refused": "false", "latency_ms": "12"}
            """));
        assertThat(bench.records()).extracting(r -> r.record().time().toString()).containsExactly("2026-05-01T08:15:30.250Z");
    }

    @Test
    void aTableWrittenColumnByColumnIsRefusedWithWhatToDo() {
        Path file = bench.file("frame.json", """
            {"ts": {"0": 1, "1": 2}, "prompt": {"0": "Q", "1": "R"}, "response": {"0": "A", "1": "B"}}""");
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class).hasMessageContaining("orient=\"records\"");
    }

    @Test
    void documentsOneAfterAnotherAreRecords() {
        bench.take(bench.file("pretty.json", """
            {
              "ts": "2026-05-01T08:15:30Z", "model": "m",
              "prompt": "Q", "response": "A"
            }
            {
              "ts": "2026-05-01T08:15:31Z", "model": "m",
              "prompt": "R", "response": "B"
            }
            """));
        assertThat(bench.records()).extracting(r -> r.record().response()).containsExactly("A", "B");
    }
}
