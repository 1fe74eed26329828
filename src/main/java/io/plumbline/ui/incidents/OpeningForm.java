package io.plumbline.ui.incidents;

import atlantafx.base.theme.Styles;
import io.plumbline.domain.Severity;
import io.plumbline.incidents.evidence.Investigation;
import io.plumbline.incidents.evidence.Period;
import io.plumbline.incidents.evidence.ProposedTitle;
import io.plumbline.incidents.evidence.SeverityProposal;
import io.plumbline.incidents.evidence.Shown;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.ScreenHead;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Frame;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** What a person sees before they open an incident: the evidence so far, the severity that the rules propose and why, a first title. */
final class OpeningForm {

    private final VBox root = new VBox(12);
    private final IncidentsViewModel model;

    OpeningForm(IncidentsPage.Opening opening, IncidentsViewModel model, Frame frame, ReportActions reports) {
        this.model = model;
        Button back = new Button("All incidents", Icons.of("fth-arrow-left"));
        back.setOnAction(e -> model.list());
        ScreenHead head = new ScreenHead("Open an incident", back, reports.root());
        head.say(new Period(opening.scope().from(), opening.scope().to()).label()
            + opening.scope().category().map(c -> ", " + Shown.category(c)).orElse(", all harm categories")
            + (opening.scope().records().isEmpty() ? "" : ", from " + opening.scope().records().size()
            + (opening.scope().records().size() == 1 ? " flagged record" : " flagged records")));
        root.getChildren().add(head);
        if (opening.investigation().isEmpty()) {
            root.getChildren().add(Card.of(Words.meta("The evidence is being computed. This takes a few seconds.")));
            return;
        }
        Investigation investigation = opening.investigation().get();
        VBox cards = new VBox(12, form(investigation), new ConfirmCard(investigation, frame).root(),
            new SliceCard(investigation, model, frame).root(), rules(investigation.severity()));
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().add(scroll);
    }

    Node root() {
        return root;
    }

    private Node form(Investigation investigation) {
        TextField title = new TextField(ProposedTitle.of(investigation));
        title.setId("incident-title");
        title.getStyleClass().add("pl-first");
        ComboBox<Severity> severity = severities(investigation.severity().severity());
        severity.setId("incident-severity");
        TextField reason = new TextField(investigation.severity().reason());
        reason.setId("incident-reason");
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox.setHgrow(reason, Priority.ALWAYS);
        Button open = new Button("Open incident");
        open.setId("open-incident");
        open.getStyleClass().add(Styles.ACCENT);
        open.setOnAction(e -> model.open(title.getText(), severity.getValue(), reason.getText()));
        HBox first = new HBox(8, Words.meta("Title"), title);
        HBox second = new HBox(8, Words.meta("Severity"), severity, Words.meta("because"), reason, open);
        first.setAlignment(Pos.CENTER_LEFT);
        second.setAlignment(Pos.CENTER_LEFT);
        return Card.titled("Open it", "the rules propose " + investigation.severity().severity().word() + "; you decide").with(first, second);
    }

    static ComboBox<Severity> severities(Severity chosen) {
        ComboBox<Severity> box = new ComboBox<>();
        box.getItems().setAll(Severity.values());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Severity severity) {
                return severity == null ? "" : severity.word();
            }

            @Override
            public Severity fromString(String text) {
                return chosen;
            }
        });
        box.setValue(chosen);
        return box;
    }

    private static Node rules(SeverityProposal proposal) {
        Card card = Card.titled("Why this severity", "every rule that was looked at");
        for (SeverityProposal.Rule rule : proposal.rules()) {
            boolean fired = rule.outcome() == SeverityProposal.Outcome.FIRED;
            HBox line = new HBox(8, fired ? Icons.of(SeverityMark.state(rule.severity()), 13) : Icons.sized("fth-minus", 13),
                fired ? Words.strong(rule.severity().word() + ": " + rule.name()) : Words.meta(rule.severity().word() + ": " + rule.name()),
                Words.meta(rule.finding()));
            line.setAlignment(Pos.CENTER_LEFT);
            card.with(line);
        }
        return card;
    }
}
