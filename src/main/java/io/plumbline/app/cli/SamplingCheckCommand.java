package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.Progress;
import io.plumbline.monitoring.Figures;
import io.plumbline.monitoring.SamplingAnalysis;
import io.plumbline.monitoring.SamplingReport;
import io.plumbline.monitoring.SamplingWords;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sampling check}: how was the log sampled, what does that make of its rates, and is anything missing? */
@Command(name = "check", mixinStandardHelpOptions = true,
    description = "Say how the log was sampled, estimate refusal rates by its design beside the naive ones, and look for holes.")
final class SamplingCheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceOption workspaceOption;

    @Mixin
    private JsonOutput json;

    @Override
    public Integer call() {
        try (Workspace workspace = workspaceOption.open()) {
            SamplingReport report = new SamplingAnalysis(workspace.log(), workspace.policy()).read(Progress.NONE);
            if (json.wanted()) {
                json.print(spec.commandLine().getOut(), document(report));
            } else {
                print(spec.commandLine().getOut(), report);
            }
            return ExitCode.OK;
        }
    }

    private ObjectNode document(SamplingReport report) {
        ObjectNode document = json.object();
        document.put("kind", report.kind().word()).put("records", report.records()).put("population", report.population())
            .put("complete", report.isComplete());
        ArrayNode estimates = document.putArray("estimates");
        report.estimates().forEach(e -> {
            ObjectNode node = estimates.addObject().put("name", e.name()).put("records", e.n()).put("refused", e.refused()).put("naive", e.naive())
                .put("rate", e.rate().rate()).put("standardError", e.rate().standardError()).put("effectiveN", e.rate().effectiveN());
            node.putArray("interval").add(e.rate().interval().lower()).add(e.rate().interval().upper());
        });
        ArrayNode days = document.putArray("days");
        report.days().forEach(d -> days.addObject().put("date", d.date().toString()).put("records", d.records()).put("share", d.share()));
        ArrayNode gaps = document.putArray("gaps");
        report.gaps().forEach(g -> gaps.addObject().put("from", g.from().toString()).put("to", g.to().toString()).put("expected", g.expected()));
        report.sequence().ifPresent(h -> document.putObject("ids").put("first", h.first()).put("last", h.last()).put("missing", h.missing())
            .put("longestRun", h.longest()));
        return document;
    }

    private static void print(PrintWriter out, SamplingReport report) {
        SamplingWords.completeness(report).forEach(out::println);
        out.println();
        out.printf("%-24s %10s %10s  %-16s %10s %12s%n", "Refused of", "records", "weighted", "95% interval", "naive", "effective n");
        report.estimates().forEach(e -> out.printf("%-24s %10s %10s  %-16s %10s %12s%n", e.name(), Figures.count(e.n()),
            Figures.percent(e.rate().rate()), Figures.percentInterval(e.rate().interval()), Figures.percent(e.naive()),
            Figures.count(Math.round(e.rate().effectiveN()))));
        if (report.kind() != SamplingReport.Kind.FULL) {
            out.println("The naive share counts every record alike; it is shown for comparison and is not an estimate.");
        }
        out.flush();
    }
}
