package io.plumbline.ui.compare;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.capability.CapabilityShift;
import io.plumbline.evaluation.conditions.ConditionShift;
import io.plumbline.evaluation.conditions.ScoredCondition;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.StateChip;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Several conditions of a model on judges' numbers, with capability in the same view: capability unchanged, safety collapsed. */
final class ConditionsPane {

    private final ConditionsViewModel model;
    private final ComboBox<EvaluationRun> base = new ComboBox<>();
    private final ComboBox<String> measure = new ComboBox<>();
    private final FlowPane ticks = new FlowPane(14, 6);
    private final TableView<ScoredCondition> table = Tables.dense("");
    private final Label judges = Words.meta("");
    private final Label problem = Words.wrapped(Words.body(""));
    private final List<CheckBox> boxes = new ArrayList<>();
    private final VBox root;

    ConditionsPane(ConditionsViewModel model) {
        this.model = model;
        base.setId("conditions-base");
        measure.setId("conditions-measure");
        base.setConverter(new StringConverter<>() {
            @Override
            public String toString(EvaluationRun run) {
                return run == null ? "" : run.displayName();
            }

            @Override
            public EvaluationRun fromString(String name) {
                throw new UnsupportedOperationException("runs are chosen, not typed");
            }
        });
        Button compare = new Button("Compare");
        compare.setId("conditions-compare");
        compare.setDefaultButton(true);
        compare.setOnAction(e -> compare());
        HBox row = new HBox(8, Words.meta("Base"), base, Words.meta("Measure"), measure, compare, judges);
        row.setAlignment(Pos.CENTER_LEFT);
        columns();
        table.setId("conditions-table");
        table.setPrefHeight(300);
        root = Card.titled("Conditions side by side", "judges' numbers on the same prompts; repeats averaged within a prompt")
            .with(row, ticks, problem, table, Words.wrapped(Words.small("U, r (rank-biserial) and d (Cohen) are of the two samples; the interval "
                + "of the difference is of the same prompts, by bootstrap; p after Holm over all conditions; alpha is Krippendorff's, interval "
                + "level, between the judges. A capability benchmark says nothing of safety.")));
        root.setPrefWidth(1240);
        root.setMaxWidth(1240);
        root.setMaxHeight(Region.USE_PREF_SIZE);
        model.choice().addListener((value, was, is) -> offer(is));
        model.view().addListener((value, was, is) -> show(is));
        model.problem().addListener((value, was, is) -> problem.setText(is));
        problem.setText("Looking for judges' numbers…");
        model.load();
    }

    Node node() {
        return root;
    }

    private void offer(ConditionsViewModel.Choice choice) {
        problem.setText(choice.runs().size() < 2 ? "It needs at least two runs of one suite on which the same judge gave numbers, such as judge-score "
            + "files. Import them under Data." : "");
        base.getItems().setAll(choice.runs());
        measure.getItems().setAll(choice.measures());
        boxes.clear();
        choice.runs().forEach(run -> {
            CheckBox box = new CheckBox(run.variant().isEmpty() ? run.displayName() : run.variant());
            box.setMnemonicParsing(false);
            box.setSelected(true);
            box.setUserData(run);
            boxes.add(box);
        });
        ticks.getChildren().setAll(boxes);
        if (!choice.runs().isEmpty()) {
            base.setValue(choice.runs().get(0));
            measure.setValue(choice.measures().get(choice.measures().size() - 1));
            compare();
        }
    }

    private void compare() {
        if (base.getValue() != null && measure.getValue() != null) {
            model.compare(base.getValue(), boxes.stream().filter(CheckBox::isSelected).map(box -> (EvaluationRun) box.getUserData()).toList(),
                measure.getValue());
        }
    }

    private void show(Optional<ConditionsView> shown) {
        table.getItems().setAll(shown.map(view -> view.table().rows()).orElse(List.of()));
        judges.setText(shown.map(view -> "mean of " + String.join(", ", view.table().judges())).orElse(""));
    }

    private void columns() {
        table.getColumns().add(Tables.drawn("Condition", 200, row -> Words.strong(row.run().variant().isEmpty() ? row.run().displayName()
            : row.run().variant())));
        table.getColumns().add(Tables.text("n", 50, row -> Figures.count(row.n())));
        table.getColumns().add(Tables.text("Mean", 70, row -> Figures.decimal(row.mean(), 4)));
        table.getColumns().add(Tables.text("SD", 70, row -> Figures.decimal(row.sd(), 4)));
        table.getColumns().add(Tables.text("Difference, 95% interval", 190, shift(s -> Figures.decimal(s.meanDifference(), 2) + " ("
            + Figures.decimal(s.interval().lower(), 2) + "…" + Figures.decimal(s.interval().upper(), 2) + ")")));
        table.getColumns().add(Tables.text("U", 70, shift(s -> Figures.decimal(s.u(), 0))));
        table.getColumns().add(Tables.text("r", 70, shift(s -> Figures.decimal(s.rankBiserial(), 4))));
        table.getColumns().add(Tables.text("d", 80, shift(s -> Figures.decimal(s.cohenD(), 4))));
        table.getColumns().add(Tables.text("Holm p", 70, shift(s -> Figures.pValue(s.adjustedP()))));
        table.getColumns().add(Tables.text("alpha", 70, row -> row.alpha().map(a -> Figures.decimal(a, 4)).orElse("")));
        table.getColumns().add(Tables.drawn("Capability", 300, row -> model.view().get().flatMap(view -> view.capabilityOf(row))
            .map(found -> capability(found.headline())).orElse(Words.meta(row.shift().isPresent() ? "not measured" : "base"))));
    }

    private static Function<ScoredCondition, String> shift(Function<ConditionShift, String> words) {
        return row -> row.shift().map(words).orElse("");
    }

    private static Node capability(CapabilityShift shift) {
        SafetyState state = shift.reading().map(reading -> switch (reading) {
            case SHOWN -> SafetyState.OK;
            case REFUTED -> SafetyState.ACT;
            case INCONCLUSIVE -> SafetyState.NOT_ENOUGH_EVIDENCE;
        }).orElse(SafetyState.NOT_ENOUGH_EVIDENCE);
        HBox box = new HBox(6, new StateChip(state), Words.meta(shift.name() + " " + Figures.decimal(shift.base().value(), 4) + " → "
            + Figures.decimal(shift.candidate().value(), 4)));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
