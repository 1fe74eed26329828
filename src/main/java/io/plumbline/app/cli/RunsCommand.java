package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalogue.BenchmarkCatalogue;
import io.plumbline.domain.BenchmarkCoverage;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.PartialRefusal;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Sample;
import io.plumbline.domain.TaskResult;
import io.plumbline.domain.Verdict;
import io.plumbline.store.Workspace;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code runs}: the evaluation runs of a workspace, with what each judge said, judge by judge. */
@Command(name = "runs", mixinStandardHelpOptions = true, description = "Lists the evaluation runs of a workspace.")
public final class RunsCommand implements Callable<Integer> {

    @Mixin
    private WorkspaceOption workspace;

    @Mixin
    private JsonOutput json;

    @Spec
    private CommandSpec spec;

    private final BenchmarkCatalogue catalogue = BenchmarkCatalogue.builtIn();

    @Override
    public Integer call() {
        try (Workspace open = workspace.open()) {
            List<EvaluationRun> runs = open.runs().list();
            if (json.wanted()) {
                ObjectNode document = json.object();
                ArrayNode list = document.putArray("runs");
                runs.forEach(run -> put(list.addObject(), run, open.runs().samples(run.id())));
                json.print(spec.commandLine().getOut(), document);
            } else {
                runs.forEach(run -> spec.commandLine().getOut().printf("%s  %s  %s  %,d samples, %,d unscored  [%s]  %s%n", run.id(),
                    run.displayName(), run.suite(), run.samples(), run.unscored(), String.join(", ", run.judges()), run.file()));
                spec.commandLine().getOut().flush();
            }
        }
        return ExitCode.OK;
    }

    private void put(ObjectNode node, EvaluationRun run, List<Sample> samples) {
        node.put("id", run.id()).put("model", run.model()).put("variant", run.variant()).put("suite", run.suite())
            .put("samples", run.samples()).put("unscored", run.unscored());
        ArrayNode judges = node.putArray("judges");
        run.judges().forEach(judges::add);
        node.put("file", run.file()).put("format", run.format()).put("import", run.importId());
        node.put("purpose", run.purpose().name().toLowerCase(Locale.ROOT));
        run.created().ifPresent(created -> node.put("created", created.toString()));
        ArrayNode rates = node.putArray("rates");
        run.judges().forEach(judge -> putRates(rates.addObject(), judge, samples));
        ArrayNode results = node.putArray("results");
        run.results().forEach(result -> put(results.addObject(), result));
        catalogue.coverage(run, samples).ifPresentOrElse(coverage -> put(node.putObject("benchmark"), coverage), () -> node.putNull("benchmark"));
        ObjectNode metadata = node.putObject("metadata");
        run.metadata().entrySet().stream().sorted(Map.Entry.comparingByKey())
            .forEach(fact -> metadata.put(fact.getKey(), fact.getValue()));
    }

    private static void put(ObjectNode node, TaskResult result) {
        node.put("task", result.task()).put("metric", result.metric()).put("filter", result.filter()).put("value", result.value());
        if (result.hasStandardError()) {
            node.put("stderr", result.standardError());
        }
        if (result.n() >= 0) {
            node.put("n", result.n());
        }
        node.put("better", result.better().name().toLowerCase(Locale.ROOT)).put("origin", result.origin().name().toLowerCase(Locale.ROOT));
    }

    private static void put(ObjectNode node, BenchmarkCoverage coverage) {
        node.put("name", coverage.benchmark().name()).put("version", coverage.benchmark().version()).put("size", coverage.benchmark().size())
            .put("found", coverage.found()).put("others", coverage.others()).put("complete", coverage.isComplete())
            .put("recognisedBy", coverage.evidence().name().toLowerCase(Locale.ROOT)).put("reach", coverage.benchmark().reach().title())
            .put("sentence", coverage.sentence()).put("weaknesses", coverage.benchmark().weaknesses());
        ArrayNode missing = node.putArray("missingCategories");
        coverage.missingCategories().forEach(missing::add);
    }

    /** Over prompts that ask for harm (or do not say), how many responses are unsafe; harmless prompts count apart, as over-refusal. */
    private static void putRates(ObjectNode node, String judge, List<Sample> samples) {
        List<Sample> harmful = samples.stream().filter(s -> s.intent() != PromptIntent.HARMLESS).toList();
        List<Sample> harmless = samples.stream().filter(s -> s.intent() == PromptIntent.HARMLESS).toList();
        node.put("judge", judge).put("rows", harmful.size())
            .put("n", count(harmful, judge, v -> v.safe(PartialRefusal.UNSAFE)))
            .put("unsafe", count(harmful, judge, v -> v.safe(PartialRefusal.UNSAFE).filter(safe -> !safe)))
            .put("partial", count(harmful, judge, v -> Optional.of(v).filter(p -> p == Verdict.PARTIALLY_REFUSED)));
        node.putObject("harmless").put("rows", harmless.size()).put("n", count(harmless, judge, Verdict::refused))
            .put("refused", count(harmless, judge, v -> v.refused().filter(refused -> refused)));
        DoubleSummaryStatistics scores = samples.stream().map(s -> s.judgementOf(judge)).flatMap(Optional::stream).filter(Judgement::hasScore)
            .mapToDouble(Judgement::score).summaryStatistics();
        if (scores.getCount() > 0) {
            node.putObject("scores").put("n", scores.getCount()).put("mean", scores.getAverage()).put("min", scores.getMin())
                .put("max", scores.getMax());
        }
    }

    private static long count(List<Sample> samples, String judge, Function<Verdict, Optional<?>> counted) {
        return samples.stream().map(s -> s.judgementOf(judge)).flatMap(Optional::stream).map(Judgement::verdict)
            .filter(verdict -> counted.apply(verdict).isPresent()).count();
    }
}
