package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.monitoring.Baseline;
import io.plumbline.monitoring.ChangePoint;
import io.plumbline.monitoring.DriftEvent;
import io.plumbline.monitoring.DriftFinding;
import io.plumbline.monitoring.DriftReport;
import io.plumbline.monitoring.Metric;
import io.plumbline.monitoring.MetricSeries;
import io.plumbline.monitoring.SeriesPoint;
import java.util.List;

/** The drift report as JSON. The keys are a contract: more may come, none may go. */
final class DriftJson {

    private DriftJson() {
    }

    static void write(ObjectNode document, DriftReport report) {
        document.put("excludedCanaries", report.excludedCanaries());
        document.put("records", report.records());
        document.put("missingLabels", report.missingLabels());
        report.from().ifPresent(day -> document.put("from", day.toString()));
        report.to().ifPresent(day -> document.put("to", day.toString()));
        report.baseline().ifPresent(baseline -> write(document.putObject("baseline"), baseline));
        report.anchor().ifPresent(anchor -> write(document.putObject("anchor"), anchor));
        document.put("anomalousOutputs", report.measures(Metric.ANOMALOUS_OUTPUTS) ? "measured" : "not measured");
        ArrayNode series = document.putArray("series");
        report.series().forEach(one -> write(series.addObject(), one));
        ArrayNode events = document.putArray("events");
        report.events().forEach(event -> write(events.addObject(), event));
        ArrayNode findings = document.putArray("findings");
        report.findings().forEach(finding -> write(findings.addObject(), finding));
    }

    private static void write(ObjectNode node, Baseline baseline) {
        node.put("state", baseline.state().word());
        node.put("from", baseline.from().toString());
        node.put("to", baseline.to().toString());
        node.put("days", baseline.days());
        node.put("detector", baseline.detector());
        node.put("context", baseline.context());
        node.put("note", baseline.note());
        JsonOutput.put(node, "refusal", baseline.overall().rate());
    }

    private static void write(ObjectNode node, MetricSeries series) {
        node.put("metric", series.metric().key());
        node.put("category", series.category());
        JsonOutput.put(node, "baseline", series.baseline());
        node.put("limits", series.limitsNote());
        ArrayNode points = node.putArray("points");
        for (SeriesPoint point : series.points()) {
            ObjectNode one = points.addObject();
            one.put("date", point.date().toString());
            one.put("n", point.n());
            JsonOutput.put(one, "value", point.value());
            JsonOutput.put(one, "lower", point.interval().lower());
            JsonOutput.put(one, "upper", point.interval().upper());
            JsonOutput.put(one, "naive", point.naive());
            JsonOutput.put(one, "effectiveN", point.effectiveN());
            point.limits().ifPresent(limits -> {
                JsonOutput.put(one, "lowerLimit", limits.lower());
                JsonOutput.put(one, "upperLimit", limits.upper());
            });
            JsonOutput.put(one, "rolling", point.rolling());
            one.put("otherDetector", point.foreign());
        }
        changes(node.putArray("changePoints"), series.changePoints());
        changes(node.putArray("candidates"), series.candidates());
    }

    private static void changes(ArrayNode array, List<ChangePoint> points) {
        for (ChangePoint point : points) {
            ObjectNode node = array.addObject();
            node.put("date", point.date().toString());
            node.put("earliest", point.earliest().toString());
            node.put("latest", point.latest().toString());
            JsonOutput.put(node, "before", point.before());
            JsonOutput.put(node, "after", point.after());
            node.put("beforeN", point.beforeN());
            node.put("afterN", point.afterN());
            node.putArray("difference").add(point.difference().lower()).add(point.difference().upper());
            JsonOutput.put(node, "adjustedP", point.adjustedP());
            point.cusumAlarm().ifPresent(day -> node.put("cusumAlarm", day.toString()));
        }
    }

    private static void write(ObjectNode node, DriftEvent event) {
        node.put("kind", event.kind().name());
        node.put("date", event.date().toString());
        node.put("lastDay", event.lastDay().toString());
        node.put("label", event.label());
        node.put("text", event.text());
    }

    private static void write(ObjectNode node, DriftFinding finding) {
        node.put("kind", finding.kind().name());
        node.put("metric", finding.metric());
        node.put("category", finding.category());
        node.put("date", finding.date().toString());
        node.put("lastDay", finding.lastDay().toString());
        node.put("level", finding.level().name());
        node.put("alert", finding.alert().name());
        node.put("severity", finding.severity().name());
        node.put("strength", finding.strength().name());
        node.put("evidence", finding.evidence());
        node.put("explanation", finding.explanation());
    }
}
