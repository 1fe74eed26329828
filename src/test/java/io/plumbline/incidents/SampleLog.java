package io.plumbline.incidents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.domain.Feedback;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.SignalValues;
import io.plumbline.domain.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The simulated 90-day log that ships with the program. Its scenario plants a fall of malware refusals on day 61 (1 July 2026) and a
 * trigger text on day 64 (4 July 2026); see {@code sample-data/production-log/scenario.json}.
 */
public final class SampleLog {

    private static final Path FILE = Path.of("sample-data/production-log/support-bot-v3-2026-05-01-to-07-29.jsonl.gz");

    private SampleLog() {
    }

    public static ListLog read() {
        return new ListLog(records());
    }

    public static List<MeasuredRecord> records() {
        ObjectMapper json = new ObjectMapper();
        List<MeasuredRecord> records = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)),
            StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                records.add(measured(json.readTree(line)));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return records;
    }

    private static MeasuredRecord measured(JsonNode n) {
        boolean refused = n.get("refused").asBoolean();
        String feedback = n.path("feedback").asText("null");
        LogRecord record = new LogRecord(n.get("id").asText(), Instant.parse(n.get("ts").asText()), n.get("model").asText(),
            n.get("user").asText(), n.get("session").asText(), n.get("turn").asInt(), n.get("context").asText(), n.get("lang").asText(),
            n.get("category").asText(), n.get("topic").asText(), n.get("prompt").asText(), n.get("response").asText(),
            n.get("finish_reason").asText(), n.get("prompt_tokens").asInt(), n.get("completion_tokens").asInt(),
            n.get("latency_ms").asInt(), Optional.of(refused), n.get("toxicity").asDouble(), n.get("detector_version").asText(),
            n.get("canary").isNull() ? "" : n.get("canary").asText(), n.get("sampling_p").asDouble(),
            feedback.equals("up") ? Feedback.UP : feedback.equals("down") ? Feedback.DOWN : Feedback.NONE);
        return new MeasuredRecord(record, refused ? Verdict.REFUSED : Verdict.COMPLIED, List.of(), "test", record.language(),
            record.topic(), SignalValues.NONE, List.of());
    }
}
