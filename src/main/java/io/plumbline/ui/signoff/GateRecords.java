package io.plumbline.ui.signoff;

import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.GateRule;
import io.plumbline.signoff.AcceptanceRegister;
import io.plumbline.signoff.GateDossier;
import io.plumbline.signoff.Replay;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Dialogs;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What lies behind the screen: the trace of every rule, and the decisions taken here with their replay. */
final class GateRecords {

    private final Dialogs dialogs;

    GateRecords(Dialogs dialogs) {
        this.dialogs = dialogs;
    }

    void showRules(GateDossier gate) {
        TableView<GateRule> table = Tables.dense("No rule was asked.");
        table.setId("rule-trace");
        table.getColumns().add(Tables.drawn("", 30, rule -> Icons.of(state(rule), 14)));
        table.getColumns().add(Tables.text("Rule", 200, GateRule::rule));
        table.getColumns().add(Tables.text("Metric", 230, GateRule::metric));
        table.getColumns().add(Tables.text("Value", 80, rule -> figure(rule, rule.value())));
        table.getColumns().add(Tables.text("Threshold", 80, rule -> figure(rule, rule.threshold())));
        table.getColumns().add(Tables.text("Fired", 84, GateRule::verdict));
        table.getColumns().add(Tables.text("Evidence", 130, rule -> rule.strength().word()));
        table.getColumns().add(Tables.text("In words", 420, GateRule::sentence));
        table.getItems().setAll(gate.result().rules());
        show("Every rule that was asked, " + gate.result().fired().size() + " of " + gate.result().rules().size() + " fired, "
            + gate.result().rules().stream().filter(rule -> !rule.fired() && rule.strength() == EvidenceStrength.NOT_ENOUGH_EVIDENCE)
                .count()
            + " without enough evidence", table, 1300);
    }

    private static SafetyState state(GateRule rule) {
        if (rule.fired()) {
            return GateView.stateOf(rule.outcome());
        }
        return rule.strength() == EvidenceStrength.NOT_ENOUGH_EVIDENCE ? SafetyState.NOT_ENOUGH_EVIDENCE : SafetyState.OK;
    }

    /** Every acceptance of the workspace, what needs somebody first. */
    void showRegister(List<AcceptanceRegister.Line> lines) {
        TableView<AcceptanceRegister.Line> table = Tables.dense("No risk acceptance has been asked for in this workspace.");
        table.setId("acceptances");
        table.getColumns().add(Tables.text("Acceptance", 90, line -> line.acceptance().id()));
        table.getColumns().add(Tables.text("State", 90, line -> line.acceptance().state().word()));
        table.getColumns().add(Tables.text("Needs", 190, AcceptanceRegister.Line::words));
        table.getColumns().add(Tables.text("Scope", 240, line -> line.acceptance().scope()));
        table.getColumns().add(Tables.text("Asked by", 110, line -> line.acceptance().requester()));
        table.getColumns().add(Tables.text("Owner", 110, line -> line.acceptance().owner()));
        table.getColumns().add(Tables.text("Until", 96, line -> line.acceptance().expires().toString()));
        table.getColumns().add(Tables.text("Why", 330, line -> line.acceptance().stateReason()));
        table.getItems().setAll(lines);
        long overdue = lines.stream().filter(line -> line.attention() == AcceptanceRegister.Attention.OVERDUE).count();
        long soon = lines.stream().filter(line -> line.attention() == AcceptanceRegister.Attention.EXPIRING).count();
        long waiting = lines.stream().filter(line -> line.attention() == AcceptanceRegister.Attention.WAITING).count();
        show("Risk acceptances: " + overdue + " overdue, " + soon + " ending soon, " + waiting + " waiting", table, 1300);
    }

    void showHistory(GateDossier gate) {
        List<Node> entries = new ArrayList<>();
        for (int i = gate.history().size() - 1; i >= 0; i--) {
            entries.add(entry(gate.history().get(i)));
        }
        if (entries.isEmpty()) {
            entries.add(Words.body("Nothing has been decided at this gate yet."));
        }
        VBox list = new VBox(12);
        list.setId("gate-history");
        list.getChildren().addAll(entries);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        show("Decisions at gate " + gate.subject().shortName() + ", computed again", scroll, 760);
    }

    private static String signed(Replay replay) {
        String key = replay.decision().entry().key();
        return key.isEmpty() ? "not signed" : "signed with key " + key.substring(0, Math.min(16, key.length()));
    }

    private static Node entry(Replay replay) {
        VBox box = new VBox(3, Words.strong(replay.decision().act().words() + " · " + replay.decision().by() + " · "
            + Figures.moment(replay.decision().at())),
            Words.wrapped(Words.body(replay.decision().outcome().word() + ", " + replay.decision().evidence().word() + ". "
                + replay.decision().reason())),
            Words.mono(signed(replay) + ", journal line " + replay.decision().entry().sequence() + ", " + replay.decision().entry()
                .hash()));
        HBox verdict = new HBox(6, Icons.of(replay.isStale() ? SafetyState.WATCH : SafetyState.OK, 14),
            Words.wrapped(Words.body(replay.isStale()
            ? "Stale: " + String.join(" ", replay.changes()) : "Computed again with the same outcome.")));
        verdict.setAlignment(Pos.TOP_LEFT);
        box.getChildren().add(verdict);
        if (!replay.note().isEmpty()) {
            box.getChildren().add(Words.meta(replay.note()));
        }
        return box;
    }

    private void show(String title, Node content, double width) {
        HBox head = new HBox(Words.title(title));
        head.setPadding(new Insets(16, 20, 8, 20));
        VBox dialog = new VBox(head, content);
        VBox.setMargin(content, new Insets(0, 20, 20, 20));
        VBox.setVgrow(content, Priority.ALWAYS);
        dialog.getStyleClass().add("pl-dialog");
        dialog.setPrefSize(width, 560);
        dialog.setMaxSize(width, 640);
        dialogs.show(dialog, () -> { });
        Platform.runLater(content::requestFocus);
    }

    private static String figure(GateRule rule, double value) {
        return rule.rule().startsWith("gate.minimum") ? Figures.count((long) value) : Figures.signedPercent(value);
    }
}
