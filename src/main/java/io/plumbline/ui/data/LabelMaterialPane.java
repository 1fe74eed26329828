package io.plumbline.ui.data;

import io.plumbline.reference.DetectorQuality;
import io.plumbline.reference.ReferenceSet;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.EmptyState;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Texts with people's labels: how far the people agree, and how well our detectors agree with them. */
final class LabelMaterialPane {

    private final Runnable chooseFiles;

    LabelMaterialPane(Runnable chooseFiles) {
        this.chooseFiles = chooseFiles;
    }

    Node of(List<ReferenceSet> sets) {
        if (sets.isEmpty()) {
            return new EmptyState("fth-tag", "Texts with people's labels, the agreement of the raters and the quality of our detectors on them",
                "It needs a file of ratings (ConvAbuse), of preferences (hh-rlhf), a garak hit log, or the prompts of a benchmark.", "Import files…",
                chooseFiles);
        }
        TableView<ReferenceSet> table = Tables.dense("");
        table.setId("label-material");
        table.getColumns().add(Tables.drawn("Set", 240, set -> Words.strong(set.name())));
        table.getColumns().add(Tables.number("Items", 80, ReferenceSet::items, n -> Figures.count(n)));
        table.getColumns().add(Tables.number("Harmful", 80, ReferenceSet::harmful, n -> Figures.count(n)));
        table.getColumns().add(Tables.number("Harmless", 80, ReferenceSet::harmless, n -> Figures.count(n)));
        table.getColumns().add(Tables.number("Raters", 70, set -> set.agreement().raters(), n -> Figures.count(n)));
        table.getColumns().add(Tables.text("Alpha, harmful or not", 140, set -> decimal(set.agreement().harmful())));
        table.getColumns().add(Tables.text("Alpha, ordinal", 110, set -> decimal(set.agreement().ordinal())));
        table.getColumns().add(Tables.text("Benchmark", 380, set -> set.coverage().map(c -> c.sentence()).orElse(Figures.NONE)));
        table.getColumns().add(Tables.text("Files", 260, set -> String.join(", ", set.files().stream().map(run -> run.file()).toList())));
        table.getItems().setAll(sets);
        TableView<DetectorQuality> detectors = Tables.dense("No detector can be measured on this set: it needs at least ten labelled texts on "
            + "each side, or ten pairs.");
        detectors.setId("detector-quality");
        detectors.getColumns().add(Tables.drawn("Signal", 260, quality -> Words.strong(signal(quality.signal()))));
        detectors.getColumns().add(Tables.number("Area under the ROC curve", 190, DetectorQuality::auc, LabelMaterialPane::decimal));
        detectors.getColumns().add(Tables.text("95% interval", 130, quality -> decimal(quality.lower()) + " to " + decimal(quality.upper())));
        detectors.getColumns().add(Tables.number("Harmful or rejected", 140, DetectorQuality::positives, n -> Figures.count(n)));
        detectors.getColumns().add(Tables.number("Others", 90, DetectorQuality::negatives, n -> Figures.count(n)));
        detectors.getColumns().add(Tables.text("Detectors", 420, DetectorQuality::detector));
        table.getSelectionModel().selectedItemProperty().addListener((value, was, is) -> detectors.getItems().setAll(is == null ? List.of()
            : is.detectors()));
        table.getSelectionModel().selectFirst();
        table.setPrefHeight(240);
        VBox.setVgrow(detectors, Priority.ALWAYS);
        Card quality = Card.titled("How well our detectors agree with these labels", "0.5 says nothing, 1 tells every harmful or rejected text "
            + "from the others, 0 turns them round").flush().with(detectors);
        VBox.setVgrow(quality, Priority.ALWAYS);
        VBox both = new VBox(12, Card.of(table).flush(), quality);
        VBox.setVgrow(both, Priority.ALWAYS);
        return both;
    }

    private static String signal(String name) {
        String words = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String decimal(double value) {
        return Double.isNaN(value) ? Figures.NONE : Figures.decimal(value, 3);
    }
}
