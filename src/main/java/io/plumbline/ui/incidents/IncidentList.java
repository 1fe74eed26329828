package io.plumbline.ui.incidents;

import atlantafx.base.theme.Styles;
import io.plumbline.domain.InputException;
import io.plumbline.incidents.Incident;
import io.plumbline.incidents.IncidentScope;
import io.plumbline.incidents.evidence.Period;
import io.plumbline.incidents.evidence.Shown;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.EmptyState;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.ScreenHead;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.ScreenId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;

/** All incidents, worst and newest first, and the way to open one by hand. */
final class IncidentList {

    private static final String ALL = "all categories";

    private final IncidentsViewModel model;
    private final Frame frame;
    private final VBox root = new VBox(12);

    IncidentList(IncidentsPage.Listing listing, IncidentsViewModel model, Frame frame) {
        this.model = model;
        this.frame = frame;
        List<Incident> incidents = listing.incidents();
        ScreenHead head = new ScreenHead("Incidents");
        long open = incidents.stream().filter(Incident::isOpen).count();
        head.say(incidents.isEmpty() ? "" : open == 0 ? "None open. " + lastClosed(incidents) : open + " open");
        root.getChildren().addAll(head, byHand(listing));
        Node body = incidents.isEmpty() ? new EmptyState("fth-life-buoy",
            "The five steps of an incident: what the data show in each, what people concluded, and what is missing to close it",
            "It needs days or flagged records to be about. Brush a range in Drift, escalate a record in Triage, or choose days above.",
            "Open Drift", () -> frame.navigator().go(Place.of(ScreenId.DRIFT))) : Card.of(table(incidents)).flush();
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().add(body);
    }

    Node root() {
        return root;
    }

    private static String lastClosed(List<Incident> incidents) {
        return incidents.stream().flatMap(i -> i.closure().map(c -> i.id() + " was closed on " + Figures.moment(c.at()) + ".").stream())
            .reduce((first, second) -> second).orElse("");
    }

    private TableView<Incident> table(List<Incident> incidents) {
        TableView<Incident> table = Tables.dense("");
        table.setId("incidents");
        table.getStyleClass().add("pl-first");
        table.getColumns().add(Tables.text("Incident", 90, Incident::id));
        table.getColumns().add(Tables.drawn("Severity", 150, i -> SeverityMark.of(i.severity().severity(), i.severity().severity().word())));
        table.getColumns().add(Tables.drawn("Title", 420, i -> Words.strong(i.title())));
        table.getColumns().add(Tables.text("Days", 170, i -> new Period(i.scope().from(), i.scope().to()).label()
            + i.scope().category().map(c -> ", " + Shown.category(c)).orElse("")));
        table.getColumns().add(Tables.text("Where it stands", 180, i -> i.closure().map(c -> "closed by " + c.by())
            .orElseGet(() -> i.currentStep().map(s -> "step " + s.number() + ", " + s.word()).orElse("ready to close"))));
        table.getColumns().add(Tables.text("Decision due", 150, i -> model.clockOf(i).map(c -> Figures.moment(c.due())).orElse("—")));
        table.getColumns().add(Tables.text("Opened", 200, i -> Figures.moment(i.opened()) + ", " + i.openedBy()));
        table.getItems().setAll(incidents);
        table.setRowFactory(unused -> {
            TableRow<Incident> row = new TableRow<>();
            row.setOnMouseClicked(e -> open(row.getItem()));
            return row;
        });
        table.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                open(table.getSelectionModel().getSelectedItem());
            }
        });
        return table;
    }

    private void open(Incident incident) {
        Optional.ofNullable(incident).ifPresent(i -> frame.navigator().go(Place.of(ScreenId.INCIDENTS, "incident", i.id())));
    }

    private Node byHand(IncidentsPage.Listing listing) {
        Optional<Period> days = listing.days();
        HBox line = new HBox(8);
        line.setAlignment(Pos.CENTER_LEFT);
        if (days.isEmpty()) {
            line.getChildren().add(Words.meta("No production log yet. Import one to open an incident on its days."));
            return line;
        }
        DatePicker from = new DatePicker(days.get().to().minusDays(6));
        DatePicker to = new DatePicker(days.get().to());
        from.setId("incident-from");
        to.setId("incident-to");
        from.setConverter(new LocalDateStringConverter(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ISO_LOCAL_DATE));
        to.setConverter(new LocalDateStringConverter(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ISO_LOCAL_DATE));
        from.setPrefWidth(130);
        to.setPrefWidth(130);
        ComboBox<String> category = new ComboBox<>();
        category.getItems().add(ALL);
        category.getItems().addAll(listing.categories());
        category.getSelectionModel().selectFirst();
        Button examine = new Button("Examine these days", Icons.of("fth-search"));
        examine.setId("examine");
        examine.getStyleClass().add(Styles.ACCENT);
        examine.setOnAction(e -> {
            if (from.getValue() != null && to.getValue() != null && !to.getValue().isBefore(from.getValue())) {
                IncidentScope scope = IncidentScope.range(from.getValue(), to.getValue());
                model.consider(ALL.equals(category.getValue()) ? scope : scope.inCategory(category.getValue()));
            } else {
                frame.errors().show(new InputException("The range needs a first day and a last day that is not before it."));
            }
        });
        line.getChildren().addAll(Words.meta("Open one on"), from, Words.meta("to"), to, category, examine,
            Words.meta("The log has " + days.get().label() + "."));
        return line;
    }
}
