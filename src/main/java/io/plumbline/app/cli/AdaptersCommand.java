package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.InputException;
import io.plumbline.evaluation.PairedChange;
import io.plumbline.evaluation.Words;
import io.plumbline.evaluation.adapters.AdapterInteraction;
import io.plumbline.evaluation.adapters.AdapterMatrices;
import io.plumbline.evaluation.adapters.AdapterMatrix;
import io.plumbline.evaluation.adapters.AdapterNames;
import io.plumbline.evaluation.adapters.AdapterRow;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code adapters}: each adapter and every stack against the model without them; stacks in use that nobody tested. */
@Command(name = "adapters", mixinStandardHelpOptions = true,
    description = "Compare each adapter and every stack of them with the model alone, and name stacks in use that were never tested.")
final class AdaptersCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceOption workspaceOption;

    @Option(names = "--run", paramLabel = "RUN", description = "Run to name: what it was made with. Needs --model and --adapters.")
    private String run;

    @Option(names = "--log-model", paramLabel = "NAME", description = "Model name of production logs to name. Needs --model and --adapters.")
    private String logModel;

    @Option(names = "--model", paramLabel = "NAME", description = "The model without adapters.")
    private String model;

    @Option(names = "--adapters", paramLabel = "A,B", description = "Names of the adapters, separated by commas; empty for none.")
    private String adapters;

    @Mixin
    private JsonOutput json;

    @Override
    public Integer call() {
        if ((run != null || logModel != null) != (model != null && adapters != null) || run != null && logModel != null) {
            throw new ParameterException(spec.commandLine(), "Give --run or --log-model together with --model and --adapters, or none of them.");
        }
        try (Workspace workspace = workspaceOption.open()) {
            name(workspace);
            List<AdapterMatrix> matrices = new AdapterMatrices(workspace).all();
            PrintWriter out = spec.commandLine().getOut();
            if (json.wanted()) {
                ObjectNode document = json.object();
                ArrayNode list = document.putArray("matrices");
                matrices.forEach(matrix -> write(list.addObject(), matrix));
                json.print(out, document);
            } else {
                print(out, matrices);
            }
            return ExitCode.OK;
        }
    }

    private void name(Workspace workspace) {
        List<String> names = adapters == null ? List.of() : Arrays.asList(adapters.split(","));
        if (run != null) {
            EvaluationRun found = workspace.runs().find(run).orElseThrow(() -> new InputException("No run “" + run
                + "” is in this workspace. `plumbline runs` lists them."));
            new AdapterNames(workspace.decisions()).name(found, model, names);
        } else if (logModel != null) {
            new AdapterNames(workspace.decisions()).nameInLogs(logModel, model, names);
        }
    }

    private static void print(PrintWriter out, List<AdapterMatrix> matrices) {
        if (matrices.isEmpty()) {
            out.println("No run or log names an adapter. Name what a run was made with: plumbline adapters --run RUN --model NAME --adapters A,B");
        }
        for (AdapterMatrix matrix : matrices) {
            out.println(matrix.model() + ", " + matrix.suite());
            out.printf(Locale.ROOT, "%-40s %6s %9s %16s %9s  %s%n", "adapters", "n", "relative", "interval", "in use", "state");
            for (AdapterRow row : matrix.rows()) {
                Optional<PairedChange> change = row.change();
                out.printf(Locale.ROOT, "%-40.40s %6s %9s %16s %9s  %s%n", row.stack().words(), change.map(c -> "" + c.n()).orElse(""),
                    change.map(c -> Words.percent(c.relative())).orElse(""), change.map(c -> Words.interval(c.interval())).orElse(""),
                    row.inUse() == 0 ? "" : "" + row.inUse(), change.isPresent() ? row.state().word() : row.remark());
            }
            for (AdapterInteraction interaction : matrix.interactions()) {
                out.printf(Locale.ROOT, "%s + %s together beyond each alone: %+.1f points (%.1f to %.1f), %d prompts%n", interaction.first(),
                    interaction.second(), 100 * interaction.points(), 100 * interaction.interval().lower(), 100 * interaction.interval().upper(),
                    interaction.n());
            }
            out.println();
        }
        out.flush();
    }

    private static void write(ObjectNode node, AdapterMatrix matrix) {
        node.put("model", matrix.model()).put("suite", matrix.suite());
        matrix.adapters().forEach(node.putArray("adapters")::add);
        ArrayNode rows = node.putArray("stacks");
        for (AdapterRow row : matrix.rows()) {
            ObjectNode line = rows.addObject();
            row.stack().adapters().forEach(line.putArray("adapters")::add);
            line.put("run", row.run().map(EvaluationRun::id).orElse(null)).put("tested", row.isTested()).put("inUse", row.inUse())
                .put("untestedInUse", row.isUntestedInUse()).put("state", row.state().name()).put("remark", row.remark());
            row.change().ifPresent(change -> {
                line.put("n", change.n());
                JsonOutput.put(line, "relativeChange", change.relative());
                JsonOutput.put(line, "points", change.points());
                JsonOutput.put(line, "pValue", change.pValue());
                if (change.isDefined()) {
                    line.putArray("interval").add(change.interval().lower()).add(change.interval().upper());
                }
            });
        }
        ArrayNode interactions = node.putArray("interactions");
        matrix.interactions().forEach(found -> {
            ObjectNode line = interactions.addObject().put("first", found.first()).put("second", found.second()).put("n", found.n());
            JsonOutput.put(line, "points", found.points());
            line.putArray("interval").add(found.interval().lower()).add(found.interval().upper());
        });
    }
}
