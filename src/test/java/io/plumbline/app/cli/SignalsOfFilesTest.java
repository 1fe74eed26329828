package io.plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.domain.ImportKind;
import io.plumbline.imports.ColumnMapping;
import io.plumbline.imports.MappedField;
import io.plumbline.imports.MappingProfile;
import io.plumbline.imports.MappingProfiles;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code signals} on files as people have them: odd columns, several formats, torn lines, texts that must not be shown. */
class SignalsOfFilesTest {

    private static final Set<String> VERDICTS = Set.of("REFUSED", "PARTIAL", "COMPLIED", "UNCLEAR");
    private static final String ODD_TABLE = """
        Vorgang;Frage (Kunde);"Antwort; Bot";Score
        A-1;Hallo;"Das kann ich leider nicht tun.
        Tut mir leid.";0,1
        A-2;Rezept?;"Nimm ""Mehl"", Wasser und Salz.";
        """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aSavedMappingReadsATableWithOddColumns() throws IOException {
        save(new MappingProfile("kundendienst", ImportKind.LOG, new ColumnMapping(
            Map.of(MappedField.ID, "Vorgang", MappedField.PROMPT, "Frage (Kunde)", MappedField.RESPONSE, "Antwort; Bot"), Map.of(), List.of())));
        List<JsonNode> records = records(0, "-w", workspace(), "--profile", "kundendienst", write("odd.csv", ODD_TABLE));
        assertThat(records).extracting(r -> r.path("id").asText()).containsExactly("A-1", "A-2");
        assertThat(records).extracting(r -> r.path("refusal").asText()).containsExactly("REFUSED", "COMPLIED");
        assertThat(records.get(0).path("language").asText()).isEqualTo("de");
    }

    @Test
    void withoutAMappingOddColumnsAreNotGuessed() throws IOException {
        assertThat(records(3, write("odd.csv", ODD_TABLE))).isEmpty();
        assertThat(err.toString()).contains("odd.csv").contains("--profile");
    }

