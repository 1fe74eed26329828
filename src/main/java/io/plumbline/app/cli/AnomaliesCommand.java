package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.Progress;
import io.plumbline.monitoring.AnomalyReport;
import io.plumbline.monitoring.AnomalyScan;
import io.plumbline.monitoring.AnomalyWords;
import io.plumbline.monitoring.Figures;
import io.plumbline.monitoring.SavedAnomalies;
import io.plumbline.stats.Interval;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code anomalies}: which records look like nothing on the baseline days, and why? */
@Command(name = "anomalies", mixinStandardHelpOptions = true,
    description = "Learn what is ordinary on the baseline days, flag unusual records for triage, and say what makes them unusual.")
final class AnomaliesCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceOption workspaceOption;

    @Mixin
    private JsonOutput json;

    @Override
    public Integer call() {
        try (Workspace workspace = workspaceOption.open()) {
            AnomalyReport report = new AnomalyScan(workspace.log(), workspace.policy(), workspace.decisions()).scan(Progress.NONE);
            new SavedAnomalies(workspace.settings()).save(report);
            double confidence = workspace.policy().number("monitor.confidence");
            if (json.wanted()) {
                json.print(spec.commandLine().getOut(), document(report, confidence));
            } else {
                print(spec.commandLine().getOut(), report, confidence);
            }
            return ExitCode.OK;
        }
    }

    private ObjectNode document(AnomalyReport report, double confidence) {
        ObjectNode document = json.object();
        document.put("baselineFrom", report.from().toString()).put("baselineTo", report.to().toString()).put("level", report.level())
            .put("calibrated", report.calibrated());
        ObjectNode check = document.putObject("heldBack");
        check.put("from", report.check().from().toString()).put("to", report.check().to().toString()).put("records", report.check().records())
            .put("flagged", report.check().flagged()).put("holds", report.holds());
        Interval interval = AnomalyReport.interval(report.between(report.check().from(), report.check().to()), confidence);
        check.putArray("interval").add(interval.lower()).add(interval.upper());
        check.putArray("expected").add(report.expected().lower()).add(report.expected().upper());
        check.put("dispersion", report.dispersion());
        ArrayNode days = document.putArray("days");
        report.days().forEach(d -> days.addObject().put("date", d.date().toString()).put("records", d.records()).put("flagged", d.flagged()));
        ArrayNode signals = document.putArray("signals");
        report.signals().forEach(s -> signals.addObject().put("signal", s.signal()).put("records", s.records()));
        ArrayNode records = document.putArray("records");
        for (AnomalyReport.Anomaly a : report.top()) {
            ObjectNode node = records.addObject().put("key", a.key()).put("id", a.id()).put("time", a.time().toString()).put("category", a.category())
                .put("score", a.score()).put("pValue", a.pValue());
            ArrayNode causes = node.putArray("causes");
            a.causes().forEach(c -> causes.addObject().put("signal", c.signal()).put("value", c.value()).put("usual", c.usual())
                .put("surprise", c.surprise()));
        }
        return document;
    }

    private static void print(PrintWriter out, AnomalyReport report, double confidence) {
        AnomalyReport.Day held = report.between(report.check().from(), report.check().to());
        Interval interval = AnomalyReport.interval(held, confidence);
        out.println("Ordinary is what the baseline days " + Figures.days(report.from(), report.to()) + " show; "
            + Figures.count(report.calibrated()) + " of their records set the level of " + AnomalyWords.share(report.level()) + ".");
        out.println("Held back " + Figures.days(report.check().from(), report.check().to()) + ": " + Figures.count(held.flagged()) + " of "
            + Figures.count(held.records()) + " flagged (" + AnomalyWords.interval(interval) + "; " + AnomalyWords.expected(report) + "), "
            + (report.holds() ? "as the level says." : "not as the level says: these days differ from the others."));
        AnomalyReport.Day after = report.between(report.to().plusDays(1), report.days().get(report.days().size() - 1).date());
        out.println("After the baseline: " + Figures.count(after.flagged()) + " of " + Figures.count(after.records()) + " flagged"
            + (after.records() == 0 ? "." : " (" + AnomalyWords.interval(AnomalyReport.interval(after, confidence)) + ")."));
        report.signals().forEach(s -> out.println("  main cause " + AnomalyWords.signal(s.signal()) + ": " + Figures.count(s.records())));
        out.println();
        report.top().stream().limit(SHOWN).forEach(a -> out.println(a.id() + "  " + a.time() + "  " + AnomalyWords.reason(a)));
        out.flush();
    }
}
