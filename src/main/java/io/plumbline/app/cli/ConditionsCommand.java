package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.evaluation.Words;
import io.plumbline.evaluation.capability.CapabilityComparator;
import io.plumbline.evaluation.capability.CapabilityComparison;
import io.plumbline.evaluation.capability.CapabilityShift;
import io.plumbline.evaluation.conditions.ConditionComparator;
import io.plumbline.evaluation.conditions.ConditionRequest;
import io.plumbline.evaluation.conditions.ConditionShift;
import io.plumbline.evaluation.conditions.ConditionTable;
import io.plumbline.evaluation.conditions.ScoredCondition;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conditions}: several conditions of a model against its base, on the numbers that judges gave, with capability beside them. */
@Command(name = "conditions", mixinStandardHelpOptions = true,
    description = "Set several conditions of a model side by side on judges' numbers, with capability beside them.")
final class ConditionsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceOption workspaceOption;

    @Option(names = "--base", required = true, paramLabel = "RUN", description = "Run that the others are compared with.")
    private String base;

    @Option(names = "--judge", paramLabel = "NAME", description = "Judge, or measure of several judges (e.g. drift); may be given more than "
        + "once. Default: all judges that the runs share, where they measure one thing.")
    private List<String> judges = new ArrayList<>();

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "The other conditions.")
    private List<String> conditions;

    @Mixin
    private JsonOutput json;

    @Override
    public Integer call() {
        try (Workspace workspace = workspaceOption.open()) {
            ConditionTable table = new ConditionComparator(workspace.runs()).compare(new ConditionRequest(base, conditions, judges),
                workspace.policy());
            CapabilityComparator capability = new CapabilityComparator(workspace.runs());
            List<Optional<CapabilityComparison>> beside = table.rows().stream()
                .map(row -> row == table.base() ? Optional.<CapabilityComparison>empty()
                    : capability.beside(table.base().run(), row.run(), workspace.policy())).toList();
            if (json.wanted()) {
                printJson(table, beside);
            } else {
                print(spec.commandLine().getOut(), table, beside);
            }
            return ExitCode.OK;
        }
    }

    private static void print(PrintWriter out, ConditionTable table, List<Optional<CapabilityComparison>> capability) {
        out.println("Mean of " + String.join(", ", table.judges()) + "; effects against " + table.base().run().displayName() + ".");
        out.printf(Locale.ROOT, "%n%-40s %5s %8s %8s %9s %7s %9s %8s  %s%n", "condition", "n", "mean", "sd", "U", "r", "d", "alpha", "capability");
        for (int i = 0; i < table.rows().size(); i++) {
            ScoredCondition row = table.rows().get(i);
            Optional<ConditionShift> shift = row.shift();
            out.printf(Locale.ROOT, "%-40s %5d %8.4f %8.4f %9s %7s %9s %8s  %s%n", row.run().displayName(), row.n(), row.mean(), row.sd(),
                shift.map(s -> number("%.1f", s.u())).orElse(""), shift.map(s -> number("%.4f", s.rankBiserial())).orElse(""),
                shift.map(s -> number("%.4f", s.cohenD())).orElse(""), row.alpha().map(a -> number("%.4f", a)).orElse(""),
                capability.get(i).map(ConditionsCommand::words).orElse(""));
        }
        table.rows().stream().skip(1).forEach(row -> row.shift().ifPresent(shift -> out.println(row.run().displayName() + ": "
            + number("%+.3f", shift.meanDifference()) + " on " + shift.paired() + " shared prompts, interval "
            + number("%.3f", shift.interval().lower()) + "…" + number("%.3f", shift.interval().upper()) + ", adjusted p "
            + Words.p(shift.adjustedP()))));
        out.flush();
    }

    private static String words(CapabilityComparison found) {
        CapabilityShift shift = found.headline();
        return shift.name() + " " + number("%.4f", shift.base().value()) + " → " + number("%.4f", shift.candidate().value())
            + shift.reading().map(reading -> switch (reading) {
                case SHOWN -> ", not inferior";
                case REFUTED -> ", inferior";
                case INCONCLUSIVE -> ", not enough evidence";
            }).orElse("");
    }

    private void printJson(ConditionTable table, List<Optional<CapabilityComparison>> capability) {
        ObjectNode document = json.object();
        table.judges().forEach(document.putArray("judges")::add);
        ArrayNode rows = document.putArray("conditions");
        for (int i = 0; i < table.rows().size(); i++) {
            ScoredCondition row = table.rows().get(i);
            ObjectNode node = rows.addObject().put("run", row.run().id()).put("condition", row.run().displayName()).put("n", row.n())
                .put("without", row.without());
            JsonOutput.put(node, "mean", row.mean());
            JsonOutput.put(node, "sd", row.sd());
            JsonOutput.put(node, "alpha", row.alpha().orElse(Double.NaN));
            row.shift().ifPresent(shift -> {
                node.put("paired", shift.paired());
                JsonOutput.put(node, "meanDifference", shift.meanDifference());
                node.putArray("interval").add(shift.interval().lower()).add(shift.interval().upper());
                JsonOutput.put(node, "u", shift.u());
                JsonOutput.put(node, "pValue", shift.pValue());
                JsonOutput.put(node, "adjustedP", shift.adjustedP());
                JsonOutput.put(node, "rankBiserial", shift.rankBiserial());
                JsonOutput.put(node, "cohenD", shift.cohenD());
            });
            capability.get(i).ifPresent(found -> capability(node.putObject("capability"), found));
        }
        json.print(spec.commandLine().getOut(), document);
    }

    static void capability(ObjectNode node, CapabilityComparison found) {
        CapabilityShift shift = found.headline();
        node.put("task", shift.name()).put("base", shift.base().value()).put("candidate", shift.candidate().value()).put("gain", shift.gain())
            .put("margin", found.margin()).put("tasks", found.shifts().size());
        shift.interval().ifPresent(interval -> node.putArray("interval").add(interval.lower()).add(interval.upper()));
        shift.reading().ifPresent(reading -> node.put("nonInferiority", reading.name()));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value).replace('-', '\u2212');
    }
}
