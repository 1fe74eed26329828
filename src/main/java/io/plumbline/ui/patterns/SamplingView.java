package io.plumbline.ui.patterns;

import io.plumbline.monitoring.SamplingPlanner;
import io.plumbline.monitoring.SamplingReport;
import io.plumbline.monitoring.SamplingSchedule;
import io.plumbline.monitoring.SamplingWords;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.EmptyState;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.ScreenHead;
import io.plumbline.ui.common.SparkLine;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** How the log was sampled and what that makes of its rates; and how much of the traffic to read for what is to be found. */
final class SamplingView implements PatternView {

    private static final double SCHEDULE_HEIGHT = 190;
    private static final List<Integer> DAYS = List.of(1, 7, 14, 30);

    private final SamplingModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ScreenHead head = new ScreenHead("Drift");
    private final VBox sentences = new VBox(4);
    private final StackPane strip = new StackPane();
    private final TableView<SamplingReport.Estimate> estimates = Tables.dense("No records.");
    private final ComboBox<String> subject = new ComboBox<>();
    private final ComboBox<Integer> days = new ComboBox<>();
    private final Slider change = new Slider(1, 50, 5);
    private final Slider share = new Slider(1, 100, 10);
    private final Label changeValue = Words.strong("");
    private final Label shareValue = Words.strong("");
    private final Label basis = Words.wrapped(Words.meta(""));
    private final Label needed = Words.wrapped(Words.body(""));
    private final Label found = Words.wrapped(Words.body(""));
    private final Label gain = Words.wrapped(Words.meta(""));
    private final TableView<SamplingPlanner.Stratum> strata = Tables.dense("No baseline to plan from.");
    private final TableView<SamplingSchedule.Rate> proposed = Tables.dense("Nothing was seen yet.");
    private final Label next = Words.wrapped(Words.body(""));
    private List<SamplingSchedule.Step> steps = List.of();
    private final StackPane place = new StackPane();
    private final VBox content = new VBox(12);
    private final VBox root = new VBox(12);

    SamplingView(SamplingModel model) {
        this.model = model;
        root.setId("sampling-view");
        root.getStyleClass().add("pl-screen");
        VBox.setVgrow(place, Priority.ALWAYS);
        root.getChildren().addAll(head, place);
        HBox told = new HBox(16, sentences, strip);
        HBox.setHgrow(sentences, Priority.ALWAYS);
        Card how = Card.titled("How the log was sampled", "").with(told);
        Card rates = Card.titled("Refusal rate by design", "weighted by one over the chance to be kept; naive is no estimate").flush().with(estimates);
        Card plan = planCard();
        HBox lower = new HBox(12, rates, plan);
        HBox.setHgrow(rates, Priority.ALWAYS);
        HBox.setHgrow(plan, Priority.ALWAYS);
        rates.setPrefWidth(640);
        plan.setPrefWidth(560);
        VBox.setVgrow(estimates, Priority.ALWAYS);
        VBox.setVgrow(lower, Priority.ALWAYS);
        next.setId("schedule-next");
        proposed.setId("schedule-rates");
        proposed.setPrefHeight(SCHEDULE_HEIGHT);
        proposed.setMinHeight(SCHEDULE_HEIGHT);
        Card schedule = Card.titled("Schedule", "the chance to be kept for each kind of request, step by step from what the kept records showed; length and "
            + "share as planned").with(next, proposed);
        content.getChildren().addAll(how, lower, schedule);
        columns();
        scheduleColumns();
        subscriptions.listen(model.read(), (value, was, is) -> show(is));
        subscriptions.listen(change.valueProperty(), (value, was, is) -> replan());
        subscriptions.listen(share.valueProperty(), (value, was, is) -> replan());
        subscriptions.listen(subject.valueProperty(), (value, was, is) -> replan());
        subscriptions.listen(days.valueProperty(), (value, was, is) -> replan());
        show(Optional.empty());
        model.load();
    }

    private Card planCard() {
        subject.setId("plan-subject");
        days.setId("plan-days");
        days.getItems().setAll(DAYS);
        days.setValue(7);
        change.setId("plan-change");
        share.setId("plan-share");
        change.setBlockIncrement(1);
        share.setBlockIncrement(1);
        change.setAccessibleText("Relative fall of the refusal rate to be found, percent");
        share.setAccessibleText("Share of the traffic that is read, percent");
        needed.setId("plan-needed");
        found.setId("plan-found");
        GridPane wishes = new GridPane();
        wishes.setHgap(10);
        wishes.setVgap(6);
        HBox who = new HBox(8, subject, Words.meta("judged over"), days, Words.meta("days"));
        who.setAlignment(Pos.CENTER_LEFT);
        wishes.addRow(0, Words.meta("Of"), who);
        wishes.addRow(1, Words.meta("Find a fall by"), change, changeValue);
        wishes.add(needed, 1, 2, 2, 1);
        wishes.addRow(3, Words.meta("Reading"), share, shareValue);
        wishes.add(found, 1, 4, 2, 1);
        GridPane.setHgrow(change, Priority.ALWAYS);
        GridPane.setHgrow(share, Priority.ALWAYS);
        for (Label value : List.of(changeValue, shareValue)) {
            value.setMinWidth(52);
        }
        strata.setId("plan-strata");
        VBox.setVgrow(strata, Priority.ALWAYS);
        return Card.titled("Plan", "how much to read").with(wishes, basis, gain, strata);
    }

