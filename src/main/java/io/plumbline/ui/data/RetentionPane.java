package io.plumbline.ui.data;

import atlantafx.base.theme.Styles;
import io.plumbline.domain.JournalEntry;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.DisabledAction;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Dialogs;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Texts that are due for removal, with what would stay and why, and the certificates of those that went. */
final class RetentionPane {

    private static final double FOUR_LINES = 190;

    private final RetentionModel model;
    private final Dialogs dialogs;
    private final VBox root = new VBox(12);

    RetentionPane(RetentionModel model, Dialogs dialogs, Subscriptions subscriptions) {
        this.model = model;
        this.dialogs = dialogs;
        root.setId("retention");
        subscriptions.listen(model.state(), (value, was, is) -> show(is));
        show(model.state().get());
    }

    /** Looks anew whenever it is shown. */
    Node node() {
        model.read();
        return root;
    }

    private void show(Optional<RetentionModel.State> state) {
        if (state.isEmpty()) {
            root.getChildren().setAll(Words.meta("Looking for texts that are due…"));
            return;
        }
        Node certificates = certificates(state.get());
        VBox.setVgrow(certificates, Priority.ALWAYS);
        root.getChildren().setAll(due(state.get()), certificates);
    }

    private Node due(RetentionModel.State state) {
        TableView<RetentionModel.Line> table = Tables.dense("");
        table.setId("retention-due");
        table.getColumns().add(Tables.drawn("Texts", 190, line -> Words.strong(line.what())));
        table.getColumns().add(Tables.number("Records", 110, RetentionModel.Line::records, Figures::count));
        table.getColumns().add(Tables.text("Why", 560, RetentionModel.Line::why));
        table.getItems().setAll(RetentionModel.lines(state.plan().due()));
        table.setPrefHeight(FOUR_LINES);
        table.setMinHeight(FOUR_LINES);
        Button remove = new Button("Remove texts…", Icons.of("fth-trash-2"));
        remove.setId("remove-texts");
        remove.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
        remove.setOnAction(e -> dialogs.confirm("Remove the texts of " + Figures.count(state.plan().due().records()) + " records?",
            RetentionModel.consequence(state.plan()), "Remove texts", model::remove));
        Card card = Card.titled("Due", "nothing is removed by itself").with(Words.wrapped(Words.meta(RetentionModel.rule(state.plan()))), table,
            model.hindrance().<Node>map(why -> new DisabledAction("Remove texts", why)).orElse(remove));
        state.plan().copies().forEach(copy -> card.with(Words.wrapped(Words.meta(copy + " is a copy from before an update and still holds texts. Delete it "
            + "when you no longer need it."))));
        return card;
    }

    private static Node certificates(RetentionModel.State state) {
        TableView<JournalEntry> table = Tables.dense("No text was removed yet.");
        table.setId("retention-certificates");
        table.getColumns().add(Tables.text("Removed", 170, entry -> Figures.moment(entry.time())));
        table.getColumns().add(Tables.text("By", 140, JournalEntry::actor));
        table.getColumns().add(Tables.text("Records", 110, entry -> String.valueOf(entry.payload().get("records"))));
        table.getColumns().add(Tables.text("From before", 200, entry -> String.valueOf(entry.payload().get("before"))));
        table.getColumns().add(Tables.text("Kept until reviewed", 150, entry -> String.valueOf(entry.payload().get("keptUnreviewed"))));
        table.getColumns().add(Tables.text("Held", 90, entry -> String.valueOf(entry.payload().get("keptEvidence"))));
        table.getColumns().add(Tables.text("Journal", 90, entry -> "entry " + entry.sequence()));
        table.getColumns().add(Tables.drawn("Hash", 120, entry -> Words.mono(entry.hash().substring(0, Math.min(10, entry.hash().length())))));
        table.getItems().setAll(state.certificates());
        VBox.setVgrow(table, Priority.ALWAYS);
        return Card.titled("Certificates", "entries of the journal, whose chain the command verify checks").flush().with(table);
    }
}
