package io.plumbline.ui.triage;

import io.plumbline.domain.FlaggedRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.store.Workspace;
import io.plumbline.store.WorkspaceChanges;
import io.plumbline.triage.Label;
import io.plumbline.triage.LabelChoice;
import io.plumbline.triage.WorkPace;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.EmptyState;
import io.plumbline.ui.common.EvidenceChoice;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.KeyCap;
import io.plumbline.ui.common.ScreenHead;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.KeyList;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.Screen;
import io.plumbline.ui.shell.ScreenId;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Triage: one flagged output at a time, labelled by keyboard, shielded until it is opened. */
public final class TriageScreen implements Screen, TriageActions {

    private static final String RECORD = "record";
    private static final String SHIELD = "triage.shield";

    private static final double MIDDLE = 560;

    private final Workspace workspace;
    private final Frame frame;
    private final TriageModel model;
    private final EvidenceChoice evidence = new EvidenceChoice();
    private final Subscriptions subscriptions = new Subscriptions();
    private final QueuePane queue;
    private final ItemPane item;
    private final ScreenHead head;
    private final StackPane whole = new StackPane();
    private final StackPane middle = new StackPane();
    private final HBox columns;
    private final VBox root;
    private boolean focusWanted;
    private ShieldRule shield;

    public TriageScreen(Workspace workspace, Frame frame) {
        this.workspace = workspace;
        this.frame = frame;
        shield = workspace.settings().get(SHIELD).map(ShieldRule::valueOf).orElse(ShieldRule.HARM_CATEGORIES);
        model = new TriageModel(workspace, frame.tasks(), frame.errors(), Clock.systemUTC());
        queue = new QueuePane(model, subscriptions);
        // Listens before the panes do: they ask it about the record they show.
        subscriptions.listen(model.item(), (value, was, is) -> turn());
        subscriptions.listen(model.rating(), (value, was, is) -> turn());
        item = new ItemPane(model, this, () -> shield, evidence, subscriptions);
        ReasonPane reasons = new ReasonPane(model, evidence, this::explain, subscriptions);
        SummaryStrip strip = new SummaryStrip(model, workspace.policy().count("triage.break.minutes"), subscriptions);
        // As wide as what the sides leave, however long the text is: they must not move from item to item.
        middle.setPrefWidth(MIDDLE);
        HBox.setHgrow(middle, Priority.ALWAYS);
        columns = new HBox(12, queue.node(), middle, reasons.node());
        VBox.setVgrow(whole, Priority.ALWAYS);
        head = new ScreenHead("Triage", shields(), keysButton(), secondRater());
        root = new VBox(head, whole, strip.node());
        root.getStyleClass().addAll("pl-screen", "pl-triage");
        root.getStylesheets().add(Objects.requireNonNull(TriageScreen.class.getResource("/io/plumbline/ui/triage.css")).toExternalForm());
        listen();
        showState();
        model.load();
    }

    private void listen() {
        TriageKeys keys = new TriageKeys(this);
        root.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
        root.addEventFilter(KeyEvent.KEY_RELEASED, keys::released);
        root.addEventFilter(KeyEvent.KEY_TYPED, keys::typed);
        subscriptions.listen(model.selected(), (value, was, is) -> showState());
        subscriptions.listen(model.flaggedInAll(), (value, was, is) -> showState());
        subscriptions.listen(model.filter(), (value, was, is) -> showState());
        subscriptions.listen(model.left(), (value, was, is) -> showState());
        subscriptions.listen(model.doneToday(), (value, was, is) -> showState());
        WorkspaceChanges.Subscription changes = workspace.changes().subscribe(change -> {
            if (change == WorkspaceChanges.Change.IMPORTS) {
                Platform.runLater(model::load);
            }
        });
        subscriptions.add(changes);
    }

    private void turn() {
        Optional<MeasuredRecord> shown = model.item().get();
        if (shown.isPresent() && !model.isBlind()) {
            evidence.turnTo(shown.get());
        } else {
            evidence.turnAway();
        }
    }

    private void showState() {
        head.say(Figures.count(model.doneToday().get()) + " done today, " + Figures.count(model.left().get()) + " left" + pace());
        if (model.flaggedInAll().get() == 0) {
            whole.getChildren().setAll(nothingFlagged());
            return;
        }
        if (model.selected().get().isEmpty()) {
            middle.getChildren().setAll(Card.of(empty()));
        } else if (!middle.getChildren().contains(item.node())) {
            middle.getChildren().setAll(item.node());
        }
        if (!whole.getChildren().contains(columns)) {
            whole.getChildren().setAll(columns);
        }
        if (focusWanted && model.selected().get().isPresent()) {
            focusWanted = false;
            item.focusDecisions();
        }
    }

