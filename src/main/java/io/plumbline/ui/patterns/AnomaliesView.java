package io.plumbline.ui.patterns;

import io.plumbline.monitoring.AnomalyReport;
import io.plumbline.monitoring.AnomalyWords;
import io.plumbline.ui.charts.ChartPane;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.EmptyState;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.ScreenHead;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.ScreenId;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** How many records per day are unlike the baseline, which they are, and what makes them so. */
final class AnomaliesView implements PatternView {

    private static final String WHY = "Each signal of a record is measured against the baseline records of its own category: how far beyond their "
        + "median, in units of their spread, and how rare that is (generalised Pareto tail, Hosking and Wallis 1987). The score is the surprise of the "
        + "most surprising signal. Baseline records that the score was not learnt from turn it into a p-value (split conformal, Bates et al. 2023), so "
        + "the level means the share of ordinary records that is flagged. The last quarter of the baseline days is held back to prove it. Flagged "
        + "records wait in Triage.";

    private final AnomaliesModel model;
    private final Frame frame;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Button search = new Button("Find anomalies", Icons.of("fth-search"));
    private final ScreenHead head;
    private final ChartPane chart = new ChartPane();
    private final Label check = Words.wrapped(Words.body(""));
    private final Label causes = Words.wrapped(Words.meta(""));
    private final TableView<AnomalyReport.Anomaly> records = Tables.dense("No record is flagged.");
    private final VBox found = new VBox(12);
    private final StackPane place = new StackPane();
    private final VBox root = new VBox(12);

    AnomaliesView(AnomaliesModel model, Frame frame) {
        this.model = model;
        this.frame = frame;
        head = ViewHead.of(search, "anomalies-search", model::search, frame, "How anomalies are found", WHY);
        columns();
        chart.setId("anomalies-chart");
        chart.setMinHeight(190);
        chart.setPrefHeight(230);
        check.setId("anomalies-check");
        Card list = Card.titled("Most anomalous records", "their flags wait in Triage").flush().with(records);
        VBox.setVgrow(records, Priority.ALWAYS);
        VBox.setVgrow(list, Priority.ALWAYS);
        found.getChildren().addAll(Card.of(chart).flush(), Card.of(check, causes), list);
        VBox.setVgrow(place, Priority.ALWAYS);
        root.setId("anomalies-view");
        root.getStyleClass().add("pl-screen");
        root.getChildren().addAll(head, place);
        subscriptions.listen(model.report(), (value, was, is) -> show(is));
        subscriptions.listen(frame.look().theme(), (value, was, is) -> look());
        subscriptions.listen(frame.look().scale(), (value, was, is) -> look());
        look();
        show(Optional.empty());
        model.open();
    }

    private void look() {
        chart.look(frame.look().theme().get(), frame.look().scale().get());
    }

    private void columns() {
        records.setId("anomalies-records");
        records.getColumns().add(Tables.text("Time, UTC", 140, a -> Figures.moment(a.time())));
        records.getColumns().add(Tables.text("Category", 110, a -> a.category().replace('_', ' ')));
        records.getColumns().add(Tables.drawn("Record", 110, a -> Words.mono(a.id())));
        records.getColumns().add(Tables.number("Score", 70, AnomalyReport.Anomaly::score, s -> Figures.decimal(s, 1)));
        records.getColumns().add(Tables.number("p", 80, AnomalyReport.Anomaly::pValue, Figures::pValue));
        records.getColumns().add(Tables.text("Unusual", 420, a -> a.causes().stream().limit(3).map(AnomalyWords::cause).reduce((x, y) -> x + "; " + y).orElse("")));
        records.getColumns().add(Tables.drawn("", 110, this::triage));
    }

    private Node triage(AnomalyReport.Anomaly anomaly) {
        Hyperlink link = new Hyperlink("Triage");
        link.setAccessibleText("Open record " + anomaly.id() + " in Triage");
        link.setOnAction(e -> frame.navigator().go(Place.of(ScreenId.TRIAGE, "record", anomaly.key())));
        return link;
    }

    private void show(Optional<AnomalyReport> report) {
        head.say(model.sentence());
        if (report.isEmpty()) {
            place.getChildren().setAll(new EmptyState("fth-alert-circle", "The share of records per day that look like nothing on the baseline days, and what "
                + "makes them unusual", "It learns from the baseline days of the production log; that takes a while on a large log.", "Find anomalies",
                model::search));
            return;
        }
        AnomalyReport shown = report.orElseThrow();
        chart.show(AnomalyChart.of(shown, model.confidence()));
        AnomalyReport.Day held = shown.between(shown.check().from(), shown.check().to());
        check.setText("Held back " + Figures.days(shown.check().from(), shown.check().to()) + ": " + Figures.count(held.flagged()) + " of "
            + Figures.count(held.records()) + " flagged (" + AnomalyWords.interval(AnomalyReport.interval(held, model.confidence())) + "; " + AnomalyWords.expected(shown) + "), "
            + (shown.holds() ? "as the level of " + AnomalyWords.share(shown.level()) + " says."
            : "not as the level of " + AnomalyWords.share(shown.level()) + " says: these days differ from those it learnt from."));
        causes.setText(shown.signals().isEmpty() ? "Nothing was flagged after the baseline." : "Main cause after the baseline: " + shown.signals().stream().limit(6)
            .map(s -> AnomalyWords.signal(s.signal()) + " " + Figures.count(s.records())).reduce((a, b) -> a + ", " + b).orElse(""));
        records.getItems().setAll(shown.top());
        place.getChildren().setAll(found);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public ScreenHead head() {
        return head;
    }

    @Override
    public void focusFirst() {
        search.requestFocus();
    }

    @Override
    public void reload() {
        model.open();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
