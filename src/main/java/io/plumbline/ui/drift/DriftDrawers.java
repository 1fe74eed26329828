package io.plumbline.ui.drift;

import atlantafx.base.theme.Styles;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.monitoring.ChangePoint;
import io.plumbline.monitoring.Contribution;
import io.plumbline.monitoring.DriftEvent;
import io.plumbline.monitoring.DriftFinding;
import io.plumbline.monitoring.DriftReport;
import io.plumbline.monitoring.MetricSeries;
import io.plumbline.monitoring.Metric;
import io.plumbline.monitoring.MixAndRate;
import io.plumbline.ui.common.Drawer;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.StateChip;
import io.plumbline.ui.common.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Builds what the drawer shows: a change point with what moved and what happened nearby, the findings, or records. */
final class DriftDrawers {

    private static final int CATEGORIES = 9;
    private static final long NEARBY_DAYS = 30;

    /** What the drawer can set off. */
    interface Acts {
        void openIncident(LocalDate from, LocalDate to, String category);

        void explain(String title, String note);

        void closed();
    }

    private final DriftViewModel model;
    private final Acts acts;

    DriftDrawers(DriftViewModel model, Acts acts) {
        this.model = model;
        this.acts = acts;
    }

    Drawer of(DriftDetail detail, DriftReport report) {
        if (detail instanceof DriftDetail.Change change) {
            return change(change, report);
        }
        if (detail instanceof DriftDetail.Records records) {
            return records(records);
        }
        return findings((DriftDetail.Findings) detail);
    }

    private Drawer change(DriftDetail.Change change, DriftReport report) {
        ChangePoint point = change.point();
        Drawer drawer = new Drawer("CHANGE POINT", Figures.day(point.date()), acts::closed);
        Label interval = muted("bootstrap 95% interval " + DriftCharts.range(point.earliest(), point.latest()) + ", 200 draws");
        HBox boxes = new HBox(8, box("Before", point.before(), point.beforeN()), box("After", point.after(), point.afterN()));
        Label relative = Words.strong(Figures.signedPercent(point.relative()) + " relative");
        Label points = muted(Figures.points(point.after() - point.before()) + ", CI " + Figures.interval(point.difference().lower(),
            point.difference().upper()));
        HBox effect = new HBox(8, relative, points);
        effect.setAlignment(Pos.BASELINE_LEFT);
        relative.setMinWidth(Region.USE_PREF_SIZE);
        drawer.with(interval, boxes, effect);
        change.finding().ifPresent(f -> {
            HBox state = new HBox(8, new StateChip(f.level()), muted("severity " + f.severity().word() + ", " + f.strength().word()));
            state.setAlignment(Pos.CENTER_LEFT);
            drawer.with(state);
        });
        drawer.with(Words.wrapped(muted(point.cusumAlarm().map(day -> "Confirmed by CUSUM, alarm on " + Figures.day(day))
            .orElse("No CUSUM alarm: hold the date loosely") + "; adjusted p " + Figures.pValue(point.adjustedP()))));
        change.moved().filter(m -> !m.contributions().isEmpty()).ifPresent(m -> drawer.with(rule(), moved(m)));
        drawer.with(rule(), nearby(point.date(), report));
        Button incident = new Button("Open incident from here", Icons.of("fth-life-buoy"));
        incident.getStyleClass().add(Styles.ACCENT);
        incident.setMaxWidth(Double.MAX_VALUE);
        incident.setOnAction(e -> acts.openIncident(point.date(), point.lastDay(), change.category()));
        Button records = new Button("Records after (" + Figures.count(point.afterN()) + ")");
        records.setOnAction(e -> model.openRecords(point.date(), point.lastDay(), 0));
        Button all = new Button("All findings");
        all.setOnAction(e -> model.openFindings());
        HBox.setHgrow(records, Priority.ALWAYS);
        HBox.setHgrow(all, Priority.ALWAYS);
        records.setMaxWidth(Double.MAX_VALUE);
        all.setMaxWidth(Double.MAX_VALUE);
        return drawer.withActions(incident, new HBox(8, records, all));
    }