    @Test
    void aMappingThatIsNotSavedIsSaidWithThoseThatAre() throws IOException {
        save(new MappingProfile("gateway", ImportKind.LOG, new ColumnMapping(Map.of(MappedField.RESPONSE, "r"), Map.of(), List.of())));
        assertThat(run("--json", "-w", workspace(), "--profile", "gatway", write("odd.csv", ODD_TABLE))).isEqualTo(3);
        assertThat(err.toString()).contains("“gatway”").contains("gateway");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aMappingWhoseColumnsTheFileLacksIsRefusedAndTheNextFileIsRead() throws IOException {
        save(new MappingProfile("gateway", ImportKind.LOG, new ColumnMapping(Map.of(MappedField.RESPONSE, "bot said"), Map.of(), List.of())));
        List<JsonNode> records = records(3, "-w", workspace(), "--profile", "gateway", write("odd.csv", ODD_TABLE),
            write("good.csv", "bot said,n\nI must decline this request.,1\n"));
        assertThat(records).extracting(r -> r.path("refusal").asText()).containsExactly("REFUSED");
        assertThat(err.toString()).contains("odd.csv").contains("bot said");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample-data/xstest/xstest_v2_completions_mistralinstruct_gpteval.csv",
        "sample-data/jailbreakbench/GCG-transfer-gpt-4-0125-preview.json",
        "sample-data/refusal-direction/runs/llama-2-7b-chat-hf/completions/jailbreakbench_ablation_evaluations.json",
        "sample-data/inspect-ai/2025-02-11T15-17-00-05-00_popularity_dPiJifoWeEQBrfWsAopzWr.eval"})
    void theKeysAreTheSameInEveryFormat(String file) throws IOException {
        List<JsonNode> records = records(0, file);
        assertThat(records).isNotEmpty().allSatisfy(SignalsOfFilesTest::keepsTheContract);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "[{\"id\":\"x\",\"time\":\"2026-05-01T12:00:00Z\",\"prompt\":\"p\",\"response\":\"a@b.org and 4111 1111 1111 1111\",\"toxicity\":0.7}]",
        "id\ttime\tprompt\tresponse\nx\t2026-05-01T12:00:00Z\tp\tYes, a@b.org.\n",
        "{\"id\":7,\"ts\":1777600000,\"prompt\":null,\"response\":\"p\u0430ypal\"}\n{\"id\":\"8\",\"ts\":1777600001,\"prompt\":\"\",\"response\":\"\"}\n"})
    void theKeysAreTheSameInLogsOfEveryShape(String text) throws IOException {
        assertThat(records(0, write("log.txt", text))).isNotEmpty().allSatisfy(SignalsOfFilesTest::keepsTheContract);
    }

    private static void keepsTheContract(JsonNode record) {
        List<String> keys = new ArrayList<>();
        record.fieldNames().forEachRemaining(keys::add);
        assertThat(keys).contains("id", "refusal", "toxicity", "hedges", "language", "flags");
        assertThat(record.path("id").isTextual()).isTrue();
        assertThat(record.path("refusal").asText()).isIn(VERDICTS);
        assertThat(record.path("toxicity").isNumber() || record.path("toxicity").isNull()).isTrue();
        assertThat(record.path("hedges").isNumber() || record.path("hedges").isNull()).isTrue();
        assertThat(record.path("language").isTextual()).isTrue();
        assertThat(record.path("flags").isArray()).isTrue();
        record.path("flags").forEach(flag -> {
            assertThat(flag.path("kind").asText()).isNotEmpty();
            assertThat(flag.path("detector").asText()).isNotEmpty();
            assertThat(flag.path("version").isTextual()).isTrue();
            assertThat(flag.path("score").isNumber() || flag.path("score").isNull()).isTrue();
            assertThat(flag.path("spans").isArray()).isTrue();
            flag.path("spans").forEach(span -> assertThat(span.path("end").asInt()).isGreaterThanOrEqualTo(span.path("start").asInt()));
        });
    }

    @Test
    void tornLinesAreNamedAndTheOthersMeasured() throws IOException {
        List<JsonNode> records = records(0, write("torn.jsonl", """
            {"id":"1","prompt":"p","response":"I must decline this request."}
            {"id":"2","prompt":"p","resp
            not json at all
            {"id":"3","prompt":"p","response":"Yes."}
            {"id":"4"
            {"id":"5"
            {"id":"6","prompt":"p","response":"No, I can't help with th"""));
        assertThat(records).extracting(r -> r.path("id").asText()).containsExactly("1", "3");
        assertThat(err.toString()).contains("torn.jsonl, line 2").contains("torn.jsonl, line 3").contains("5 lines could not be read in all");
    }

    @Test
    void whatIsSensitiveIsNamedByItsPlaceAndNeverShown() throws IOException {
        String response = "Sorry, a@b.io, I can't help with that. Your card is 4111 1111 1111 1111.";
        String file = write("log.jsonl", "{\"id\":\"1\",\"prompt\":\"p\",\"response\":\"" + response + "\"}\n");
        JsonNode record = records(0, file).get(0);
        assertThat(record.toString()).doesNotContain("a@b.io").doesNotContain("1111 1111");
        List<String> found = new ArrayList<>();
        record.path("flags").forEach(flag -> flag.path("spans").forEach(span -> found.add(response.substring(span.path("start").asInt(),
            span.path("end").asInt()))));
        assertThat(found).contains("a@b.io", "4111 1111 1111 1111");
        out.getBuffer().setLength(0);
        assertThat(run(file)).isZero();
        assertThat(out.toString()).contains("REFUSED").contains("[e-mail address]").doesNotContain("a@b.io").doesNotContain("1111 1111");
    }

    private void save(MappingProfile profile) {
        try (Workspace opened = Workspaces.open(Path.of(workspace()), WorkspaceOption.NOBODY_NAMED)) {
            new MappingProfiles(opened.settings()).save(profile);
        }
    }

    private String workspace() {
        return folder.resolve("w").toString();
    }

    private List<JsonNode> records(int exitCode, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--json"));
        all.addAll(List.of(arguments));
        assertThat(run(all.toArray(String[]::new))).as(err.toString()).isEqualTo(exitCode);
        List<JsonNode> records = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            records.add(new ObjectMapper().readTree(line));
        }
        return records;
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("signals"));
        all.addAll(List.of(arguments));
        return PlumblineCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(all.toArray(String[]::new));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
