package io.plumbline.ui.settings;

import io.plumbline.domain.Policy;
import io.plumbline.domain.PolicyValue;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Segments;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every number the program judges by: stage, comparator, meaning and source. The stages are tables of their own and never mixed (C1). */
final class PolicyTable {

    private static final double LINE = 46;

    private final TableView<PolicyValue> table = Tables.dense("This policy has no values for this stage.");
    private final Segments stages;
    private final Policy policy;
    private final List<String> names = new ArrayList<>(List.of("All"));

    PolicyTable(Policy policy) {
        this.policy = policy;
        policy.values().stream().map(PolicyValue::stage).distinct().forEach(names::add);
        stages = new Segments(names.stream().map(PolicyTable::capitalised).toList(), this::showStage);
        table.setId("policy");
        table.setFixedCellSize(LINE);
        table.getColumns().add(Tables.drawn("Rule", 250, value -> Words.mono(value.key())));
        table.getColumns().add(Tables.drawn("Value", 115, value -> Words.strong(words(value))));
        table.getColumns().add(Tables.text("Stage", 130, PolicyValue::stage));
        table.getColumns().add(Tables.text("Compared with", 140, PolicyValue::comparator));
        table.getColumns().add(wrapped("Meaning", 430, PolicyValue::meaning));
        table.getColumns().add(wrapped("Source", 300, PolicyValue::source));
        stages.choose(0);
    }

    Node node() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox.setVgrow(table, Priority.ALWAYS);
        return Card.titled("Policy", policy.name() + ", version " + policy.version() + ", " + policy.values().size()
            + " values", stages).flush().with(table);
    }

    /** The value that a person chose. */
    Optional<PolicyValue> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    void focus() {
        table.requestFocus();
    }

    private void showStage(int chosen) {
        table.getItems().setAll(policy.values().stream().filter(value -> chosen == 0 || value.stage().equals(names.get(chosen))).toList());
    }

    /** Fractions and probabilities as people say them. */
    static String words(PolicyValue value) {
        return switch (value.unit()) {
            case "fraction" -> value.value().multiply(BigDecimal.valueOf(100)).stripTrailingZeros().toPlainString() + "%";
            case "ratio" -> value.value().stripTrailingZeros().toPlainString() + "×";
            case "sigma" -> value.value().stripTrailingZeros().toPlainString() + "σ";
            case "probability", "score" -> value.value().toPlainString();
            default -> (value.value().scale() <= 0 ? Figures.count(value.value().longValue()) : value.value().toPlainString()) + " " + value.unit();
        };
    }

    private static TableColumn<PolicyValue, String> wrapped(String title, double width, java.util.function.Function<PolicyValue, String> text) {
        TableColumn<PolicyValue, String> column = Tables.text(title, width, text);
        column.setCellFactory(unused -> new TableCell<>() {
            private final Label label = new Label();

            {
                label.setWrapText(true);
                label.getStyleClass().add("pl-meta");
            }

            @Override
            protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                label.setText(item);
                setGraphic(empty ? null : label);
            }
        });
        return column;
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }
}
