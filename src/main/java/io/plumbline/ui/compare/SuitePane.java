package io.plumbline.ui.compare;

import io.plumbline.domain.Policy;
import io.plumbline.evaluation.suite.SuiteHistory;
import io.plumbline.evaluation.suite.SuitePoint;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One suite over all its runs: the trend with its breaks, the funnel among peers, and the runs behind the points. */
final class SuitePane {

    private final SuiteViewModel model;
    private final Policy policy;
    private final Consumer<SuitePoint> open;
    private final ComboBox<String> suite = new ComboBox<>();
    private final Label facts = Words.meta("");
    private final HBox charts = new HBox(16);
    private final TableView<SuitePoint> table = Tables.dense("No suite has two runs yet");
    private final Card root;

    /** @param open what a point leads to */
    SuitePane(SuiteViewModel model, Policy policy, String preferred, Consumer<SuitePoint> open) {
        this.model = model;
        this.policy = policy;
        this.open = open;
        suite.setId("suite-choice");
        suite.setAccessibleText("Suite");
        suite.setOnAction(e -> Optional.ofNullable(suite.getValue()).filter(name -> model.history().get().filter(h -> h.suite().equals(name)).isEmpty())
            .ifPresent(model::show));
        HBox head = new HBox(10, Words.meta("Suite"), suite, facts);
        head.setAlignment(Pos.CENTER_LEFT);
        columns();
        table.setId("suite-table");
        table.setPrefHeight(220);
        root = Card.titled("Trend and peers", "safe answers to harmful prompts; a point or a line of the table opens the run in Compare")
            .with(head, charts, table, Words.wrapped(Words.small("Intervals: Wilson, 95%. The line breaks where the judge or the prompts change, since "
                + "the rates can't be set against each other there. Funnel: exact binomial limits around all peers together (Spiegelhalter 2005); "
                + "peers have the judge and the prompts that most runs of the suite have. Runs of one maker differ by more than chance, so a point "
                + "outside is a reason to look, not a verdict.")));
        root.setId("suite-pane");
        root.getStylesheets().add(Objects.requireNonNull(SuitePane.class.getResource("/io/plumbline/ui/compare.css")).toExternalForm());
        root.setPrefWidth(1260);
        root.setMaxWidth(1260);
        root.setMaxHeight(Region.USE_PREF_SIZE);
        model.suites().addListener((value, was, is) -> suite.getItems().setAll(is));
        model.history().addListener((value, was, is) -> is.ifPresent(this::show));
        model.load(preferred);
    }

    Node node() {
        return root;
    }

    private void columns() {
        table.getColumns().add(Tables.text("Run", 270, point -> point.run().displayName()));
        table.getColumns().add(Tables.text("Made", 160, point -> point.run().created().map(made -> Figures.moment(made)).orElse("no date")));
        table.getColumns().add(Tables.text("Judge", 130, SuitePoint::judge));
        table.getColumns().add(Tables.text("n", 50, point -> Figures.count(point.n())));
        table.getColumns().add(Tables.text("Safe", 70, point -> Figures.percent(point.rate())));
        table.getColumns().add(Tables.text("Interval", 110, point -> Figures.percentInterval(point.interval().lower(), point.interval().upper())));
        table.getColumns().add(Tables.text("Among peers", 120, point -> point.position().words()));
        table.getColumns().add(Tables.text("Break before it", 330, point -> String.join("; ", point.breaks())));
        table.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                openSelected();
            }
        });
        table.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                openSelected();
                e.consume();
            }
        });
    }

    private void openSelected() {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(open);
    }

    private void show(SuiteHistory history) {
        suite.setValue(history.suite());
        facts.setText("judge " + history.judge() + ", " + history.points().size() + " runs, " + history.peers() + " peers"
            + (history.dated() ? "" : "; in the order of the imports, as not every run says when it was made"));
        table.getItems().setAll(history.points());
        boolean funnel = history.points().stream().anyMatch(point -> point.action().isPresent());
        charts.getChildren().setAll(titled("Over its runs", SuiteChart.trend(history, open)), titled("Among its peers", funnel
            ? SuiteChart.funnel(history, policy.number("compare.funnel.warning"), policy.number("compare.funnel.action"), open)
            : Words.wrapped(Words.meta("A funnel needs " + policy.count("compare.funnel.peers") + " runs with the same judge and the same prompts; "
                + history.peers() + " are here. Import runs of other models on this suite."))));
    }

    private static Node titled(String title, Node chart) {
        VBox box = new VBox(4, Words.strong(title), chart);
        box.setMinWidth(590);
        return box;
    }
}
