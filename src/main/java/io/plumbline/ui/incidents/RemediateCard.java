package io.plumbline.ui.incidents;

import io.plumbline.incidents.Incident;
import io.plumbline.incidents.IncidentLink;
import io.plumbline.incidents.LinkKind;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Step 5: what shows that the mitigation works, and what would catch the same thing next time, each linked or waived with a reason. */
final class RemediateCard {

    private final Card card = Card.titled("5 Remediate", "closing needs each of these linked, or waived with a reason");
    private final IncidentsViewModel model;

    RemediateCard(Incident incident, IncidentsViewModel model) {
        this.model = model;
        card.with(line(incident, LinkKind.MITIGATION_PROOF, "Proof that the mitigation works", List.of()),
            line(incident, LinkKind.TEST, "New test", model.tests()), line(incident, LinkKind.MONITOR, "New monitor", model.monitors()));
    }

    Card root() {
        return card;
    }

    private Node line(Incident incident, LinkKind kind, String name, List<String> known) {
        Label label = Words.strong(name);
        label.setMinWidth(190);
        HBox line = new HBox(8, label);
        line.setAlignment(Pos.CENTER_LEFT);
        incident.link(kind).ifPresent(link -> {
            Label there = Words.meta((link.state() == IncidentLink.State.WAIVED ? "waived: " : "") + link.reference() + " (" + link.by() + ")");
            line.getChildren().addAll(Icons.sized(link.state() == IncidentLink.State.WAIVED ? "fth-slash" : "fth-check", 13), there);
        });
        if (incident.isOpen()) {
            ComboBox<String> reference = new ComboBox<>();
            reference.setEditable(true);
            reference.getItems().setAll(known);
            reference.setPromptText(known.isEmpty() ? "what shows it, or why not" : "which one, or why none");
            reference.setId("link-" + kind.name());
            reference.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(reference, Priority.ALWAYS);
            Button link = new Button("Link", Icons.of("fth-check"));
            link.setId("do-link-" + kind.name());
            link.setOnAction(e -> model.link(kind, reference.getEditor().getText()));
            Button waive = new Button("Waive");
            waive.setId("do-waive-" + kind.name());
            waive.setOnAction(e -> model.waive(kind, reference.getEditor().getText()));
            link.setMinWidth(Region.USE_PREF_SIZE);
            waive.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().addAll(reference, link, waive);
        }
        return line;
    }
}