    /** " · 2.9 a minute · about 2 h 20 min" */
    private String pace() {
        WorkPace pace = model.pace().get();
        if (pace.perMinute().isEmpty()) {
            return "";
        }
        long minutes = (long) Math.ceil(pace.minutesFor(model.left().get()).getAsDouble());
        return "  ·  " + Figures.decimal(pace.perMinute().getAsDouble(), 1) + " a minute  ·  about "
            + (minutes < 60 ? "" : Figures.count(minutes / 60) + " h ") + minutes % 60 + " min";
    }

    private Node nothingFlagged() {
        return new EmptyState("fth-inbox", "Flagged outputs wait here for a person's word.",
            "Import a production log: harm that was answered, personal data, toxicity, hidden text and a random sample come up for review.",
            "Go to Data", () -> frame.navigator().go(Place.of(ScreenId.DATA)));
    }

    private Node empty() {
        if (!model.filter().get().isBlank()) {
            return new EmptyState("fth-search", "Nothing that waits matches “" + model.filter().get() + "”.",
                "The filter looks at id, category, flag and detector.", "Clear the filter", () -> model.filter().set(""));
        }
        return model.isBlind()
            ? new EmptyState("fth-users", "Nothing waits for a second look.", "A second look begins where another person has given a first label.")
            : new EmptyState("fth-check-circle", "The queue is empty.", Figures.count(model.doneToday().get())
                + " done today. The next import brings new items; a second rater can begin now.");
    }

    private ComboBox<ShieldRule> shields() {
        ComboBox<ShieldRule> rules = new ComboBox<>();
        rules.getItems().setAll(ShieldRule.values());
        rules.setConverter(new StringConverter<>() {
            @Override
            public String toString(ShieldRule rule) {
                return rule == null ? "" : rule.word();
            }

            @Override
            public ShieldRule fromString(String word) {
                throw new UnsupportedOperationException("the box is not editable");
            }
        });
        rules.setValue(shield);
        rules.valueProperty().addListener((value, was, is) -> {
            shield = is;
            workspace.settings().put(SHIELD, is.name());
            item.reshield();
        });
        return rules;
    }

    private Button keysButton() {
        Button keys = new Button("Keys", new KeyCap("?"));
        keys.setOnAction(e -> keys());
        return keys;
    }

    private ToggleButton secondRater() {
        ToggleButton second = new ToggleButton("Second rater");
        second.selectedProperty().addListener((value, was, is) -> model.rating().set(is ? Label.Rating.SECOND_BLIND : Label.Rating.FIRST));
        return second;
    }

    private void explain() {
        frame.dialogs().explain("Precision of a detector, measured here", """
            Of the flagged records whose first label speaks to what the detector claims, the share that bears it out, with a 95 % Wilson \
            score interval (Wilson 1927). Labels given with doubt are left out.

            “Complied with harm” and “Trigger” are borne out by Complied; refuted by any refusal, Safe alternative and Not harmful. \
            “Personal data” and “Toxicity” are borne out by their own label; labels about something else say nothing of them. \
            “Detectors differ”, “Hidden text” and “Random audit” claim nothing that a label can bear out.

            The queue holds flagged records only, so this is precision, not recall; the random audit sample is there to find what was missed.""");
    }

    @Override
    public void choose(LabelChoice choice) {
        model.choose(choice);
    }

    @Override
    public void commit() {
        model.commit();
        item.focusDecisions();
    }

    @Override
    public void unsure() {
        model.unsure().set(!model.unsure().get());
    }

    @Override
    public void skip() {
        model.skip();
    }

    @Override
    public void escalate() {
        model.selected().get().ifPresent(record -> frame.navigator().go(Place.of(ScreenId.INCIDENTS, "records", KeyList.write(List.of(record.key())))));
    }

    @Override
    public void back() {
        model.back();
    }

    @Override
    public void undo() {
        model.undo();
    }

    @Override
    public void open() {
        item.open();
    }

    @Override
    public void shut() {
        item.shut();
    }

    @Override
    public void nextEvidence() {
        evidence.next();
    }

    @Override
    public boolean allEvidence() {
        return evidence.clear();
    }

    @Override
    public void note() {
        item.focusNote();
    }

    @Override
    public void search() {
        queue.focusFilter();
    }

    @Override
    public void keys() {
        frame.dialogs().explain("Keys of this screen", TriageKeys.NOTE);
    }

    @Override
    public void leaveField() {
        item.focusDecisions();
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Place place) {
        String record = place.arguments().get(RECORD);
        if (record != null) {
            model.want(record);
        }
    }

    @Override
    public Place place() {
        return model.selected().get().map(FlaggedRecord::key).map(key -> Place.of(ScreenId.TRIAGE, RECORD, key))
            .orElseGet(() -> Place.of(ScreenId.TRIAGE));
    }

    @Override
    public void focusFirst() {
        focusWanted = true;
        showState();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