    private void columns() {
        estimates.setId("sampling-estimates");
        estimates.getColumns().add(Tables.text("Refused of", 160, e -> e.name().replace('_', ' ')));
        estimates.getColumns().add(Tables.number("Records", 80, SamplingReport.Estimate::n, Figures::count));
        estimates.getColumns().add(Tables.number("Rate", 70, e -> e.rate().rate(), Figures::percent));
        estimates.getColumns().add(Tables.text("95% interval", 110, e -> Figures.percentInterval(e.rate().interval().lower(), e.rate().interval().upper())));
        estimates.getColumns().add(Tables.number("Effective n", 90, e -> e.rate().effectiveN(), n -> Figures.count(Math.round(n))));
        estimates.getColumns().add(Tables.number("Naive", 70, SamplingReport.Estimate::naive, Figures::percent));
        strata.getColumns().add(Tables.text("Kind of request", 150, s -> s.category().replace('_', ' ')));
        strata.getColumns().add(Tables.number("A day", 80, s -> s.perDay(), n -> Figures.count(Math.round(n))));
        strata.getColumns().add(Tables.number("Refused", 80, s -> s.rate(), Figures::percent));
        strata.getColumns().add(Tables.number("Keep", 80, s -> s.inclusion(), SamplingWords::share));
    }

    private void scheduleColumns() {
        proposed.getColumns().add(Tables.text("Kind of request", 170, r -> r.category().replace('_', ' ')));
        proposed.getColumns().add(Tables.number("A day", 90, SamplingSchedule.Rate::perDay, n -> Figures.count(Math.round(n))));
        proposed.getColumns().add(Tables.number("Refused", 90, SamplingSchedule.Rate::rate, Figures::percent));
        proposed.getColumns().add(Tables.number("Keep next", 90, SamplingSchedule.Rate::inclusion, SamplingWords::share));
        proposed.getColumns().add(Tables.text("Why", 170, r -> r.reason().words()));
        proposed.getColumns().add(Tables.drawn("Over time", 220, r -> {
            SparkLine line = SparkLine.inRow(steps.stream().mapToDouble(s -> s.inclusion(r.category())).toArray());
            line.setAccessibleText("Chance to be kept of " + r.category() + ", step by step");
            return line;
        }));
    }

    private void show(Optional<SamplingModel.Read> read) {
        if (read.filter(r -> r.report().records() > 0).isEmpty()) {
            head.say("");
            place.getChildren().setAll(new EmptyState("fth-filter", "How the log was sampled, refusal rates by its design, and a plan for how much to read",
                read.isEmpty() ? "The log is being read." : "It needs a production log. Import one on the Data screen."));
            return;
        }
        SamplingReport report = read.orElseThrow().report();
        head.say("The log is a " + report.kind().word() + " export" + (report.kind() == SamplingReport.Kind.FULL && !report.isComplete() ? " with holes" : ""));
        sentences.getChildren().setAll(SamplingWords.completeness(report).stream().map(s -> (Node) Words.wrapped(Words.body(s))).toList());
        SparkLine line = new SparkLine(report.days().stream().mapToDouble(SamplingReport.Day::share).toArray(), OptionalDouble.empty(), OptionalDouble.of(1));
        line.setAccessibleText("Share of the traffic in the log per day");
        strip.setVisible(report.kind() != SamplingReport.Kind.FULL);
        strip.getChildren().setAll(new VBox(2, Words.small("share kept per day"), line));
        estimates.getItems().setAll(report.estimates());
        String before = subject.getValue();
        List<String> subjects = read.orElseThrow().planner().subjects();
        subject.getItems().setAll(subjects);
        subject.setValue(subjects.contains(before) ? before : subjects.stream().findFirst().orElse(null));
        place.getChildren().setAll(content);
        replan();
    }

    private void replan() {
        double fall = Math.round(change.getValue()) / 100.0;
        double read = Math.round(share.getValue()) / 100.0;
        changeValue.setText(Math.round(100 * fall) + "%");
        shareValue.setText(Math.round(100 * read) + "%");
        Optional<SamplingPlanner.Plan> plan = subject.getValue() == null ? Optional.empty() : model.plan(subject.getValue(), days.getValue(), fall, read);
        basis.setText(plan.map(SamplingWords::basis).orElse("The baseline days hold nothing to plan from."));
        needed.setText(plan.map(SamplingWords::needed).orElse(""));
        found.setText(plan.map(SamplingWords::found).orElse(""));
        Optional<SamplingPlanner.Allocation> allocation = model.allocation(days.getValue(), read);
        gain.setText(allocation.map(SamplingWords::allocation).orElse(""));
        steps = model.schedule(days.getValue(), read);
        next.setText(steps.isEmpty() ? "" : SamplingWords.step(steps.get(steps.size() - 1)));
        proposed.getItems().setAll(steps.isEmpty() ? List.of() : steps.get(steps.size() - 1).rates());
        strata.getItems().setAll(allocation.map(SamplingPlanner.Allocation::strata).orElse(List.of()));
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
        change.requestFocus();
    }

    @Override
    public void reload() {
        model.load();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
