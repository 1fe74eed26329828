package io.plumbline.ui.data;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.RunPurpose;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.EmptyState;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The evaluation runs: what each is evidence of, and how much of a known benchmark it holds. */
final class RunsPane {

    private final Map<String, String> coverage = new HashMap<>();
    private final Consumer<EvaluationRun> compare;
    private final Runnable chooseFiles;

    RunsPane(Consumer<EvaluationRun> compare, Runnable chooseFiles) {
        this.compare = compare;
        this.chooseFiles = chooseFiles;
    }

    Node of(List<EvaluationRun> all, DataModel model) {
        List<EvaluationRun> runs = all.stream().filter(run -> run.purpose() != RunPurpose.REFERENCE).toList();
        if (runs.isEmpty()) {
            return new EmptyState("fth-columns", "The evaluation runs, by model and suite", "It needs one run of the base model and one of the "
                + "tuned model.", "Import files…", chooseFiles);
        }
        TableView<EvaluationRun> table = Tables.dense("");
        table.setId("runs");
        table.getColumns().add(Tables.drawn("Model", 280, run -> Words.strong(run.displayName())));
        table.getColumns().add(Tables.text("Suite", 150, EvaluationRun::suite));
        table.getColumns().add(Tables.text("Evidence of", 100, run -> run.purpose().title()));
        table.getColumns().add(Tables.number("Samples", 80, EvaluationRun::samples, n -> Figures.count(n)));
        table.getColumns().add(Tables.number("Unscored", 80, EvaluationRun::unscored, n -> Figures.count(n)));
        table.getColumns().add(Tables.text("Benchmark", 330, run -> coverage.getOrDefault(run.id(), Figures.NONE)));
        table.getColumns().add(Tables.text("Judges or score", 180, RunsPane::judges));
        table.getColumns().add(Tables.text("Made", 150, run -> run.created().map(Figures::moment).orElse(Figures.NONE)));
        table.getColumns().add(Tables.text("File", 200, EvaluationRun::file));
        table.getColumns().add(Tables.drawn("Id", 110, run -> Words.mono(run.id().substring(0, Math.min(10, run.id().length())))));
        table.getItems().setAll(runs);
        table.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                open(table);
            }
        });
        table.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                open(table);
            }
        });
        model.readCoverage(runs.stream().filter(run -> !coverage.containsKey(run.id())).toList(), found -> {
            coverage.putAll(found);
            table.refresh();
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        return Card.of(table).flush();
    }

    /** A run without samples has no judges; the first of its scores says what it holds. */
    private static String judges(EvaluationRun run) {
        return run.judges().isEmpty() && !run.results().isEmpty()
            ? run.results().get(0).name() + " " + Figures.decimal(run.results().get(0).value(), 3) : String.join(", ", run.judges());
    }

    /** Only runs on safety are compared; what stands beside them is shown there by itself. */
    private void open(TableView<EvaluationRun> table) {
        EvaluationRun run = table.getSelectionModel().getSelectedItem();
        if (run != null && run.isOnSafety()) {
            compare.accept(run);
        }
    }
}
