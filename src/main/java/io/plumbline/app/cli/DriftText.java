package io.plumbline.app.cli;

import io.plumbline.monitoring.Baseline;
import io.plumbline.monitoring.DriftFinding;
import io.plumbline.monitoring.DriftReport;
import io.plumbline.monitoring.Figures;
import io.plumbline.monitoring.Metric;
import java.io.PrintWriter;

/** The drift report as a person reads it in a terminal: what is compared, then each finding with its evidence, worst first. */
final class DriftText {

    private DriftText() {
    }

    static void print(PrintWriter out, DriftReport report) {
        if (report.from().isEmpty()) {
            out.println("There is no record in these days of which it is known whether it was refused. Import a log with answers or labels.");
        } else {
            out.println("Production log " + Figures.days(report.from().orElseThrow(), report.to().orElseThrow()) + ": "
                + Figures.count(report.records()) + " records, " + Figures.count(report.excludedCanaries()) + " canary records kept out.");
            report.baseline().ifPresent(b -> out.println("Baseline: " + Figures.days(b.from(), b.to()) + " (" + b.state().word()
                + (b.state() == Baseline.State.PROPOSED ? ", " + b.note() : "") + "), refusal " + Figures.percent(b.overall().rate()) + "."));
            if (!report.measures(Metric.ANOMALOUS_OUTPUTS)) {
                out.println(DriftReport.ANOMALIES_NOT_MEASURED);
            }
            if (report.findings().isEmpty()) {
                out.println("No finding: nothing moved beyond chance.");
            }
            for (DriftFinding finding : report.findings()) {
                out.println();
                out.println("[" + finding.level().word() + "] " + finding.kind().word() + ", severity " + finding.severity().word());
                out.println("  " + finding.explanation());
                out.println("  " + finding.evidence());
            }
        }
        out.flush();
    }
}
