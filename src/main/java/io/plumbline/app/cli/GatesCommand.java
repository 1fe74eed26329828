package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.Policy;
import io.plumbline.evaluation.GateRule;
import io.plumbline.evaluation.PairedChange;
import io.plumbline.evaluation.Words;
import io.plumbline.signoff.PairSurvey;
import io.plumbline.store.PolicyReader;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gates}: the policy's outcome for every two runs that can be compared, as a Markdown table. It decides nothing. */
@Command(name = "gates", mixinStandardHelpOptions = true,
    description = "Applies the gate policy to every two runs that asked mostly the same prompts, judge by judge; prints a Markdown table.")
final class GatesCommand implements Callable<Integer> {

    private static final int MOST_RULES = 3;

    @Mixin
    private WorkspaceOption workspace;

    @Option(names = "--one-model", description = "Only pairs in which both runs are of the same model.")
    private boolean oneModel;

    @Option(names = "--suite", paramLabel = "NAME", description = "Only pairs on a suite of this name.")
    private String suite;

    @Option(names = "--policy", paramLabel = "FILE", description = "Policy to apply instead of the workspace's.")
    private Path policyFile;

    @Mixin
    private JsonOutput json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace open = workspace.open(); TerminalProgress progress = TerminalProgress.on(spec.commandLine().getErr())) {
            Policy policy = policyFile == null ? open.policy() : new PolicyReader().read(policyFile);
            List<PairSurvey.Line> lines = new PairSurvey(open).lines(policy, progress).stream()
                .filter(line -> !oneModel || line.isOneModel())
                .filter(line -> suite == null || line.comparison().candidate().suite().equalsIgnoreCase(suite.strip())).toList();
            PrintWriter out = spec.commandLine().getOut();
            if (json.wanted()) {
                ObjectNode document = json.object().put("policy", policy.name() + ", version " + policy.version());
                ArrayNode list = document.putArray("gates");
                lines.forEach(line -> put(list.addObject(), line));
                json.print(out, document);
            } else {
                out.println("| base | candidate | suite | judge | n | safe rate | relative, 95% CI | outcome | evidence | rules that fired |");
                out.println("|---|---|---|---|---:|---|---|---|---|---|");
                List<String> rows = lines.stream().map(GatesCommand::row).distinct().toList();
                rows.forEach(out::println);
                out.println();
                out.println(summary(rows));
                out.flush();
            }
        }
        return ExitCode.OK;
    }

    /** How often which outcome came out, and how firmly. */
    private static String summary(List<String> rows) {
        Map<String, Long> counts = rows.stream().map(row -> row.split(" \\| ")).collect(Collectors.groupingBy(cells -> cells[7]
            + ", " + cells[8],
            TreeMap::new, Collectors.counting()));
        return rows.size() + " comparisons: " + counts.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining("; ")) + ".";
    }

    private static String row(PairSurvey.Line line) {
        PairedChange change = line.comparison().overall();
        List<GateRule> fired = line.result().fired();
        String rules = fired.stream().limit(MOST_RULES).map(rule -> rule.rule() + (rule.metric().equals("overall") ? "" : " ("
            + rule.metric().replaceFirst("^category:", "") + ")")).collect(Collectors.joining(", "))
            + (fired.size() > MOST_RULES ? " and " + (fired.size() - MOST_RULES) + " more" : "");
        return "| " + List.of(line.comparison().base().displayName(), line.comparison().candidate().displayName(),
            line.comparison().candidate().suite(), line.comparison().judge(), Long.toString(change.n()), change.n() == 0 ? "—"
                : Words.percent(change.baseRate()).replace("+", "") + " → " + Words.percent(change.candidateRate()).replace("+", ""),
            change.isDefined() ? Words.percent(change.relative()) + ", " + Words.interval(change.interval()) : "—",
            line.result().outcome().word(), line.result().evidence().word(), rules.isEmpty() ? "none" : rules).stream()
            .map(cell -> cell.replaceAll("[\\p{Cntrl}|<>`\\\\]", " ")).collect(Collectors.joining(" | ")) + " |";
    }

    private static void put(ObjectNode node, PairSurvey.Line line) {
        PairedChange change = line.comparison().overall();
        node.put("base", line.comparison().base().id()).put("baseName", line.comparison().base().displayName())
            .put("candidate", line.comparison().candidate().id()).put("candidateName", line.comparison().candidate().displayName())
            .put("suite", line.comparison().candidate().suite()).put("judge", line.comparison().judge()).put("n", change.n())
            .put("outcome", line.result().outcome().name()).put("evidence", line.result().evidence().name());
        JsonOutput.put(node, "relative", change.relative());
        JsonOutput.put(node, "lower", change.interval().lower());
        JsonOutput.put(node, "upper", change.interval().upper());
        ArrayNode rules = node.putArray("rulesFired");
        line.result().fired().forEach(rule -> rules.addObject().put("rule", rule.rule()).put("metric", rule.metric())
            .put("sentence", rule.sentence()));
    }
}
