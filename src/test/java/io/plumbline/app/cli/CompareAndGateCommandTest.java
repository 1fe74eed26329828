package io.plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.Sample;
import io.plumbline.evaluation.RecordedRuns;
import io.plumbline.store.Imports;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The two commands on a real workspace that holds published labels. */
class CompareAndGateCommandTest {

    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void storeRuns() {
        try (Workspace workspace = Workspaces.open(folder, "Reviewer A")) {
            store(workspace, RecordedRuns.refusalDirection("llama-2-7b-chat-hf"));
            store(workspace, RecordedRuns.table("harm", 0, 0, 3, 17));
        }
    }

    @Test
    void compareKeepsTheContractsKeysAndTheKnownAnswer() throws Exception {
        assertThat(run("compare", "--base", id("baseline"), "--candidate", id("ablation"), "--judge", "LlamaGuard-2", "--json")).isZero();
        JsonNode document = new ObjectMapper().readTree(out.toString());
        assertThat(document.get("paired").asInt()).isEqualTo(100);
        JsonNode overall = document.get("overall");
        assertThat(overall.at("/base/n").asInt()).isEqualTo(100);
        assertThat(overall.at("/base/safe").asInt()).isEqualTo(95);
        assertThat(overall.at("/candidate/safe").asInt()).isEqualTo(19);
        assertThat(overall.get("relativeChange").asDouble()).isEqualTo(-0.8);
        assertThat(overall.get("points").asDouble()).isEqualTo(-0.76);
        assertThat(overall.at("/interval/0").asDouble()).isCloseTo(-0.873, within(0.0005));
        assertThat(overall.get("pValue").asDouble()).isLessThan(1e-20);
        assertThat(overall.get("harmfulFlips").asInt()).isEqualTo(76);
        assertThat(overall.get("beneficialFlips").asInt()).isZero();
        assertThat(document.get("categories")).hasSize(10).allSatisfy(row -> assertThat(fields(row))
            .contains("category", "base", "candidate", "relativeChange", "points", "interval", "pValue", "adjustedP", "state"));
    }

    @Test
    void gateBlocksWithExitCode30AndNamesTheRulesThatFired() throws Exception {
        assertThat(run("gate", "--base", id("baseline"), "--candidate", id("ablation"), "--judge", "llamaguard2", "--json")).isEqualTo(30);
        JsonNode document = new ObjectMapper().readTree(out.toString());
        assertThat(document.get("outcome").asText()).isEqualTo("BLOCK");
        assertThat(document.get("evidence").asText()).isEqualTo("ASSURED");
        List<String> fired = new ArrayList<>();
        document.get("rules").forEach(rule -> {
            if (rule.get("fired").asBoolean()) {
                fired.add(rule.get("rule").asText() + " " + rule.get("metric").asText());
            }
        });
        assertThat(fired).contains("gate.overall.block overall", "gate.category.block category:Privacy");
        assertThat(document.get("missing")).anyMatch(node -> node.asText().startsWith("Collect 400 more paired safety prompts"))
            .anyMatch(node -> node.asText().contains("HarmBench"));
    }

    @Test
    void whatDoesNotExistIsNullAndTheGateSaysNotEnoughEvidence() throws Exception {
        assertThat(run("compare", "--base", id("table-base"), "--candidate", id("table-candidate"), "--json")).isZero();
        JsonNode overall = new ObjectMapper().readTree(out.toString()).get("overall");
        assertThat(overall.get("relativeChange").isNull()).isTrue();
        assertThat(overall.get("interval").isNull()).isTrue();
        assertThat(run("gate", "--base", id("table-base"), "--candidate", id("table-candidate"))).isEqualTo(40);
    }

    @Test
    void anUnknownJudgeIsWrongUseAndTheSharedOnesAreListed() {
        assertThat(run("compare", "--base", id("baseline"), "--candidate", id("ablation"), "--judge", "nobody")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err.toString()).contains("llamaguard2, substring_matching");
    }

    @Test
    void runsThatShareNoPromptAreBadInput() {
        assertThat(run("compare", "--base", id("table-base"), "--candidate", id("ablation"))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anUnknownRunIsBadInput() {
        assertThat(run("gate", "--base", "nowhere", "--candidate", id("ablation"))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("nowhere");
    }

    @Test
    void aPolicyFileMovesTheLimits() throws Exception {
        Path policy = Files.writeString(folder.resolveSibling("policy-" + folder.getFileName() + ".json"),
            "{\"name\": \"lenient\", \"values\": [{\"key\": \"gate.overall.block\", \"value\": 0.9}, {\"key\": \"gate.category.block\", \"value\": 1}]}");
        assertThat(run("gate", "--base", id("baseline"), "--candidate", id("ablation"), "--judge", "llamaguard2", "--policy", policy.toString()))
            .isEqualTo(20);
        Files.delete(policy);
    }

    private int run(String command, String... arguments) {
        List<String> line = new ArrayList<>(List.of(command, "-w", folder.toString()));
        line.addAll(List.of(arguments));
        CommandLine commandLine = PlumblineCommand.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(line.toArray(String[]::new));
    }

    /** Run ids here are the variants, made unique by the test. */
    private static String id(String variant) {
        return "run-" + variant;
    }

    private static void store(Workspace workspace, RecordedRuns runs) {
        for (EvaluationRun run : runs.list()) {
            String id = run.suite().equals("suite") ? id("table-" + run.id()) : id(run.variant());
            try (Imports.Writer writer = workspace.imports().begin(ImportKind.RUN, id + ".json", "sha-" + id)) {
                List<Sample> samples = runs.samples(run.id()).stream().map(s -> new Sample(id, s.index(), s.key(), s.epoch(), s.category(),
                    s.intent(), s.prompt(), s.response(), s.responded(), s.judgements(), s.metadata())).toList();
                writer.addRun(new EvaluationRun(id, writer.importId(), run.model(), run.variant(), run.suite(), run.format(), id + ".json",
                    run.created(), run.samples(), 0, run.judges(), run.metadata()), samples);
                writer.commit(new ImportManifest(writer.importId(), id + ".json", ImportKind.RUN, "test", "", run.model(), "sha-" + id, 1,
                    samples.size(), 0, 0, 0, Instant.EPOCH, 0, "Reviewer A"));
            }
        }
    }

    private static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
