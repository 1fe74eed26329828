package io.plumbline.ui.drift;

import atlantafx.base.theme.Styles;
import io.plumbline.monitoring.Baseline;
import io.plumbline.monitoring.DriftReport;
import io.plumbline.ui.charts.DistributionPane;
import io.plumbline.ui.charts.Ink;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Segments;
import io.plumbline.ui.common.StateChip;
import io.plumbline.ui.common.Theme;
import io.plumbline.ui.common.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Below the charts: what lies in the brushed days, beside the baseline; without a brush, what is in view and what it is compared with. */
final class BrushSection extends VBox {

    private final DriftViewModel model;
    private final Acts acts;
    private final Label title = Words.cardTitle("");
    private final Label remark = Words.body("");
    private final Button records = new Button("Records", Icons.of("fth-list"));
    private final Button slices = new Button("Slice it", Icons.of("fth-filter"));
    private final Button incident = new Button("Open incident", Icons.of("fth-life-buoy"));
    private final Button accept = new Button("Accept as baseline…", Icons.of("fth-lock"));
    private final DistributionPane distribution = new DistributionPane();
    private final VBox quantiles = new VBox(8);
    private final Label shapes = Words.small("");
    private final HBox cards;

    /** What the section can set off. */
    interface Acts {
        void openIncident();

        void acceptBaseline();

        void explain(String title, String note);
    }