    private static VBox box(String name, double rate, long n) {
        long k = Math.round(rate * n);
        VBox box = new VBox(1, muted(name), Words.smallFigure(Figures.percent(rate)), muted(Figures.count(k) + " / " + Figures.count(n)));
        box.getStyleClass().add("pl-figure-box");
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Node moved(MixAndRate split) {
        Hyperlink why = new Hyperlink("Why?");
        why.setOnAction(e -> acts.explain("What moved", DriftNotes.KITAGAWA));
        HBox head = new HBox(Words.section("WHAT MOVED"), gap(), why);
        VBox rows = new VBox(5, head);
        double most = split.contributions().stream().mapToDouble(c -> Math.abs(c.rate())).max().orElse(1);
        most = Math.max(most, Math.abs(split.mix()));
        List<Contribution> shown = split.contributions().subList(0, Math.min(CATEGORIES, split.contributions().size()));
        for (Contribution c : shown) {
            rows.getChildren().add(bar(CategoryNames.shown(c.category()), c.rate(), most));
        }
        rows.getChildren().add(bar("Input mix", split.mix(), most));
        rows.getChildren().add(Words.wrapped(muted("Rates explain " + Math.round(100 * split.rateShare()) + "% of the change, the mix of prompts "
            + Math.round(100 * (1 - split.rateShare())) + "%.")));
        return rows;
    }

    private static HBox bar(String name, double value, double most) {
        Label label = Words.meta(name);
        label.setMinWidth(96);
        label.setPrefWidth(96);
        Region bar = new Region();
        bar.getStyleClass().add("pl-contribution");
        double width = Math.max(2, 92 * Math.abs(value) / Math.max(1e-9, most));
        bar.setMinSize(width, 8);
        bar.setMaxSize(width, 8);
        Label number = Words.meta(Figures.points(value));
        number.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(6, label, bar, gap(), number);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Node nearby(LocalDate date, DriftReport report) {
        VBox rows = new VBox(6, Words.section("NEARBY EVENTS"));
        List<DriftEvent> events = report.events().stream().filter(e -> distance(e, date) <= NEARBY_DAYS)
            .sorted(Comparator.comparingLong((DriftEvent e) -> distance(e, date))).toList();
        for (DriftEvent event : events) {
            long apart = date.toEpochDay() - event.date().toEpochDay();
            String when = apart == 0 ? "the same day" : Math.abs(apart) + " d " + (apart > 0 ? "before" : "after");
            var icon = Icons.of(event.kind() == DriftEvent.Kind.TRIGGER_FIRST_SEEN ? "fth-zap" : "fth-flag");
            icon.getStyleClass().add("event");
            Label text = Words.wrapped(muted(event.text() + ", " + when));
            HBox row = new HBox(7, icon, new VBox(1, Words.wrapped(Words.strong(event.label() + ", " + Figures.shortDay(event.date()))), text));
            rows.getChildren().add(row);
        }
        if (events.isEmpty()) {
            rows.getChildren().add(Words.wrapped(muted("No context or detector change, gap or trigger candidate within " + NEARBY_DAYS + " days.")));
        }
        return rows;
    }

    private static long distance(DriftEvent event, LocalDate date) {
        return Math.abs(event.date().toEpochDay() - date.toEpochDay());
    }

    private Drawer findings(DriftDetail.Findings detail) {
        Drawer drawer = new Drawer("FINDINGS", detail.findings().isEmpty() ? "Nothing moved beyond chance" : detail.findings().size()
            + (detail.findings().size() == 1 ? " finding" : " findings") + ", worst first", acts::closed);
        List<Node> rows = new ArrayList<>();
        for (DriftFinding finding : detail.findings()) {
            rows.add(finding(finding));
            rows.add(rule());
        }
        if (rows.isEmpty()) {
            rows.add(Words.wrapped(Words.body("Every rate stayed within what chance gives at these numbers of records.")));
        }
        if (model.report().get().filter(report -> !report.measures(Metric.ANOMALOUS_OUTPUTS)).isPresent()) {
            rows.add(Words.wrapped(muted(DriftReport.ANOMALIES_NOT_MEASURED)));
        }
        return drawer.with(rows.toArray(Node[]::new));
    }

    private Node finding(DriftFinding finding) {
        Hyperlink open = new Hyperlink(Figures.shortDay(finding.date()));
        open.setOnAction(e -> model.open(finding));
        open.setAccessibleText("Open " + finding.kind().word() + " of " + Figures.day(finding.date()));
        HBox head = new HBox(8, new StateChip(finding.level()), Words.strong(finding.kind().word()), gap(), open);
        head.setAlignment(Pos.CENTER_LEFT);
        return new VBox(4, head, Words.wrapped(Words.body(finding.explanation())), Words.wrapped(muted(finding.evidence())));
    }

    private Drawer records(DriftDetail.Records detail) {
        Drawer drawer = new Drawer("RECORDS", Figures.days(detail.from(), detail.to()), acts::closed);
        long last = detail.offset() + (long) detail.page().size();
        drawer.with(muted((detail.category().equals(MetricSeries.ALL) ? "All user traffic" : CategoryNames.shown(detail.category())) + " · " + (detail.total() == 0 ? "none" : Figures.count(detail.offset() + 1L) + "–"
            + Figures.count(last) + " of " + Figures.count(detail.total())) + ", by time"));
        for (MeasuredRecord measured : detail.page()) {
            drawer.with(new RecordRow(measured, model::reveal), rule());
        }
        Button earlier = new Button("Earlier", Icons.of("fth-arrow-left"));
        earlier.setDisable(detail.offset() == 0);
        earlier.setOnAction(e -> model.openRecords(detail.from(), detail.to(), Math.max(0, detail.offset() - DriftViewModel.PAGE)));
        Button later = new Button("Later", Icons.of("fth-arrow-right"));
        later.setId("records-later");
        later.setDisable(last >= detail.total());
        later.setOnAction(e -> model.openRecords(detail.from(), detail.to(), detail.offset() + DriftViewModel.PAGE));
        return drawer.withActions(new HBox(8, earlier, later));
    }

    private static Label muted(String text) {
        Label label = Words.meta(text);
        label.getStyleClass().add("pl-muted");
        return label;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("pl-rule");
        return rule;
    }
}
