package io.plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** 96 records, one each half hour of two days from Monday 2026-05-04; the toxicity of record n is n/1000, every third is refused. */
class SeriesAndRecordsCommandTest {

    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void importLog() throws IOException {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 96; i++) {
            log.append("{\"id\":%d,\"ts\":\"%s\",\"model\":\"bot\",\"context\":\"c%d\",\"category\":\"%s\",\"prompt\":\"p %d\",\"response\":\"\\u202er\\u001b[2J\","
                .formatted(i, Instant.parse("2026-05-04T00:00:00Z").plusSeconds(1800L * i), i % 2, i % 4 == 0 ? "weapons" : "benign", i))
                .append("\"refused\":%b,\"toxicity\":%s,\"completion_tokens\":%d}%n".formatted(i % 3 == 0, i / 1000.0, 10 + i));
        }
        execute("import", Files.writeString(folder.resolve("log.jsonl"), log).toString());
    }

    @Test
    void dayByCategoryHoldsTheKeysOfTheContractAndExactCounts() throws IOException {
        JsonNode document = json("series", "--metrics", "refusal_rate,toxicity_p95,response_tokens_mean", "--by", "day,category");
        assertThat(document.path("queryMillis").isNumber()).isTrue();
        JsonNode rows = document.path("rows");
        assertThat(rows).hasSize(4);
        JsonNode row = rows.path(1);
        assertThat(row.path("time").asText()).isEqualTo("2026-05-04");
        assertThat(row.path("category").asText()).isEqualTo("weapons");
        assertThat(row.path("n").asInt()).isEqualTo(12);
        assertThat(row.path("refused").asInt()).isEqualTo(4);
        assertThat(row.path("refusalRate").asDouble()).isCloseTo(4 / 12.0, within(1e-12));
        assertThat(row.path("responseTokensMean").asDouble()).isCloseTo(10 + 22, within(1e-9));
        assertThat(row.path("toxicityP95").asDouble()).isBetween(0.040, 0.0441);
    }

    /** Of 100 conversations, the 10 that were refused were all kept, and every ninth of the rest (10). */
    @Test
    void aSampledLogSaysTheRateAndTheMeanOfAllTraffic() throws IOException {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            log.append("{\"id\":\"s%d\",\"ts\":\"2026-06-01T00:%02d:00Z\",\"model\":\"bot\",\"prompt\":\"p\",\"response\":\"r\",\"refused\":%b,"
                .formatted(i, i, i < 10)).append("\"toxicity\":%s,\"sampling_probability\":%s}%n".formatted(i < 10 ? 0.9 : 0.1, i < 10 ? "1" : 1 / 9.0));
        }
        execute("import", Files.writeString(folder.resolve("sample.jsonl"), log).toString());
        JsonNode row = json("series", "--from", "2026-06-01", "--metrics", "refusal_rate,refusal_rate_weighted,toxicity_mean,toxicity_mean_weighted")
            .path("rows").path(0);
        assertThat(row.path("refusalRate").asDouble()).isEqualTo(0.5);
        assertThat(row.path("refusalRateWeighted").asDouble()).isCloseTo(0.1, within(1e-9));
        assertThat(row.path("toxicityMean").asDouble()).isCloseTo(0.5, within(1e-6));
        assertThat(row.path("toxicityMeanWeighted").asDouble()).isCloseTo((10 * 0.9 + 90 * 0.1) / 100, within(1e-6));
    }

    @Test
    void hoursWeeksAndWholeRangesAddUpToTheSame() throws IOException {
        assertThat(json("series", "--by", "hour").path("rows")).hasSize(48);
        assertThat(json("series", "--by", "hour").path("rows").path(1).path("time").asText()).isEqualTo("2026-05-04T01:00:00Z");
        JsonNode week = json("series", "--by", "week,model,context").path("rows");
        assertThat(week).hasSize(2);
        assertThat(week.path(0).path("time").asText()).isEqualTo("2026-05-04");
        assertThat(week.path(0).path("model").asText()).isEqualTo("bot");
        assertThat(week.path(0).path("n").asInt() + week.path(1).path("n").asInt()).isEqualTo(96);
    }

    @Test
    void theRangeIncludesItsLastDayOrHour() throws IOException {
        assertThat(json("series", "--from", "2026-05-05", "--to", "2026-05-05").path("rows")).hasSize(1);
        assertThat(json("series", "--by", "hour", "--from", "2026-05-04T22", "--to", "2026-05-05T01:00:00Z").path("rows")).hasSize(4);
        assertThat(json("series", "--from", "2027-01-01").path("rows")).isEmpty();
    }

    @Test
    void theMostToxicRecordsOfACellAreWhole() throws IOException {
        JsonNode document = json("records", "--time", "2026-05-04", "--category", "weapons", "--sort", "toxicity", "--limit", "3");
        assertThat(document.path("matching").asInt()).isEqualTo(12);
        assertThat(document.path("records")).extracting(r -> r.path("id").asText()).containsExactly("44", "40", "36");
        JsonNode first = document.path("records").path(0);
        assertThat(first.path("prompt").asText()).isEqualTo("p 44");
        assertThat(first.path("response").asText()).isEqualTo("\u202er\u001b[2J");
        assertThat(first.path("toxicity").asDouble()).isEqualTo(0.044);
        assertThat(first.path("signals").path("responseTokens").asInt()).isEqualTo(54);
    }

    @Test
    void anHourAnOffsetAndTheOtherEndOfTheSignal() throws IOException {
        assertThat(json("records", "--time", "2026-05-04T01:00:00Z").path("records")).extracting(r -> r.path("id").asText())
            .containsExactly("2", "3");
        assertThat(json("records", "--sort", "response_tokens", "--least-first", "--offset", "1", "--limit", "2").path("records"))
            .extracting(r -> r.path("id").asText()).containsExactly("1", "2");
    }

    @Test
    void peopleReadTheSameAsATable() {
        assertThat(execute("series", "--metrics", "refusal_rate,toxicity_p95", "--by", "week,category")).isZero();
        assertThat(out.toString()).contains("refusal_rate", "toxicity_p95", "weapons", "0.3333");
        assertThat(execute("records", "--time", "2026-05-04", "--limit", "1")).isZero();
        assertThat(out.toString()).contains("bot/0", "1 of 48 records");
    }

    @Test
    void whatIsNoMetricNoGroupAndNoTimeIsWrongUse() {
        assertThat(execute("series", "--metrics", "happiness_p95")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(execute("series", "--metrics", "toxicity_p200")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(execute("series", "--by", "day,colour")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(execute("series", "--from", "yesterday")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(execute("records", "--sort", "happiness")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err.toString()).contains("toxicity, response_tokens").contains("2026-05-01T14");
    }

    private JsonNode json(String command, String... arguments) throws IOException {
        out.getBuffer().setLength(0);
        assertThat(execute(command, Stream.concat(Stream.of("--json"), Stream.of(arguments)).toArray(String[]::new))).isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    private int execute(String command, String... arguments) {
        CommandLine line = PlumblineCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        List<String> all = Stream.concat(Stream.of(command, "-w", folder.resolve("workspace").toString()), Stream.of(arguments)).toList();
        return line.execute(all.toArray(String[]::new));
    }
}
