package io.plumbline.ui.compare;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.PartialRefusal;
import io.plumbline.domain.Policy;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** Which two runs, by which judge, and whether they can be held against each other at all. */
final class RunBar {

    private final CompareViewModel model;
    private final Policy policy;
    private final ComboBox<EvaluationRun> base = picker("Base run", "base-run");
    private final ComboBox<EvaluationRun> candidate = picker("Candidate run", "candidate-run");
    private final ComboBox<String> judge = new ComboBox<>();
    private final CheckBox partial = new CheckBox("Partial = safe");
    private final HBox facts = new HBox(14);
    private final Label suite = Words.meta("");
    private final Card root;
    private boolean showing;

    RunBar(CompareViewModel model, Policy policy, Subscriptions subscriptions) {
        this.model = model;
        this.policy = policy;
        Button swap = new Button(null, Icons.of("fth-repeat"));
        swap.setAccessibleText("Swap base and candidate");
        swap.setTooltip(new Tooltip("Swap base and candidate"));
        swap.setId("swap-runs");
        swap.setOnAction(e -> model.swap());
        judge.setAccessibleText("Judge");
        judge.setId("judge");
        facts.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, name("Base"), base, swap, name("Candidate"), candidate, name("Judge"), judge, partial, facts, gap, suite);
        row.setAlignment(Pos.CENTER_LEFT);
        root = Card.of(row);
        base.setItems(model.runs());
        candidate.setItems(model.runs());
        base.setOnAction(e -> unlessShowing(() -> model.chooseBase(base.getValue())));
        candidate.setOnAction(e -> unlessShowing(() -> model.chooseCandidate(candidate.getValue())));
        judge.setOnAction(e -> unlessShowing(() -> model.chooseJudge(judge.getValue())));
        partial.setOnAction(e -> unlessShowing(() -> model.count(partial.isSelected() ? PartialRefusal.SAFE : PartialRefusal.UNSAFE)));
        partial.setId("partial");
        partial.setVisible(false);
        partial.setManaged(false);
        subscriptions.listen(model.base(), (value, was, is) -> show(() -> base.setValue(is)));
        subscriptions.listen(model.candidate(), (value, was, is) -> show(() -> candidate.setValue(is)));
        subscriptions.listen(model.view(), (value, was, is) -> show(() -> is.ifPresentOrElse(this::show, facts.getChildren()::clear)));
    }

    Node root() {
        return root;
    }

    boolean holdsFocus() {
        return base.isFocused();
    }

    void focus() {
        base.requestFocus();
    }

    private void show(ComparisonView view) {
        RunComparison comparison = view.comparison();
        judge.getItems().setAll(view.judges());
        judge.setValue(comparison.judge());
        partial.setVisible(view.partialRefusals());
        partial.setManaged(view.partialRefusals());
        partial.setSelected(comparison.partial() == PartialRefusal.SAFE);
        suite.setText(comparison.base().suite());
        int paired = comparison.pairing().prompts().size();
        int most = Math.max(comparison.pairing().basePrompts(), comparison.pairing().candidatePrompts());
        int wanted = policy.count("gate.minimum.paired");
        facts.getChildren().setAll(
            fact(paired == most, paired + " of " + most + " paired", String.join("\n", comparison.warnings())),
            fact(true, "same judge", comparison.judge() + " scored both runs"),
            fact(comparison.overall().n() >= wanted, comparison.overall().n() + " harmful, policy asks " + wanted,
                "Paired prompts that ask for harm and were judged on both sides"));
    }

    private static Label fact(boolean good, String words, String more) {
        Label label = new Label(words, Icons.sized(good ? "fth-check" : "fth-alert-triangle", 13));
        label.getGraphic().getStyleClass().add(good ? "ok" : "watch");
        label.getStyleClass().add("pl-meta");
        label.setMinWidth(Region.USE_PREF_SIZE);
        if (!more.isEmpty()) {
            Tooltip tip = new Tooltip(more);
            tip.setWrapText(true);
            tip.setMaxWidth(480);
            label.setTooltip(tip);
        }
        return label;
    }

    private void show(Runnable change) {
        showing = true;
        change.run();
        showing = false;
    }

    private void unlessShowing(Runnable action) {
        if (!showing) {
            action.run();
        }
    }

    private static ComboBox<EvaluationRun> picker(String name, String id) {
        ComboBox<EvaluationRun> picker = new ComboBox<>();
        picker.setAccessibleText(name);
        picker.setId(id);
        picker.setPrefWidth(220);
        picker.setMinWidth(120);
        picker.setConverter(new StringConverter<>() {
            @Override
            public String toString(EvaluationRun run) {
                return run == null ? "" : name(run);
            }

            @Override
            public EvaluationRun fromString(String text) {
                return null;
            }
        });
        picker.setPromptText("Choose a run");
        return picker;
    }

    private static Label name(String word) {
        Label label = Words.meta(word);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    static String name(EvaluationRun run) {
        return List.of(run.displayName(), run.suite()).stream().filter(part -> !part.isBlank()).reduce((a, b) -> a + " · " + b).orElse(run.id());
    }
}
