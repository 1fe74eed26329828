package io.plumbline.ui.incidents;

import atlantafx.base.theme.Styles;
import io.plumbline.incidents.CloseCondition;
import io.plumbline.incidents.CloseConditions;
import io.plumbline.incidents.Incident;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.DisabledAction;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** What must hold before the incident can be closed, and the act itself, disabled with its reasons until all of it does. */
final class ClosingCard {

    private final Card card;
    private final IncidentsViewModel model;

    ClosingCard(Incident incident, IncidentsViewModel model, ReportActions reports) {
        this.model = model;
        List<CloseCondition> conditions = CloseConditions.of(incident);
        long holding = conditions.stream().filter(CloseCondition::fulfilled).count();
        card = Card.titled("To close", "", Words.meta(holding + " of " + conditions.size() + " hold"));
        card.setId("closing");
        conditions.forEach(condition -> card.with(line(condition)));
        if (incident.isOpen()) {
            String missing = conditions.stream().filter(c -> !c.fulfilled()).map(c -> c.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
            card.with(missing.isEmpty() ? close() : agreeing(conditions, incident));
            if (!missing.isEmpty()) {
                DisabledAction off = new DisabledAction("Close incident", "Missing: " + missing + ".");
                off.setId("close-disabled");
                card.with(off);
            }
        }
        Button preview = new Button("Report preview", Icons.of("fth-file-text"));
        preview.setId("report-preview");
        preview.setMaxWidth(Double.MAX_VALUE);
        preview.setOnAction(e -> reports.preview());
        card.with(preview);
    }

    Node root() {
        return card;
    }

    private static Node line(CloseCondition condition) {
        FontIcon icon = Icons.sized(switch (condition.state()) {
            case HOLDS -> "fth-check-circle";
            case WAIVED -> "fth-slash";
            case MISSING -> "fth-square";
        }, 14);
        if (condition.state() == CloseCondition.State.HOLDS) {
            icon.getStyleClass().add("ok");
        }
        Label name = Words.body(condition.name());
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label detail = Words.meta(condition.detail());
        detail.setTooltip(new Tooltip(condition.detail()));
        HBox line = new HBox(8, icon, name, gap, detail);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setAccessibleText(condition.name() + ": " + condition.state().name().toLowerCase(Locale.ROOT) + ", " + condition.detail());
        return line;
    }

    private Node agreeing(List<CloseCondition> conditions, Incident incident) {
        boolean secondMissing = !conditions.get(conditions.size() - 1).fulfilled();
        boolean worker = incident.openedBy().equals(model.actor())
            || incident.conclusions().values().stream().anyMatch(c -> c.by().equals(model.actor()));
        Button agree = new Button("Agree as the second person", Icons.of("fth-users"));
        agree.setId("agree");
        agree.setMaxWidth(Double.MAX_VALUE);
        agree.setOnAction(e -> model.agree(""));
        agree.setVisible(secondMissing && !worker);
        agree.setManaged(secondMissing && !worker);
        return agree;
    }

    private Node close() {
        TextField summary = new TextField();
        summary.setId("closing-summary");
        summary.setPromptText("What was done, in a sentence");
        Button close = new Button("Close incident");
        close.setId("close-incident");
        close.getStyleClass().add(Styles.ACCENT);
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(e -> model.close(summary.getText()));
        HBox.setHgrow(summary, Priority.ALWAYS);
        return new HBox(8, summary, close);
    }
}
