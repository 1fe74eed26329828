package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.monitoring.Figures;
import io.plumbline.monitoring.SamplingAnalysis;
import io.plumbline.monitoring.SamplingPlanner;
import io.plumbline.monitoring.SamplingWords;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sampling plan}: the share of traffic for a change, and the change that a share shows. */
@Command(name = "plan", mixinStandardHelpOptions = true,
    description = "Say which share of the traffic finds a change of the refusal rate, and which change a share finds.")
final class SamplingPlanCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceOption workspaceOption;

    @Mixin
    private JsonOutput json;

    @Option(names = "--change", paramLabel = "FRACTION", defaultValue = "0.05",
        description = "Relative fall of the refusal rate that is to be found (default ${DEFAULT-VALUE}).")
    private double change;

    @Option(names = "--rate", paramLabel = "FRACTION", defaultValue = "0.1", description = "Share of the traffic that is read (default ${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--days", paramLabel = "N", defaultValue = "7", description = "Days judged together (default ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--category", paramLabel = "NAME", defaultValue = SamplingAnalysis.HARMFUL,
        description = "One harm category; default: all harm-category prompts.")
    private String category;

    @Override
    public Integer call() {
        try (Workspace workspace = workspaceOption.open()) {
            SamplingPlanner planner = new SamplingPlanner(workspace.log(), workspace.policy(), workspace.decisions());
            SamplingPlanner.Plan plan = planner.plan(category, days, change, rate);
            SamplingPlanner.Allocation allocation = planner.allocate(days, rate);
            if (json.wanted()) {
                json.print(spec.commandLine().getOut(), document(plan, allocation));
            } else {
                print(spec.commandLine().getOut(), plan, allocation);
            }
            return ExitCode.OK;
        }
    }

    private ObjectNode document(SamplingPlanner.Plan plan, SamplingPlanner.Allocation allocation) {
        ObjectNode document = json.object();
        document.put("subject", plan.subject()).put("days", plan.windowDays()).put("baselineRate", plan.baselineRate())
            .put("baselineRecords", plan.baselineN()).put("traffic", plan.traffic()).put("alpha", plan.alpha()).put("power", plan.power())
            .put("change", plan.change());
        JsonOutput.put(document, "rateNeeded", plan.shareNeeded());
        document.put("rate", plan.share());
        JsonOutput.put(document, "changeDetectable", plan.changeFound());
        ObjectNode risk = document.putObject("riskBased");
        risk.put("standardError", allocation.standardError()).put("standardErrorOfRandom", allocation.ofRandom());
        ArrayNode strata = risk.putArray("strata");
        allocation.strata().forEach(s -> strata.addObject().put("category", s.category()).put("perDay", s.perDay()).put("refusalRate", s.rate())
            .put("inclusion", s.inclusion()));
        return document;
    }

    private static void print(PrintWriter out, SamplingPlanner.Plan plan, SamplingPlanner.Allocation allocation) {
        out.println(SamplingWords.basis(plan));
        out.println(SamplingWords.needed(plan));
        out.println(SamplingWords.found(plan));
        out.println();
        out.println(SamplingWords.allocation(allocation));
        allocation.strata().forEach(s -> out.printf("  %-20s keep %6s of %s a day, refused %s%n", s.category(), SamplingWords.share(s.inclusion()),
            Figures.count(Math.round(s.perDay())), Figures.percent(s.rate())));
        out.flush();
    }
}
