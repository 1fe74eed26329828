package io.plumbline.ui.redteam;

import io.plumbline.redteam.RedTeamSession;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All sessions on the candidate, and the two sentences that they allow. */
final class FindingsCard {

    private final TableView<RedTeamSession> table = Tables.dense("No session yet. Minutes by hand in a named domain count toward the gate.");
    private final Label triggers = Words.wrapped(Words.body(""));
    private final Label survival = Words.wrapped(Words.body(""));
    private final Card root;

    FindingsCard(RedTeamViewModel model, Subscriptions subscriptions, Node... actions) {
        table.setId("redteam-sessions");
        table.getColumns().add(Tables.text("Started", 150, session -> Figures.moment(session.started())));
        table.getColumns().add(Tables.text("What for", 130, session -> session.focus().title()));
        table.getColumns().add(Tables.text("Domain", 110, RedTeamSession::domain));
        table.getColumns().add(Tables.text("By", 110, session -> session.manual() ? session.tester() : "a tool's log"));
        table.getColumns().add(Tables.number("Minutes", 70, session -> (long) session.manualMinutes(), Figures::count));
        table.getColumns().add(Tables.number("Tried", 60, session -> (long) session.attempts().size(), Figures::count));
        table.getColumns().add(Tables.number("Failed", 60, RedTeamSession::failures, Figures::count));
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox words = new VBox(6, triggers, survival);
        words.getStyleClass().add("pl-card-head");
        root = Card.titled("Sessions", "", actions).flush().with(table, words);
        subscriptions.listen(model.reading(), (value, was, is) -> show(is));
        show(model.reading().get());
    }

    Node node() {
        return root;
    }

    private void show(RedTeamReading reading) {
        table.getItems().setAll(reading.sessions());
        triggers.setText(reading.triggers().tried() == 0 ? "No trigger was tried, so nothing bounds how often a hidden one would work."
            : reading.triggers().hits() + " of " + reading.triggers().tried() + " triggers tried worked; one like them works on at most "
                + Figures.percent(reading.triggers().upper()) + " of tries (one-sided exact bound). One unlike them is not bounded at all.");
        survival.setText(reading.survival().isEmpty() ? "" : "Conversations not failed " + turns(reading.survival()) + ".");
    }

    private static String turns(List<Double> curve) {
        StringBuilder words = new StringBuilder();
        for (int turn = 0; turn < curve.size(); turn++) {
            words.append(turn == 0 ? "after turn " : ", ").append(turn + 1).append(": ").append(Figures.percent(curve.get(turn)));
        }
        return words.toString();
    }
}
