package io.plumbline.ui.signoff;

import io.plumbline.evaluation.NoPair;
import io.plumbline.report.GateReports;
import io.plumbline.report.ReportPrinter;
import io.plumbline.redteam.Focus;
import io.plumbline.signoff.EvidenceKind;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.EmptyState;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.ScreenHead;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.compare.ComparisonPlace;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.Screen;
import io.plumbline.ui.shell.ScreenId;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The gate: evidence at the left, the policy's verdict in the middle, what it demands and the acts at the right. */
public final class SignOffScreen implements Screen {

    private final Frame frame;
    private final SignOffViewModel model;
    private final SignOffForms forms;
    private final ContextForm contexts;
    private final GateRecords records;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Button history = new Button("History", Icons.of("fth-clock"));
    private final ScreenHead head;
    private final EvidencePanel evidence;
    private final OutcomePanel outcome;
    private final DemandsPanel demands;
    private final SplitPane body;
    private final StackPane problem = new StackPane();
    private final VBox root = new VBox();

    public SignOffScreen(Workspace workspace, InstantSource clock, GateReports reports, Frame frame) {
        this.frame = frame;
        model = new SignOffViewModel(workspace, clock, frame.tasks(), frame.errors());
        forms = new SignOffForms(workspace, frame.dialogs(), model);
        contexts = new ContextForm(frame.dialogs(), model);
        records = new GateRecords(frame.dialogs());
        history.setId("gate-history-button");
        history.setOnAction(e -> model.view().get().ifPresent(view -> records.showHistory(view.dossier())));
        Button replay = new Button("Replay", Icons.of("fth-rotate-ccw"));
        replay.setId("replay-gate");
        replay.setOnAction(e -> model.reload(view -> records.showHistory(view.dossier())));
        Button register = new Button("Register", Icons.of("fth-list"));
        register.setId("acceptance-register");
        register.setOnAction(e -> model.register(records::showRegister));
        Button runs = new Button("Choose runs", Icons.of("fth-columns"));
        runs.setOnAction(e -> openFlips());
        Button export = new Button("Export", Icons.of("fth-download"));
        export.setId("export-gate");
        export.disableProperty().bind(history.disableProperty());
        GateExport exporter = new GateExport(reports, ReportPrinter.signing(workspace), frame);
        export.setOnAction(e -> model.view().get().ifPresent(view -> forms.signing("Sign the gate report",
            () -> exporter.ask(view, root.getScene().getWindow()))));
        Stream.of(runs, register, history, replay, export).forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
        head = new ScreenHead("Sign-off", runs, register, history, replay, export);
        evidence = new EvidencePanel(this::supply, this::openSessions);
        outcome = new OutcomePanel(() -> model.view().get().ifPresent(view -> records.showRules(view.dossier())));
        demands = new DemandsPanel(model, forms, this::openFlips);
        body = new SplitPane(evidence.node(), outcome.node(), demands.node());
        body.setDividerPositions(0.2, 0.715);
        body.getStyleClass().add("pl-split");
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox.setVgrow(problem, Priority.ALWAYS);
        root.getStyleClass().add("pl-screen");
        root.getStylesheets().add(Objects.requireNonNull(SignOffScreen.class.getResource("/io/plumbline/ui/signoff.css")).toExternalForm());
        root.getChildren().addAll(head, body, problem);
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F7 && model.view().get().isPresent()) {
                demands.focusNextOpen();
                event.consume();
            }
        });
        subscriptions.listen(model.view(), (value, was, is) -> show(is));
        subscriptions.listen(model.runs(), (value, was, is) -> show(model.view().get()));
        subscriptions.listen(model.problem(), (value, was, is) -> show(model.view().get()));
        subscriptions.add(workspace.changes().subscribe(change -> Platform.runLater(model::reload)));
        show(Optional.empty());
        model.reload();
    }

    private void show(Optional<GateView> shown) {
        boolean there = shown.isPresent();
        body.setVisible(there);
        body.setManaged(there);
        problem.setVisible(!there);
        problem.setManaged(!there);
        history.setDisable(!there);
        if (there) {
            GateView view = shown.get();
            head.say(view.finding());
            history.setText("History (" + view.dossier().history().size() + ")");
            evidence.show(view);
            outcome.show(view);
            demands.show(view);
        } else {
            head.say("");
            problem.getChildren().setAll(why());
        }
    }

    private Node why() {
        if (!model.problem().get().isEmpty()) {
            return new EmptyState("fth-check-square", "This gate can't be computed", model.problem().get(), "Choose other runs",
                () -> frame.navigator().go(Place.of(ScreenId.COMPARE)));
        }
        boolean choice = NoPair.leavesAChoice(model.runs().get());
        return new EmptyState("fth-check-square", "The gate: evidence, the policy's outcome with every rule, and the decision",
            NoPair.sentence(model.runs().get()), choice ? "Choose runs" : "Import runs…",
            () -> frame.navigator().go(Place.of(choice ? ScreenId.COMPARE : ScreenId.DATA)));
    }

    private void supply(EvidenceKind kind) {
        switch (kind) {
            case FLIPS_REVIEWED, RESPONSE_QUALITY -> openFlips();
            case CONTEXT, PROVIDER_COVERAGE, HARM_FORECAST -> model.view().get().ifPresent(contexts::ask);
            case OWNERS -> model.view().get().ifPresent(contexts::askOwner);
            case NO_OPEN_INCIDENT -> frame.navigator().go(Place.of(ScreenId.INCIDENTS));
            case PAIRED_PROMPTS, CATEGORIES, FRESH_RUNS, CONSISTENCY, SAME_JUDGE -> frame.navigator().go(Place.of(ScreenId.DATA));
            default -> model.view().get().ifPresent(view -> forms.attest(kind, view.policy()));
        }
    }

    private void openSessions(Focus focus) {
        model.view().get().ifPresent(view -> frame.navigator().go(new Place(ScreenId.RED_TEAM, Map.of("run",
            view.dossier().comparison().candidate().id(), "focus", focus.name()))));
    }

    private void openFlips() {
        frame.navigator().go(new Place(ScreenId.COMPARE, place().arguments()));
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Place place) {
        ComparisonPlace.read(place.arguments()).ifPresent(model::open);
    }

    @Override
    public Place place() {
        return new Place(ScreenId.SIGN_OFF, model.view().get().map(view -> ComparisonPlace.arguments(view.dossier().comparison()))
            .orElse(Map.of()));
    }

    @Override
    public void focusFirst() {
        evidence.focusFirstMissing();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
