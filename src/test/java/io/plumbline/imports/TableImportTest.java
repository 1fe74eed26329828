package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Progress;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.Sample;
import io.plumbline.domain.TaskResult;
import io.plumbline.domain.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableImportTest {

    private static final String CSV = """
        prompt_id;Question;Model Response;harm_category;is_refusal;jailbroken;reviewer_label
        p1;How?;I can't help with that.;fraud;1;0;refused
        p2;Why?;Because.;fraud;0;1;complied
        p3;Who?;;malware;0;0;hard to say
        """;

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
    void columnsAreMappedByNameAndContent() {
        Preview preview = bench.service.preview(ImportRequest.of(bench.file("run.csv", CSV)), Preview.Extent.WHOLE_FILE, Progress.NONE);
        MappingProfile profile = preview.profile().orElseThrow();
        assertThat(profile.kind()).isEqualTo(ImportKind.RUN);
        assertThat(profile.mapping().columns()).containsEntry(MappedField.ID, "prompt_id").containsEntry(MappedField.PROMPT, "Question")
            .containsEntry(MappedField.RESPONSE, "Model Response").containsEntry(MappedField.CATEGORY, "harm_category");
        assertThat(profile.mapping().labels()).containsExactly(
            new LabelColumn("is_refusal", "is_refusal", LabelMeaning.TRUE_IS_REFUSED),
            new LabelColumn("jailbroken", "jailbroken", LabelMeaning.TRUE_IS_UNSAFE),
            new LabelColumn("reviewer_label", "reviewer", LabelMeaning.WORDS));
    }

    @Test
    void labelsAreReadAsTheirColumnsMean() {
        EvaluationRun run = bench.run(bench.file("run.csv", CSV));
        assertThat(bench.samples(run)).extracting(s -> s.judgementOf("is_refusal").orElseThrow().verdict())
            .containsExactly(Verdict.REFUSED, Verdict.COMPLIED, Verdict.UNSCORED);
        assertThat(bench.samples(run)).extracting(s -> s.judgementOf("jailbroken").orElseThrow().verdict())
            .containsExactly(Verdict.SAFE, Verdict.UNSAFE, Verdict.UNSCORED);
        assertThat(bench.samples(run).get(2).judgementOf("reviewer").orElseThrow().rawLabel()).isEqualTo("hard to say");
        assertThat(run.model()).isEqualTo("run");
    }

    @Test
    void numbersInAnAmbiguousColumnStayUnscored() {
        EvaluationRun run = bench.run(bench.file("run.csv", "id,prompt,response,label\n1,p,r,1\n2,p2,r,0\n"));
        assertThat(run.unscored()).isEqualTo(2);
    }

    @Test
    void rowsOfSeveralModelsBecomeSeveralRuns() {
        Path file = bench.file("runs.jsonl", """
            {"model": "base", "prompt": "p1", "response": "r", "verdict": "safe", "intent": "harmful"}
            {"model": "tuned", "prompt": "p1", "response": "r", "verdict": "unsafe", "intent": "harmful"}
            {"model": "tuned", "prompt": "p2", "response": null, "verdict": "safe", "intent": "harmless"}
            """);
        assertThat(bench.take(file).model()).isEqualTo("base, tuned");
        assertThat(bench.workspace.runs().list()).extracting(EvaluationRun::model).containsExactly("base", "tuned");
        List<Sample> tuned = bench.samples(bench.workspace.runs().list().get(1));
        assertThat(tuned).extracting(Sample::intent).containsExactly(PromptIntent.HARMFUL, PromptIntent.HARMLESS);
        assertThat(tuned.get(1).responded()).isFalse();
    }

    @Test
    void theSamePromptTwiceIsARepeat() {
        EvaluationRun run = bench.run(bench.file("run.jsonl", """
            {"prompt": "p1", "response": "a", "verdict": "safe"}
            {"prompt": "p1", "response": "b", "verdict": "unsafe"}
            """));
        assertThat(bench.samples(run)).extracting(Sample::epoch).containsExactly(1, 2);
        assertThat(bench.samples(run)).extracting(Sample::key).containsOnly(bench.samples(run).get(0).key());
    }

    @Test
    void aJsonArrayOfRecordsIsATable() {
        EvaluationRun run = bench.run(bench.file("run.json", """
            [{"id": 1, "prompt": "p", "response": "r", "verdict": "safe", "usage": {"output_tokens": 3}},
             {"id": 2, "prompt": "q", "response": "r", "verdict": "unsafe"}]"""));
        assertThat(bench.samples(run)).extracting(Sample::key).containsExactly("1", "2");
        assertThat(bench.samples(run).get(0).metadata()).containsEntry("usage.output_tokens", "3");
    }

    @Test
    void aSavedProfileIsUsedByName() {
        bench.service.profiles().save(new MappingProfile("lab", ImportKind.RUN, new ColumnMapping(
            Map.of(MappedField.ID, "a", MappedField.RESPONSE, "b"), Map.of(MappedField.MODEL, "m5"),
            List.of(new LabelColumn("c", "guard", LabelMeaning.TRUE_IS_UNSAFE)))));
        Path file = bench.file("x.csv", "a,b,c\n1,text,1\n2,text,0\n");
        ImportManifest manifest = bench.service.importFile(ImportRequest.of(file).mappedBy(bench.service.profiles().find("lab")
            .orElseThrow()), Progress.NONE);
        assertThat(manifest.profile()).isEqualTo("lab");
        assertThat(bench.count(bench.workspace.runs().list().get(0), "guard", Verdict.UNSAFE)).isEqualTo(1);
    }

    @Test
    void aProfileWhoseColumnsAreMissingIsRefused() {
        MappingProfile profile = new MappingProfile("lab", ImportKind.RUN, new ColumnMapping(Map.of(MappedField.RESPONSE, "answer text"),
            Map.of(), List.of()));
        Path file = bench.file("x.csv", "a,b\n1,2\n");
        assertThatThrownBy(() -> bench.service.importFile(ImportRequest.of(file).mappedBy(profile), Progress.NONE))
            .isInstanceOf(InputException.class).hasMessageContaining("no column “answer text”").hasMessageContaining("“lab”");
    }

    @Test
    void aDryRunCountsAllAndStoresNothing() {
        Path file = bench.file("log.jsonl", """
            {"id": "1", "ts": "2026-05-01T00:00:00Z", "model": "m", "user": "u", "prompt": "p", "response": "r"}
            {"id": "2", "ts": "never", "model": "m", "user": "u", "prompt": "p", "response": "r"}
            """);
        Preview preview = bench.service.preview(ImportRequest.of(file), Preview.Extent.WHOLE_FILE, Progress.NONE);
        assertThat(preview.recognition()).isEqualTo(new Recognition("jsonl", "Production log as JSONL", ImportKind.LOG,
            Recognition.Columns.MAPPED));
        assertThat(preview.accepted()).isEqualTo(1);
        assertThat(preview.rejects()).singleElement().satisfies(reject -> assertThat(reject.line()).isEqualTo(2));
        assertThat(preview.rows()).hasSize(2);
        assertThat(preview.columns()).containsExactly("id", "ts", "model", "user", "prompt", "response");
        assertThat(bench.workspace.imports().list()).isEmpty();
    }

    @Test
    void theKindThatThePersonNamesWins() {
        Path file = bench.file("log.jsonl", """
            {"id": "1", "ts": "2026-05-01T00:00:00Z", "model": "m", "user": "u", "prompt": "p", "response": "r", "refused": true}
            """);
        ImportManifest manifest = bench.service.importFile(ImportRequest.of(file).as(ImportKind.RUN), Progress.NONE);
        assertThat(manifest.kind()).isEqualTo(ImportKind.RUN);
        assertThat(bench.count(bench.workspace.runs().list().get(0), "refused", Verdict.REFUSED)).isEqualTo(1);
    }

    @Test
    void theNameOfAFileSaysNothing() {
        assertThat(bench.service.recognise(bench.file("answers.eval", CSV)).format()).isEqualTo("csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\t\n"})
    void aFileWithoutContentIsRefused(String content) {
        Path file = bench.file("empty.csv", content);
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class).hasMessageContaining("nothing to import");
    }

    @Test
    void utf16IsReadWhereItSaysWhatItIs() {
        String wide = CSV.replace("Because.", "Gr\u00fc\u00dfe \ud83d\ude00");
        EvaluationRun big = bench.run(bench.file("big.csv", wide.getBytes(StandardCharsets.UTF_16)));
        EvaluationRun little = bench.run(bench.file("little.csv", ("\ufeff" + wide).getBytes(StandardCharsets.UTF_16LE)));
        assertThat(bench.samples(big).get(1).response()).isEqualTo("Gr\u00fc\u00dfe \ud83d\ude00");
        assertThat(bench.samples(little)).extracting(Sample::response).isEqualTo(bench.samples(big).stream().map(Sample::response).toList());
    }

    @Test
    void utf16WithoutAMarkIsRefusedWithTheRemedy() {
        Path file = bench.file("wide.csv", CSV.getBytes(StandardCharsets.UTF_16BE));
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class).hasMessageContaining("UTF-16")
            .hasMessageContaining("Save it as UTF-8");
    }

    @Test
    void theLineInWhichSpreadsheetsNameTheSeparatorIsNoHeader() {
        assertThat(bench.samples(bench.run(bench.file("excel.csv", "sep=;\r\n" + CSV)))).extracting(Sample::key).containsExactly("p1", "p2", "p3");
    }

    @Test
    void numbersOnAJudgesScaleAreScoresAndNoVerdicts() {
        EvaluationRun run = bench.run(bench.file("scores.csv", """
            id,prompt,response,judge_a_safety,judge_b_safety,jailbroken
            1,p,r,3,1,0
            2,q,s,0,1,1
            """));
        Sample first = bench.samples(run).get(0);
        assertThat(first.judgementOf("judge_a_safety").orElseThrow().score()).isEqualTo(3);
        assertThat(first.judgementOf("judge_b_safety").orElseThrow().verdict()).isEqualTo(Verdict.UNSCORED);
        assertThat(first.judgementOf("judge_b_safety").orElseThrow().score()).isEqualTo(1);
        assertThat(first.judgementOf("jailbroken").orElseThrow().verdict()).isEqualTo(Verdict.SAFE);
    }

    @ParameterizedTest
    @CsvSource({"SAFETY,SAFETY,HARMFUL", "BENIGN,SAFETY,HARMLESS", "BORDERLINE,SAFETY,HARMLESS", "CAPABILITY,CAPABILITY,HARMLESS"})
    void aPersonSaysWhatARunIsEvidenceOf(StatedPurpose stated, RunPurpose purpose, PromptIntent intent) {
        Path file = bench.file("answers.csv", CSV);
        String id = bench.service.importFile(ImportRequest.of(file).asEvidenceOf(stated), Progress.NONE).id();
        EvaluationRun run = bench.workspace.runs().list().stream().filter(each -> each.importId().equals(id)).findFirst().orElseThrow();
        assertThat(run.purpose()).isEqualTo(purpose);
        assertThat(bench.samples(run)).extracting(Sample::intent).containsOnly(intent);
        assertThat(run.metadata()).containsEntry("purpose", "stated at import: " + stated.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void tablesOfTaskScoresAreResultsOfCapability() {
        EvaluationRun wide = bench.run(bench.file("mmlu.csv", "task,acc,acc_stderr,n\nmmlu_anatomy,0.6,0.0423,135\nmmlu_virology,51.2%,,166\n"));
        assertThat(wide.purpose()).isEqualTo(RunPurpose.CAPABILITY);
        assertThat(wide.results()).extracting(TaskResult::task, TaskResult::metric, TaskResult::value, TaskResult::n)
            .containsExactly(tuple("mmlu_anatomy", "acc", 0.6, 135), tuple("mmlu_virology", "acc", 0.512, 166));
        EvaluationRun tall = bench.run(bench.file("tall.csv", "model,task,metric,filter,value,stderr\nm,gsm8k,exact_match,strict-match,0.5,0.01\n"));
        assertThat(tall.results()).singleElement().satisfies(result -> {
            assertThat(result.filter()).isEqualTo("strict-match");
            assertThat(result.standardError()).isEqualTo(0.01);
        });
    }

    @Test
    void textsWithAColumnForEachRaterAreLabelMaterial() {
        EvaluationRun run = bench.run(bench.file("raters.csv", "item_id,text,rater_1,rater_2\n1,t,safe,unsafe\n2,u,safe,\n"));
        assertThat(run.purpose()).isEqualTo(RunPurpose.REFERENCE);
        assertThat(bench.samples(run).get(0).judgementOf("rater_2").orElseThrow().verdict()).isEqualTo(Verdict.UNSAFE);
        assertThat(bench.samples(run).get(1).judgements()).hasSize(1);
    }

    @Test
    void theMemoryOfPyritIsARunOfItsTarget() {
        EvaluationRun run = bench.run(bench.file("memory.json", """
            [{"role": "assistant", "conversation_id": "c", "sequence": 1, "converted_value": "Never.", "response_error": "none", "prompt_target_identifier": {"model_name": "gpt-x"},
              "scores": [{"score_value": "true", "score_category": "refusal", "scorer_class_identifier": {"__type__": "SelfAskRefusalScorer"}}, {"score_value": "0.75", "score_category": "harm",
              "scorer_class_identifier": {"__type__": "SelfAskScaleScorer"}}]},
             {"role": "user", "conversation_id": "c", "sequence": 0, "original_value": "How?", "converted_value": "SG93Pw==", "labels": {"harm_category": "violence"}}]"""));
        assertThat(run.model()).isEqualTo("gpt-x");
        Sample sample = bench.samples(run).get(0);
        assertThat(sample.prompt()).isEqualTo("SG93Pw==");
        assertThat(sample.category()).isEqualTo("violence");
        assertThat(sample.judgementOf("SelfAskRefusalScorer").orElseThrow().verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(sample.judgementOf("SelfAskScaleScorer").orElseThrow().verdict()).isEqualTo(Verdict.UNSAFE);
    }

    @Test
    void latin1IsRefusedWithTheRemedy() {
        Path file = bench.file("old.csv", "id,prompt,response\n1,caf\u00e9,r\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class).hasMessageContaining("not UTF-8");
    }

    @Test
    void proseIsRefused() {
        Path file = bench.file("notes.txt", "Dear all\nplease find attached\n");
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class).hasMessageContaining("neither JSON nor a table");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> bench.take(folder.resolve("gone.csv"))).isInstanceOf(InputException.class)
            .hasMessageContaining("There is no file").hasMessageContaining("gone.csv");
    }

    @Test
    void anOpenQuotationSaysThatTheRestWasNotRead() {
        ImportManifest manifest = bench.take(bench.file("run.csv", "id,prompt,response,verdict\n1,p,r,safe\n2,q,\"r,unsafe\n3,s,r,safe\n"));
        assertThat(manifest.records()).isEqualTo(1);
        assertThat(bench.workspace.imports().rejects(manifest.id(), 0, 5).get(0).reason()).contains("opened and not closed");
    }

    @Test
    void columnsWithNamesThatSayNothingAreProposedByTheirContent() {
        Path file = bench.file("odd.csv", """
            wann,wer,frage,antwort
            2026-05-01T08:15:30Z,u1,How do I bake?,With flour and water.
            gestern,u2,How do I steal?,I can't help with that.
            2026-05-01T08:16:30Z,u2,Why is that so?,It just is.
            """);
        Preview preview = bench.service.preview(ImportRequest.of(file).ofModel("m").as(ImportKind.LOG), Preview.Extent.WHOLE_FILE, Progress.NONE);
        MappingProfile proposal = preview.profile().orElseThrow();
        assertThat(proposal.mapping().columns()).containsEntry(MappedField.TIME, "wann").containsEntry(MappedField.PROMPT, "frage")
            .containsEntry(MappedField.RESPONSE, "antwort");
        assertThatThrownBy(() -> bench.service.importFile(ImportRequest.of(file).as(ImportKind.LOG), Progress.NONE))
            .isInstanceOf(InputException.class).hasMessageContaining("no column for the time");
        assertThat(bench.service.importFile(ImportRequest.of(file).ofModel("m").mappedBy(proposal), Progress.NONE).records()).isEqualTo(2);
    }
}
