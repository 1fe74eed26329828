package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.PartialRefusal;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Sample;
import io.plumbline.domain.Verdict;
import io.plumbline.store.Workspace;
import java.util.List;
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

    private static void put(ObjectNode node, EvaluationRun run, List<Sample> samples) {
        node.put("id", run.id()).put("model", run.model()).put("variant", run.variant()).put("suite", run.suite())
            .put("samples", run.samples()).put("unscored", run.unscored());
        ArrayNode judges = node.putArray("judges");
        run.judges().forEach(judges::add);
        node.put("file", run.file()).put("format", run.format()).put("import", run.importId());
        run.created().ifPresent(created -> node.put("created", created.toString()));
        ArrayNode rates = node.putArray("rates");
        run.judges().forEach(judge -> putRates(rates.addObject(), judge, samples));
        ObjectNode metadata = node.putObject("metadata");
        run.metadata().entrySet().stream().sorted(Map.Entry.comparingByKey())
            .forEach(fact -> metadata.put(fact.getKey(), fact.getValue()));
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
    }

    private static long count(List<Sample> samples, String judge, Function<Verdict, Optional<?>> counted) {
        return samples.stream().map(s -> s.judgementOf(judge)).flatMap(Optional::stream).map(Judgement::verdict)
            .filter(verdict -> counted.apply(verdict).isPresent()).count();
    }
}