    BrushSection(DriftViewModel model, Acts acts) {
        this.model = model;
        this.acts = acts;
        remark.getStyleClass().add("pl-muted");
        records.setId("drift-records");
        slices.setId("drift-slices");
        slices.setTooltip(new Tooltip("Which categories, languages and tokens of these days were complied with; nothing is opened yet"));
        incident.setId("drift-incident");
        accept.setId("drift-accept");
        for (Button button : List.of(records, slices, incident, accept)) {
            button.getStyleClass().add(Styles.SMALL);
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        records.setOnAction(e -> model.brushed().get().ifPresent(b -> model.openRecords(b.from(), b.to(), 0)));
        slices.setOnAction(e -> acts.openIncident());
        incident.setOnAction(e -> acts.openIncident());
        accept.setOnAction(e -> acts.acceptBaseline());
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(8, title, remark, gap(), records, slices, incident, accept);
        head.setAlignment(Pos.CENTER_LEFT);
        cards = new HBox(12, shapeCard(), quantileCard());
        setSpacing(8);
        getChildren().addAll(head, cards);
        show(Optional.empty());
    }

    private Card shapeCard() {
        ComboBox<DriftSignal> signal = new ComboBox<>();
        signal.setId("drift-signal");
        signal.getItems().setAll(DriftSignal.values());
        signal.valueProperty().bindBidirectional(model.signal());
        Segments form = new Segments(List.of("Histogram", "ECDF"), i -> distribution.form(DistributionPane.Form.values()[i]));
        form.choose(0);
        shapes.getStyleClass().add("pl-muted");
        VBox.setVgrow(distribution, Priority.ALWAYS);
        distribution.setPrefHeight(132);
        Card card = Card.titled("Brushed against baseline", "", signal, form).with(shapes, distribution);
        card.setPrefWidth(566);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private Card quantileCard() {
        Hyperlink why = new Hyperlink("Why?");
        why.setOnAction(e -> acts.explain("Quantiles and distance", DriftNotes.QUANTILES));
        Card card = Card.titled("Quantiles", "", why).with(quantiles);
        card.setPrefWidth(502);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    void look(Theme theme, double scale) {
        distribution.look(theme, scale);
    }

    /** Shows the brushed days, or the whole view where nothing is brushed. */
    void show(Optional<BrushedDays> brushed) {
        boolean there = brushed.isPresent();
        cards.setVisible(there);
        cards.setManaged(there);
        for (Button button : List.of(records, slices, incident)) {
            button.setVisible(there);
            button.setManaged(there);
        }
        brushed.ifPresentOrElse(this::showDays, this::showView);
    }

    private void showDays(BrushedDays days) {
        title.setText("Brushed " + Figures.days(days.from(), days.to()));
        remark.setText(Figures.count(days.records()) + " records, " + Figures.count(days.canaries()) + " canaries kept out");
        records.setText("Records (" + Figures.count(days.records()) + ")");
        accept.setVisible(true);
        accept.setManaged(true);
        distribution.show(days.distribution().map(d -> new DistributionPane.Shape(d.edges(), d.brushed(), d.baseline(), List.of(
            new DistributionPane.Marker(d.quantiles().get(1).brushed(), "p95 " + number(d.quantiles().get(1).brushed()), Ink.CURRENT),
            new DistributionPane.Marker(d.quantiles().get(2).baseline(), "baseline p99 " + number(d.quantiles().get(2).baseline()), Ink.BASELINE),
            new DistributionPane.Marker(d.quantiles().get(2).brushed(), "p99 " + number(d.quantiles().get(2).brushed()), Ink.CURRENT)))));
        shapes.setText(days.distribution().map(d -> "Share of outputs per bin, log scale · bars: brushed, n " + Figures.count(d.brushedN())
            + " · line: baseline, n " + Figures.count(d.baselineN())).orElse("Fewer than 20 outputs on one side: not enough to compare."));
        quantiles.getChildren().setAll(days.distribution().<Node>map(this::table)
            .orElseGet(() -> Words.wrapped(Words.meta("Not enough outputs with this signal in these days."))));
    }

    private void showView() {
        Optional<DriftReport> report = model.report().get();
        title.setText(report.filter(r -> r.from().isPresent()).map(r -> Figures.days(r.from().orElseThrow(), r.to().orElseThrow())).orElse(""));
        String canaries = report.map(r -> Figures.count(r.records()) + " records, " + Figures.count(r.excludedCanaries()) + " canaries kept out").orElse("");
        String baseline = report.flatMap(DriftReport::baseline).map(b -> " · " + DriftCharts.named(b) + (b.state() == Baseline.State.PROPOSED
            ? "" : " by " + b.acceptedBy())).orElse("");
        remark.setText(canaries + baseline + (report.isPresent() ? " · Shift + drag brushes days" : ""));
        boolean proposed = model.baselineOffered().isPresent();
        accept.setVisible(proposed);
        accept.setManaged(proposed);
    }

    private Node table(Distribution d) {
        GridPane grid = new GridPane();
        grid.setHgap(18);
        grid.setVgap(7);
        String[] heads = {"", "Baseline", "Brushed", "Ratio"};
        for (int i = 0; i < heads.length; i++) {
            Label head = Words.small(heads[i]);
            head.getStyleClass().add("pl-muted");
            grid.add(head, i, 0);
            GridPane.setHalignment(head, HPos.RIGHT);
        }
        for (int i = 0; i < d.quantiles().size(); i++) {
            Distribution.Quantile q = d.quantiles().get(i);
            Label ratio = Words.strong(Figures.ratio(q.ratio()));
            String name = "p" + Figures.decimal(100 * q.probability(), 100 * q.probability() % 1 == 0 ? 0 : 1);
            Node[] cells = {Words.strong(name), Words.body(number(q.baseline())), Words.body(number(q.brushed())), ratio};
            for (int c = 0; c < cells.length; c++) {
                grid.add(cells[c], c, i + 1);
                GridPane.setHalignment(cells[c], c == 0 ? HPos.LEFT : HPos.RIGHT);
            }
            Label said = Words.meta(q.remark());
            said.getStyleClass().add("pl-muted");
            HBox state = new HBox(8);
            state.setAlignment(Pos.CENTER_LEFT);
            q.state().ifPresent(s -> state.getChildren().add(new StateChip(s)));
            state.getChildren().add(said);
            grid.add(state, heads.length, i + 1);
        }
        return new VBox(10, grid, Words.wrapped(Words.body(d.sentence())));
    }

    private String number(double value) {
        return Figures.decimal(value, model.signal().get() == DriftSignal.TOXICITY ? 3 : 0);
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
