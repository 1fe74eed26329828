package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.LogFilter;
import io.plumbline.monitoring.Figures;
import io.plumbline.monitoring.SamplingSchedule;
import io.plumbline.monitoring.SamplingWords;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sampling schedule}: the chance with which each kind of record should be kept, step by step. */
@Command(name = "schedule", mixinStandardHelpOptions = true,
    description = "Propose, step by step and from what was seen before, the chance with which each kind of record should be kept.")
final class SamplingScheduleCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceOption workspaceOption;

    @Mixin
    private JsonOutput json;

    @Option(names = "--rate", paramLabel = "FRACTION", defaultValue = "0.1", description = "Share of all traffic to be kept (default ${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--days", paramLabel = "N", defaultValue = "7", description = "Days of a step (default ${DEFAULT-VALUE}).")
    private int days;

    @Override
    public Integer call() {
        try (Workspace workspace = workspaceOption.open()) {
            List<SamplingSchedule.Step> steps = new SamplingSchedule(workspace.policy(), days, rate).of(workspace.log().dailyCells(LogFilter.everything()));
            if (json.wanted()) {
                ObjectNode document = json.object();
                ArrayNode list = document.putArray("steps");
                steps.forEach(step -> put(list.addObject(), step));
                json.print(spec.commandLine().getOut(), document);
            } else {
                print(spec.commandLine().getOut(), steps.get(steps.size() - 1));
            }
            return ExitCode.OK;
        }
    }

    private static void put(ObjectNode node, SamplingSchedule.Step step) {
        node.put("from", step.from().toString()).put("to", step.to().toString()).put("kept", step.kept());
        ArrayNode rates = node.putArray("rates");
        for (SamplingSchedule.Rate r : step.rates()) {
            ObjectNode rate = rates.addObject().put("category", r.category());
            JsonOutput.put(rate, "perDay", r.perDay());
            JsonOutput.put(rate, "refusalRate", r.rate());
            rate.put("inclusion", r.inclusion()).put("reason", r.reason().name().toLowerCase(Locale.ROOT));
        }
    }

    private static void print(PrintWriter out, SamplingSchedule.Step next) {
        out.println(SamplingWords.step(next));
        next.rates().forEach(r -> out.printf("  %-20s keep %6s of %s a day, refused %s (%s)%n", r.category(), SamplingWords.share(r.inclusion()),
            Figures.count(Math.round(r.perDay())), Figures.percent(r.rate()), r.reason().words()));
        out.flush();
    }
}
