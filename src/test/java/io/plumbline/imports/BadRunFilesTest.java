package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every reader of runs keeps to when its file is broken: one sentence that names the file, or the sound records with the others among
 * the rejects; and what was in the workspace stays.
 */
class BadRunFilesTest {

    private static final Map<String, String> FILES = files();
    private static final Map<String, UnaryOperator<byte[]>> DAMAGES = damages();

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

    static Stream<String> formats() {
        return FILES.keySet().stream();
    }

    static Stream<Arguments> damagedFiles() {
        return FILES.keySet().stream().flatMap(name -> DAMAGES.keySet().stream().map(damage -> Arguments.of(name, damage)));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theUndamagedFileIsRead(String name) {
        assertThat(bench.take(bench.file(name, FILES.get(name))).records()).isPositive();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("damagedFiles")
    void aDamagedFileGivesASentenceOrKeepsWhatIsSound(String name, String damage) {
        EvaluationRun before = bench.run(bench.file("before.json", "{\"parameters\":{\"model\":\"m\"},\"jailbreaks\":["
            + "{\"behavior\":\"b\",\"category\":\"c\",\"prompt\":\"p\",\"response\":\"r\",\"jailbroken\":false}]}"));
        Path file = bench.file(name, DAMAGES.get(damage).apply(FILES.get(name).getBytes(StandardCharsets.UTF_8)));
        try {
            ImportManifest manifest = bench.take(file);
            assertThat(manifest.records()).isPositive();
            assertThat(bench.workspace.runs().list()).allSatisfy(run -> assertThat(bench.samples(run)).extracting(Sample::prompt).doesNotContainNull());
        } catch (InputException sentence) {
            assertThat(sentence.getMessage()).contains(file.getFileName().toString()).endsWith(".").doesNotContain("com.fasterxml").doesNotContain("Exception");
            assertThat(bench.workspace.runs().list()).containsExactly(before);
        }
        assertThat(bench.samples(before)).hasSize(1);
    }

    @Test
    void aLineThatIsBrokenCostsNoOther() {
        for (String name : List.of("garak.jsonl", "promptfoo.jsonl", "samples_gsm8k_2026.jsonl", "hits.jsonl", "pairs.jsonl")) {
            String good = FILES.get(name);
            String broken = good + "{\"a\": 1" + "0".repeat(401) + "}\n" + "[".repeat(100_000) + "\n" + "{\"a\":1,\"a\":2}\n" + "not json\n";
            ImportManifest whole = bench.take(bench.file(name, good));
            ImportManifest partly = bench.take(bench.file("x/" + name, broken.replace("\"m1\"", "\"m2\"")));
            assertThat(partly.records()).as(name).isEqualTo(whole.records());
            assertThat(partly.rejected()).as(name).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void halvesOfCharactersAreReplacedAndNulIsKeptAsText() {
        EvaluationRun run = bench.run(bench.file("m.json", """
            {"a": [{"test_case":"t \\ud83d","generation":"g \\u0000 end","label":1}]}"""));
        assertThat(bench.samples(run).get(0).prompt()).isEqualTo("t \uFFFD");
        assertThat(bench.samples(run).get(0).response()).isEqualTo("g \0 end");
    }

    @Test
    void aNumberBeyondAllBoundsIsNoScore() {
        EvaluationRun run = bench.run(bench.file("j.json", """
            {"per_file_results":{"c":{"model":"m","details":{"x":[{"probe":"p","response_preview":"r","scores":{"drift":1e400,"safety":2}}]}}}}"""));
        assertThat(bench.samples(run).get(0).judgementOf("judge.drift").orElseThrow().hasScore()).isFalse();
        assertThat(run.results()).singleElement().satisfies(result -> assertThat(result.metric()).isEqualTo("judge.safety"));
    }

    @Test
    void aFieldThatStandsTwiceIsRefusedAndNamed() {
        Path file = bench.file("m.json", "{\"a\": [{\"test_case\":\"t\",\"generation\":\"g\",\"label\":1,\"label\":0}]}");
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class).hasMessageContaining("holds the same field twice");
    }

    private static Map<String, UnaryOperator<byte[]>> damages() {
        Map<String, UnaryOperator<byte[]>> damages = new LinkedHashMap<>();
        damages.put("nothing in it", bytes -> new byte[0]);
        damages.put("torn in the middle", bytes -> Arrays.copyOf(bytes, bytes.length / 2));
        damages.put("torn at the end", bytes -> Arrays.copyOf(bytes, bytes.length - 2));
        damages.put("first line only", bytes -> new String(bytes, StandardCharsets.UTF_8).split("\n", 2)[0].getBytes(StandardCharsets.UTF_8));
        damages.put("bytes that are no text", bytes -> insert(bytes, new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xc3}));
        damages.put("zero bytes", bytes -> insert(bytes, new byte[] {0, 0}));
        damages.put("nested without end", bytes -> ("{\"a\":".repeat(100_000) + "1").getBytes(StandardCharsets.UTF_8));
        damages.put("lists without end", bytes -> "[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        damages.put("a nest behind it", bytes -> join(bytes, "[".repeat(100_000).getBytes(StandardCharsets.UTF_8)));
        damages.put("an endless number", bytes -> new String(bytes, StandardCharsets.UTF_8).replaceFirst("([:,])1([,}\n])", "$11"
            + "0".repeat(400) + "$2").getBytes(StandardCharsets.UTF_8));
        damages.put("an object where text should be", bytes -> new String(bytes, StandardCharsets.UTF_8).replaceFirst(":\"[^\"]*\"", ":{\"x\":[]}")
            .getBytes(StandardCharsets.UTF_8));
        damages.put("the same twice", bytes -> join(bytes, bytes));
        damages.put("compressed and torn", bytes -> gzip(bytes));
        return damages;
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("inspect.json", """
            {"version":2,"status":"success","eval":{"task":"refusals","model":"m1"},"plan":{},"results":{"scores":[]},
             "samples":[{"id":"a","epoch":1,"input":"q","output":{"choices":[{"message":{"content":"no"}}]},"scores":{"judge":{"value":"C"}}}]}""");
        files.put("jailbreakbench.json", """
            {"parameters":{"model":"m1","method":"PAIR"},
             "jailbreaks":[{"index":1,"behavior":"b","category":"c","prompt":"p","response":"r","jailbroken":false}]}""");
        files.put("runs/m1/completions/jailbreakbench_baseline_evaluations.json", """
            {"substring_matching_success_rate":0.0,
             "completions":[{"category":"c","prompt":"p","response":"r","is_jailbreak_substring_matching":0}]}""");
        files.put("xstest.csv", """
            id,type,prompt,completion,annotation_1,final_label
            1,homonyms,p,r,1_full_compliance,1_full_compliance
            2,contrast_homonyms,p2,r2,2_full_refusal,2_full_refusal
            """);
        files.put("garak.jsonl", """
            {"entry_type":"start_run setup","plugins.target_type":"t","plugins.target_name":"m1"}
            {"entry_type":"attempt","uuid":"a","seq":1,"status":2,"probe_classname":"dan.A","prompt":"p","outputs":["o"],"detector_results":{"d.One":[0.0]}}
            {"entry_type":"attempt","uuid":"b","seq":1,"status":2,"probe_classname":"dan.A","prompt":"q","outputs":["o"],"detector_results":{"d.One":[1.0]}}
            """);
        files.put("hits.jsonl", """
            {"goal":"g","prompt":"p","output":"o","triggers":null,"score":1,"run_id":"r","attempt_id":"a","generator":"m1","probe":"dan.A","detector":"d"}
            {"goal":"g","prompt":"p","output":"o","triggers":null,"score":1,"run_id":"r","attempt_id":"b","generator":"m1","probe":"dan.A","detector":"d"}
            """);
        files.put("digest.json", """
            {"entry_type":"digest","meta":{"target_type":"t","target_name":"m1","n":1},
             "eval":{"dan":{"dan.A":{"dan.DAN":{"absolute_score":0.9}}}}}""");
        files.put("promptfoo.json", """
            {"evalId":"e","results":{"version":3,"prompts":[],"stats":{},"results":[
             {"testIdx":1,"promptIdx":0,"provider":{"id":"m1"},"prompt":{"raw":"p","label":"l"},"vars":{},"response":{"output":"o"},"success":true,"failureReason":0}]},"config":{}}""");
        files.put("promptfoo.jsonl", """
            {"testIdx":1,"promptIdx":0,"provider":{"id":"m1"},"prompt":{"raw":"p","label":"l"},"vars":{},"response":{"output":"o"},"success":true,"failureReason":0}
            {"testIdx":2,"promptIdx":0,"provider":{"id":"m1"},"prompt":{"raw":"q","label":"l"},"vars":{},"response":{"output":"o"},"success":true,"failureReason":0}
            """);
        files.put("promptfoo.csv", """
            n,[m1] Q{{n}}
            1,"[PASS] (1.00, refusal: 1.00)

            text"
            2,"[FAIL] (0.00)

            text"
            """);
        files.put("results.json", """
            {"results":{"mmlu":{"acc,none":0.5,"acc_stderr,none":0.01}},
             "configs":{},"n-samples":{"mmlu":{"original":1,"effective":1}},"model_name":"m1"}""");
        files.put("samples_gsm8k_2026.jsonl", """
            {"doc_id":1,"doc":{"q":"x"},"target":"2","arguments":[["p",{}]],"resps":[["r"]],"filtered_resps":["r"],"metrics":["em"],"em":1}
            {"doc_id":2,"doc":{"q":"y"},"target":"2","arguments":[["q",{}]],"resps":[["r"]],"filtered_resps":["r"],"metrics":["em"],"em":1}
            """);
        files.put("named.json", """
            {"model":"m1","condition":"base",
             "mmlu_results":{"mmlu/acc,none":0.5},"mmlu_overall_acc":0.5,"n":1}""");
        files.put("judges.json", """
            {"metadata":{"judge_model":"J"},"per_file_results":{"c":{"model":"m1","n":1,
             "details":{"x":[{"probe":"p","response_preview":"r","scores":{"drift":1,"explanation":"e"}}]}}}}""");
        files.put("probes.json", """
            {"metadata":{"base_model":"m1","n":1},
             "results":{"x":[{"probe":"p","response":"r"}]}}""");
        files.put("harmbench.json", """
            {"b1":[{"test_case":"t","generation":"g","label":1}],
             "b2":[{"test_case":"t","generation":"g","label":0}]}""");
        files.put("loss.json", """
            {"pile":{"ce_loss":2.5,"n_tokens":1},
             "alpaca":{"ce_loss":1.5}}""");
        files.put("behaviors.csv", """
            Behavior,FunctionalCategory,SemanticCategory,Tags,ContextString,BehaviorID
            b,standard,illegal,,,id1
            c,standard,illegal,,,id2
            """);
        files.put("instructions.json", """
            [{"instruction":"i","category":"c"},
             {"instruction":"j","category":"c"}]""");
        files.put("abuse.csv", """
            example_id,conv_id,agent,user,A1_is_abuse.1,A1_is_abuse.0,A1_is_abuse.-1
            1,1,a,u,1,0,0
            2,1,a,u2,0,0,1
            """);
        files.put("pairs.jsonl", """
            {"chosen":"\\n\\nHuman: q\\n\\nAssistant: a","rejected":"\\n\\nHuman: q\\n\\nAssistant: b"}
            {"chosen":"\\n\\nHuman: r\\n\\nAssistant: a","rejected":"\\n\\nHuman: r\\n\\nAssistant: b"}
            """);
        return files;
    }

    private static byte[] insert(byte[] bytes, byte[] more) {
        int at = bytes.length * 2 / 3;
        return join(join(Arrays.copyOf(bytes, at), more), Arrays.copyOfRange(bytes, at, bytes.length));
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(out.toByteArray(), out.size() * 2 / 3);
    }
}
