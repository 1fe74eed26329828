package io.plumbline.signoff;

import io.plumbline.catalogue.BenchmarkCatalogue;
import io.plumbline.domain.Benchmark;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.signoff.deployment.DeploymentContext;
import io.plumbline.store.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks both runs up in the catalogue of benchmarks, and asks whether the judge is an independent one (C18). */
final class SuiteSurvey {

    /** Shorter names are parts of too many words to say anything. */
    private static final int SHORTEST_NAME = 5;

    private final Workspace workspace;

    SuiteSurvey(Workspace workspace) {
        this.workspace = workspace;
    }

    SuiteReading of(RunComparison comparison, Optional<DeploymentContext> deployment) {
        BenchmarkCatalogue catalogue = BenchmarkCatalogue.builtIn();
        SuiteReading plain = new SuiteReading(
            catalogue.coverage(comparison.base(), workspace.runs().samples(comparison.base().id())),
            catalogue.coverage(comparison.candidate(), workspace.runs().samples(comparison.candidate().id())), List.of());
        return new SuiteReading(plain.base(), plain.candidate(), circular(comparison, plain.benchmarks(), deployment));
    }

    private static List<String> circular(RunComparison comparison, List<Benchmark> benchmarks, Optional<DeploymentContext> deployment) {
        String judge = plain(comparison.judge());
        List<String> sentences = new ArrayList<>();
        for (Benchmark benchmark : benchmarks) {
            if (benchmark.aliases().stream().map(SuiteSurvey::plain).anyMatch(alias -> alias.length() >= SHORTEST_NAME && judge
                .contains(alias))) {
                sentences.add("Circular: the judge " + comparison.judge() + " was made together with " + benchmark.name()
                    + ", on prompts like these.");
            }
        }
        deployment.map(context -> context.reach().guard()).filter(guard -> same(judge, plain(guard))).ifPresent(guard ->
            sentences.add("Circular: the judge " + comparison.judge() + " also guards the model in production, so what it misses here it "
                + "misses there."));
        Stream.of(comparison.candidate(), comparison.base()).map(EvaluationRun::model).distinct().filter(model -> same(judge, plain(model)))
            .forEach(model -> sentences.add("Circular: " + model + " judges itself."));
        return sentences;
    }

    private static boolean same(String judge, String other) {
        return Math.min(judge.length(), other.length()) >= SHORTEST_NAME && (judge.contains(other) || other.contains(judge));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
