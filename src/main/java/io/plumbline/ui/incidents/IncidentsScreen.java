package io.plumbline.ui.incidents;

import io.plumbline.incidents.IncidentScope;
import io.plumbline.store.Workspace;
import io.plumbline.store.WorkspaceChanges;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.KeyList;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.Screen;
import io.plumbline.ui.shell.ScreenId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Incidents: the list, the page on which one is opened, and the five steps of one. Places: {@code incident → INC-001}; {@code from},
 * {@code to} and perhaps {@code category} for days that were brushed; {@code record} or {@code records} for
 * flagged records, several keys separated by commas.
 */
public final class IncidentsScreen implements Screen {

    private final Frame frame;
    private final IncidentsViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private final VBox root = new VBox();
    private final ReportDestination destination;
    private Optional<IncidentPage> shown = Optional.empty();

    public IncidentsScreen(Workspace workspace, Frame frame) {
        this(workspace, frame, Clock.systemUTC(), Optional.empty());
    }

    /** @param destination where reports go; empty for the platform's file chooser */
    IncidentsScreen(Workspace workspace, Frame frame, Clock clock, Optional<ReportDestination> destination) {
        this.frame = frame;
        this.destination = destination.orElseGet(() -> new ChosenFile(root));
        this.model = new IncidentsViewModel(workspace, frame.tasks(), frame.errors(), clock);
        root.getStyleClass().add("pl-screen");
        root.setId("incidents-screen");
        subscriptions.listen(model.page(), (value, was, is) -> render(is));
        subscriptions.add(workspace.changes().subscribe(change -> Platform.runLater(() -> {
            if (change == WorkspaceChanges.Change.DECISIONS) {
                model.decisionsChanged();
            } else if (change == WorkspaceChanges.Change.IMPORTS) {
                model.importsChanged();
            }
        })));
        render(model.page().get());
        model.list();
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Place place) {
        Map<String, String> arguments = place.arguments();
        if (arguments.containsKey("incident")) {
            model.show(arguments.get("incident"));
        } else if (arguments.containsKey("records")) {
            model.considerRecords(KeyList.read(arguments.get("records")));
        } else if (arguments.containsKey("record")) {
            model.considerRecords(List.of(arguments.get("record")));
        } else {
            range(arguments).ifPresentOrElse(model::consider, model::list);
        }
    }

    @Override
    public Place place() {
        Map<String, String> arguments = new HashMap<>();
        if (model.page().get() instanceof IncidentsPage.One one) {
            arguments.put("incident", one.incident().id());
        } else if (model.page().get() instanceof IncidentsPage.Opening opening) {
            arguments.put("from", opening.scope().from().toString());
            arguments.put("to", opening.scope().to().toString());
            opening.scope().category().ifPresent(category -> arguments.put("category", category));
            if (!opening.scope().records().isEmpty()) {
                arguments.put("records", KeyList.write(opening.scope().records()));
            }
        }
        return new Place(ScreenId.INCIDENTS, arguments);
    }

    @Override
    public void focusFirst() {
        shown.ifPresentOrElse(IncidentPage::focusFirst, () -> {
            Node first = root.lookup(".pl-first");
            (first == null ? root : first).requestFocus();
        });
    }

    @Override
    public void close() {
        shown.ifPresent(IncidentPage::close);
        subscriptions.close();
    }

    private void render(IncidentsPage page) {
        if (page instanceof IncidentsPage.One one && shown.filter(p -> p.shows(one.incident().id())).isPresent()) {
            shown.get().update(one);
            return;
        }
        shown.ifPresent(IncidentPage::close);
        shown = Optional.empty();
        Node content;
        if (page instanceof IncidentsPage.One one) {
            IncidentPage incident = new IncidentPage(one, model, frame, new ReportActions(model, frame, destination));
            shown = Optional.of(incident);
            content = incident.root();
        } else if (page instanceof IncidentsPage.Opening opening) {
            content = new OpeningForm(opening, model, frame, new ReportActions(model, frame, destination)).root();
        } else if (page instanceof IncidentsPage.Listing listing) {
            content = new IncidentList(listing, model, frame).root();
        } else {
            content = Card.of(Words.meta("Reading incidents"));
        }
        VBox.setVgrow(content, Priority.ALWAYS);
        root.getChildren().setAll(content);
        Platform.runLater(this::focusFirst);
    }

    private static Optional<IncidentScope> range(Map<String, String> arguments) {
        try {
            if (!arguments.containsKey("from") || !arguments.containsKey("to")) {
                return Optional.empty();
            }
            LocalDate from = LocalDate.parse(arguments.get("from"));
            LocalDate to = LocalDate.parse(arguments.get("to"));
            Optional<String> category = Optional.ofNullable(arguments.get("category")).filter(c -> !c.isEmpty() && !c.equals("all"));
            return to.isBefore(from) ? Optional.empty() : Optional.of(new IncidentScope(from, to, category, List.of()));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
