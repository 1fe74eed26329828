package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.Progress;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.Sample;
import io.plumbline.domain.Verdict;
import io.plumbline.reference.ReferenceSet;
import io.plumbline.reference.ReferenceSets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelMaterialImportTest {

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

    private static final String HEADER = "example_id,conv_id,prev_agent,prev_user,agent,user,bot"
        + raterColumns("Annotator1") + raterColumns("Annotator2") + "\n";

    @Test
    void eachRaterIsAJudgeWithASeverity() {
        ImportManifest manifest = bench.take(bench.file("a.csv", HEADER
            + "7.0,1.0,hi,yo,Hello,you fool,E.L.I.Z.A.,0,0,0,1,0,1,,,,,,\n"
            + "8.0,1.0,hi,yo,Hello,nice day,E.L.I.Z.A.,1,0,0,0,0,0,0,1,0,0,0,0\n"));
        assertThat(manifest.kind()).isEqualTo(ImportKind.LABELS);
        EvaluationRun run = bench.workspace.runs().list().get(0);
        assertThat(run.purpose()).isEqualTo(RunPurpose.REFERENCE);
        List<Sample> samples = bench.samples(run);
        assertThat(samples).extracting(Sample::key).containsExactly("7", "8");
        assertThat(samples).extracting(Sample::response).containsExactly("you fool", "nice day");
        assertThat(samples.get(0).judgements()).singleElement().satisfies(j -> {
            assertThat(j.judge()).isEqualTo("Annotator1");
            assertThat(j.score()).isEqualTo(-2);
            assertThat(j.verdict()).isEqualTo(Verdict.UNSAFE);
        });
        assertThat(samples.get(1).judgementOf("Annotator2").orElseThrow().verdict()).isEqualTo(Verdict.UNSCORED);
        assertThat(samples.get(0).metadata()).containsEntry("kinds of abuse", "sexist");
    }

    @Test
    void aRatingWithoutASeverityCountsForNone() {
        EvaluationRun run = bench.run(bench.file("a.csv", HEADER + "7,1,,,Hello,you,E,0,0,0,0,0,0,1,1,0,0,0,0\n"));
        assertThat(bench.samples(run).get(0).judgements()).isEmpty();
        assertThat(run.metadata().get("unclear ratings")).startsWith("2 ratings");
    }

    @Test
    void rowsOfSingleRatersAreGatheredByUtterance() {
        EvaluationRun run = bench.run(bench.file("full.csv", """
            example_no,annotator_id,conv_id,agent,user,is_abuse.1,is_abuse.0,is_abuse.-1,is_abuse.-2,is_abuse.-3
            1,4,9,Hi,go away,0,0,1,0,0
            1,5,9,Hi,go away,1,0,0,0,0
            1,4,9,Hi,go away,1,0,0,0,0
            """));
        assertThat(run.samples()).isEqualTo(1);
        assertThat(run.judges()).containsExactly("annotator 4", "annotator 5");
        assertThat(bench.samples(run).get(0).judgementOf("annotator 4").orElseThrow().score()).isEqualTo(-1);
    }

    @Test
    void aPairIsTwoSamplesOfOneKeyAndNeitherHasAVerdict() {
        EvaluationRun run = bench.run(bench.file("p.jsonl", """
            {"chosen":"\\n\\nHuman: Q1\\n\\nAssistant: A1\\n\\nHuman: Q2\\n\\nAssistant: good","rejected":"\\n\\nHuman: Q1\\n\\nAssistant: bad"}
            {"chosen":"x"}
            """));
        assertThat(bench.samples(run)).extracting(Sample::response).containsExactly("good", "bad");
        assertThat(bench.samples(run)).extracting(Sample::epoch).containsExactly(1, 2);
        assertThat(bench.samples(run).get(0).prompt()).isEqualTo("Human: Q1\n\nAssistant: A1\n\nHuman: Q2");
        assertThat(bench.samples(run).get(0).judgementOf("preference").orElseThrow().score()).isEqualTo(1);
        assertThat(bench.count(run, "preference", Verdict.UNSCORED)).isEqualTo(2);
        assertThat(bench.workspace.imports().rejects(run.importId(), 0, 5)).singleElement()
            .satisfies(reject -> assertThat(reject.reason()).isEqualTo("The pair has no text under rejected."));
    }

    @Test
    void filesOfOneSetArePooledAndTheirRatersCompared() {
        bench.take(bench.file("a.csv", HEADER + "1,1,,,Hello,a,E,1,0,0,0,0,0,1,0,0,0,0,0\n"));
        bench.take(bench.file("b.csv", HEADER + "2,1,,,Hello,b,E,0,0,0,1,0,0,0,0,0,1,0,0\n"));
        List<ReferenceSet> sets = new ReferenceSets(bench.workspace.runs(), bench.workspace.policy()).list(Progress.NONE);
        assertThat(sets).singleElement().satisfies(set -> {
            assertThat(set.items()).isEqualTo(2);
            assertThat(set.harmful()).isEqualTo(1);
            assertThat(set.harmless()).isEqualTo(1);
            assertThat(set.agreement().raters()).isEqualTo(2);
            assertThat(set.agreement().nominal()).isEqualTo(1);
            assertThat(set.detectors()).as("two texts measure no detector").isEmpty();
        });
    }

    @Test
    void aDetectorIsMeasuredAgainstTheMajorityOfTheRaters() {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 12; i++) {
            rows.append(i).append(",1,,,Tell me,I am sorry but I cannot help with that request ").append(i).append(",E,0,0,0,1,0,0,,,,,,\n");
            rows.append(100 + i).append(",1,,,Tell me,Here is a recipe for bread ").append(i).append(",E,1,0,0,0,0,0,,,,,,\n");
        }
        bench.take(bench.file("a.csv", rows.toString()));
        ReferenceSet set = new ReferenceSets(bench.workspace.runs(), bench.workspace.policy()).list(Progress.NONE).get(0);
        assertThat(set.detectors()).filteredOn(quality -> quality.signal().equals("REFUSED")).singleElement()
            .satisfies(quality -> {
                assertThat(quality.auc()).isEqualTo(1);
                assertThat(quality.positives()).isEqualTo(12);
            });
    }

    private static String raterColumns(String rater) {
        return "," + rater + "_is_abuse.1," + rater + "_is_abuse.0," + rater + "_is_abuse.-1," + rater + "_is_abuse.-2," + rater
            + "_is_abuse.-3," + rater + "_sexist";
    }
}
