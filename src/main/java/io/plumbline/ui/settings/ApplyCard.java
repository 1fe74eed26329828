package io.plumbline.ui.settings;

import atlantafx.base.theme.Styles;
import io.plumbline.detection.FlagChanges;
import io.plumbline.detection.RulesApplication;
import io.plumbline.triage.FlagWords;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;

/** Brings the flags of stored records up to the rules in force, after a look at what would come and go. */
final class ApplyCard {

    private static final double ROW = 32;
    private static final int MOST_ROWS = 7;

    private final ApplyModel model;
    private final Label sentence = Words.wrapped(Words.body(""));
    private final Label last = Words.wrapped(Words.meta(""));
    private final TableView<FlagChanges.Row> table = Tables.dense("No flag comes, goes or is renewed.");
    private final Button apply = new Button("Apply to stored records");
    private final Node root;

    /** @param writing whether a rule is being written: what would change by it is known only afterwards */
    ApplyCard(ApplyModel model, ObservableBooleanValue writing, Subscriptions subscriptions) {
        this.model = model;
        table.setId("apply-changes");
        table.getColumns().add(Tables.text("Flag", 260, row -> FlagWords.of(row.kind()) + (row.by().isEmpty() ? "" : ": " + row.by())));
        table.getColumns().add(Tables.text("Category", 160, row -> row.category().replace('_', ' ')));
        table.getColumns().add(Tables.number("Before", 90, FlagChanges.Row::before, Figures::count));
        table.getColumns().add(Tables.number("Come", 90, FlagChanges.Row::come, Figures::count));
        table.getColumns().add(Tables.number("Go", 90, FlagChanges.Row::go, Figures::count));
        table.getColumns().add(Tables.number("Renewed", 90, FlagChanges.Row::renewed, Figures::count));
        table.getColumns().add(Tables.number("After", 90, FlagChanges.Row::after, Figures::count));
        Button preview = new Button("See what would change");
        preview.setId("apply-preview");
        preview.disableProperty().bind(writing);
        subscriptions.add(preview.disableProperty()::unbind);
        subscriptions.listen(writing, (value, was, is) -> model.forget());
        preview.setOnAction(e -> model.preview());
        apply.setId("apply-stored");
        apply.getStyleClass().add(Styles.ACCENT);
        apply.setOnAction(e -> model.apply());
        subscriptions.listen(model.counted(), (value, was, is) -> show(is));
        subscriptions.listen(model.last(), (value, was, is) -> showLast(is));
        root = Card.titled("Stored records", "What was imported under other policies, limits or detectors keeps its flags until you apply the rules in force: to all "
            + "records or none, noted in the journal. Labels and other decisions stay.").with(new FlowPane(8, 8, preview, apply, last), sentence, table);
        show(Optional.empty());
    }

    Node node() {
        model.read();
        return root;
    }

    private void show(Optional<ApplyModel.Counted> counted) {
        boolean there = counted.isPresent();
        sentence.setText(counted.map(ApplyModel.Counted::sentence).orElse(""));
        sentence.setVisible(there);
        sentence.setManaged(there);
        List<FlagChanges.Row> rows = counted.stream().flatMap(c -> c.changes().rows().stream()).filter(FlagChanges.Row::isChange).toList();
        table.getItems().setAll(rows);
        table.setVisible(!rows.isEmpty());
        table.setManaged(!rows.isEmpty());
        double height = ROW * (Math.min(MOST_ROWS, rows.size()) + 1) + 4;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        boolean would = counted.filter(c -> c.stage() == ApplyModel.Stage.WOULD_CHANGE && c.changes().changed() > 0).isPresent();
        apply.setDisable(!would);
        apply.setAccessibleHelp(would ? "" : "See what would change first");
    }

    private void showLast(Optional<RulesApplication.Last> when) {
        last.setText(when.map(applied -> {
            String told = Figures.moment(applied.time()) + " by " + applied.actor();
            return switch (applied.state()) {
                case APPLIED -> "Applied last on " + told + ".";
                case CANCELLED -> "Begun on " + told + " and cancelled: nothing was changed.";
                case CUT_OFF -> "Begun on " + told + " and cut off: all records are as before or all as after. Look and apply again.";
            };
        }).orElse("Not applied to stored records so far."));
    }
}
