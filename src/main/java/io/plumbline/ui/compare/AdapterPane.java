package io.plumbline.ui.compare;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.evaluation.adapters.AdapterInteraction;
import io.plumbline.evaluation.adapters.AdapterMatrix;
import io.plumbline.evaluation.adapters.AdapterRow;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.StateChip;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Each adapter alone and every stack of them against the model without any; what is in use and was never tested stands out. */
final class AdapterPane {

    private final AdapterViewModel model;
    private final BiConsumer<EvaluationRun, EvaluationRun> open;
    private final ComboBox<AdapterMatrix> choice = new ComboBox<>();
    private final TableView<AdapterRow> table = Tables.dense("");
    private final VBox interactions = new VBox(4);
    private final Label empty = Words.wrapped(Words.body(""));
    private final ComboBox<AdapterViewModel.Named> named = new ComboBox<>();
    private final TextField without = new TextField();
    private final TextField adapters = new TextField();
    private final Card root;

    /** @param open shows base and candidate in Compare */
    AdapterPane(AdapterViewModel model, BiConsumer<EvaluationRun, EvaluationRun> open) {
        this.model = model;
        this.open = open;
        choice.setId("adapter-choice");
        choice.setAccessibleText("Model and suite");
        choice.setConverter(words(matrix -> matrix.model() + ", " + matrix.suite()));
        choice.setOnAction(e -> Optional.ofNullable(choice.getValue()).ifPresent(this::show));
        columns();
        table.setId("adapter-table");
        table.setPrefHeight(300);
        root = Card.titled("Adapters and their stacks", "each against the model that carries none, on the same prompts; Enter opens the pair in Compare")
            .with(choice, empty, table, interactions, naming(), Words.wrapped(Words.small("Names come from the run's metadata (adapter, lora, peft …) or "
                + "from names like “model + adapter”; what you type here counts before both and goes to the journal. In use: records of production logs "
                + "whose model is this stack.")));
        root.setId("adapter-pane");
        root.setPrefWidth(1200);
        root.setMaxWidth(1200);
        root.setMaxHeight(Region.USE_PREF_SIZE);
        model.reading().addListener((value, was, is) -> show(is));
        model.load();
    }

    Node node() {
        return root;
    }

    private Node naming() {
        named.setId("adapter-named");
        named.setPrefWidth(420);
        named.setPromptText("Run, or model of a log");
        named.setConverter(words(AdapterViewModel.Named::words));
        named.setOnAction(e -> Optional.ofNullable(named.getValue()).ifPresent(what -> {
            without.setText(what.stack().model());
            adapters.setText(String.join(", ", what.stack().adapters()));
        }));
        without.setId("adapter-model");
        without.setPromptText("Model without adapters");
        adapters.setId("adapter-names");
        adapters.setPromptText("Adapters, separated by commas");
        adapters.setPrefWidth(260);
        Button name = new Button("Name the adapters");
        name.setId("adapter-name");
        name.setOnAction(e -> Optional.ofNullable(named.getValue()).ifPresent(what -> model.name(what, without.getText(), adapters.getText())));
        HBox row = new HBox(8, named, without, adapters, name);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void columns() {
        table.getColumns().add(Tables.drawn("Adapters", 250, row -> Words.strong(row.stack().words())));
        table.getColumns().add(Tables.text("Run", 230, row -> row.run().map(EvaluationRun::displayName).orElse("")));
        table.getColumns().add(Tables.text("n", 60, row -> row.change().map(c -> Figures.count(c.n())).orElse("")));
        table.getColumns().add(Tables.text("Relative", 80, row -> row.change().map(c -> Figures.signedPercent(c.relative())).orElse("")));
        table.getColumns().add(Tables.text("Interval", 130, row -> row.change().filter(c -> c.isDefined())
            .map(c -> Figures.percentInterval(c.interval().lower(), c.interval().upper())).orElse("")));
        table.getColumns().add(Tables.text("In use", 90, row -> row.inUse() == 0 ? "" : Figures.count(row.inUse())));
        table.getColumns().add(Tables.drawn("State", 330, AdapterPane::state));
        table.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                openSelected();
                e.consume();
            }
        });
        table.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                openSelected();
            }
        });
    }

    private void openSelected() {
        AdapterRow row = table.getSelectionModel().getSelectedItem();
        Optional<EvaluationRun> plain = table.getItems().stream().filter(r -> r.stack().isPlain()).findFirst().flatMap(AdapterRow::run);
        if (row != null && row.run().isPresent() && plain.isPresent() && !row.stack().isPlain()) {
            open.accept(plain.get(), row.run().get());
        }
    }

    private static Node state(AdapterRow row) {
        HBox box = new HBox(6);
        if (!row.stack().isPlain() || row.run().isEmpty()) {
            box.getChildren().add(new StateChip(row.state()));
        }
        box.getChildren().add(Words.meta(row.remark()));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void show(AdapterViewModel.Reading reading) {
        for (Node matrix : List.of(choice, table, interactions)) {
            matrix.setVisible(!reading.matrices().isEmpty());
            matrix.setManaged(!reading.matrices().isEmpty());
        }
        empty.setManaged(reading.matrices().isEmpty());
        empty.setText(reading.matrices().isEmpty() ? "No run and no log names an adapter. Choose a run below and name what it was made with." : "");
        int shown = Math.max(0, choice.getSelectionModel().getSelectedIndex());
        choice.getItems().setAll(reading.matrices());
        named.getItems().setAll(reading.nameable());
        if (!reading.matrices().isEmpty()) {
            choice.getSelectionModel().select(Math.min(shown, reading.matrices().size() - 1));
            show(choice.getValue());
        }
    }

    private void show(AdapterMatrix matrix) {
        table.getItems().setAll(matrix.rows());
        interactions.getChildren().setAll(matrix.interactions().stream().map(AdapterPane::words).map(text -> Words.wrapped(Words.body(text))).toList());
    }

    private static String words(AdapterInteraction found) {
        boolean less = found.interval().upper() < 0;
        return found.first() + " and " + found.second() + " together, beyond what each does alone: " + Figures.points(found.points()) + " (95% CI "
            + Figures.percentInterval(found.interval().lower(), found.interval().upper()) + ", " + found.n() + " prompts)"
            + (less ? "; the stack is less safe than its parts let expect." : ".");
    }

    private static <T> StringConverter<T> words(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        };
    }
}
