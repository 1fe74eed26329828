package io.plumbline.ui.patterns;

import io.plumbline.monitoring.TriggerReport;
import io.plumbline.monitoring.VisibleText;
import io.plumbline.monitoring.WatchHits;
import io.plumbline.signals.trigger.Inconsistency;
import io.plumbline.signals.trigger.TriggerCandidate;
import io.plumbline.signals.trigger.WatchEntry;
import io.plumbline.signals.trigger.WatchKind;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.ScreenHead;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.ScreenId;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Texts that switch refusal off, requests answered inconsistently, and the texts that people watch for. */
final class TriggersView implements PatternView {

    private static final String WHY = "Every run of one to six words and signs in harm-category prompts is counted, one user's repeats of a request "
        + "once. Those that mark complied prompts (weighted log-odds with an informative Dirichlet prior, Monroe, Colaresi and Quinn 2008) are compared "
        + "with prompts of the same category and week by an exact test; p-values are adjusted over everything examined (Benjamini and Hochberg 1995). "
        + "What one candidate explains is left out before the next is sought, so pieces of a trigger do not show up beside it. “Same request "
        + "without it” looks up near-identical prompts (MinHash) that lack the text.\n\nInconsistent are requests that come again and again, nearly "
        + "word by word, and get different answers more often than prompts of their category and week do (binomial tail, adjusted).";

    private final TriggersModel model;
    private final Frame frame;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Button search = new Button("Search again", Icons.of("fth-search"));
    private final ScreenHead head;
    private final TableView<TriggerReport.Candidate> candidates = Tables.dense("No text goes with compliance beyond chance.");
    private final TableView<Inconsistency> inconsistencies = Tables.dense("No request is answered more differently than others of its category and week.");
    private final TableView<WatchEntry> watched = Tables.dense("Nothing is watched for yet. Add a text below, or with “Watch” beside a candidate.");
    private final ComboBox<WatchKind> kind = new ComboBox<>();
    private final TextField text = new TextField();
    private final TextField reason = new TextField();
    private final Button add = new Button("Add to watch list");
    private final Label restated = new Label();
    private final VBox root = new VBox(12);

    TriggersView(TriggersModel model, Frame frame) {
        this.model = model;
        this.frame = frame;
        head = ViewHead.of(search, "triggers-search", model::search, frame, "How triggers are found", WHY);
        candidateColumns();
        inconsistencyColumns();
        watchColumns();
        Card watch = Card.titled("Watch list", "texts looked for in every prompt; each change is a decision in the journal").flush()
            .with(watched, restated, form());
        restated.setId("watch-restated");
        restated.getStyleClass().add("pl-muted");
        restated.textProperty().bind(model.restated());
        restated.visibleProperty().bind(restated.textProperty().isNotEmpty());
        restated.managedProperty().bind(restated.visibleProperty());
        restated.setWrapText(true);
        restated.setPadding(new Insets(6, 12, 0, 12));
        VBox.setVgrow(watched, Priority.ALWAYS);
        root.setId("triggers-view");
        root.getStyleClass().add("pl-screen");
        root.getChildren().addAll(head, grown(Card.titled("Trigger candidates", "share complied with, against prompts of the same category and week")
            .flush().with(candidates), candidates), grown(Card.titled("Same request, different outcome", "near-identical prompts").flush()
            .with(inconsistencies), inconsistencies), grown(watch, watched));
        subscriptions.listen(model.report(), (value, was, is) -> showReport());
        subscriptions.listen(model.entries(), (value, was, is) -> watched.getItems().setAll(is));
        showReport();
        model.search();
    }

    private static Card grown(Card card, TableView<?> table) {
        table.setMinHeight(96);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    private void candidateColumns() {
        candidates.setId("trigger-candidates");
        candidates.getColumns().add(Tables.drawn("Text", 250, c -> Words.mono(VisibleText.of(c.found().text()))));
        candidates.getColumns().add(Tables.number("Prompts", 80, c -> c.found().n(), Figures::count));
        candidates.getColumns().add(Tables.number("Complied", 90, c -> c.found().share(), Figures::percent));
        candidates.getColumns().add(Tables.number("Expected", 90, c -> c.found().expected(), Figures::percent));
        candidates.getColumns().add(Tables.number("Lift", 70, c -> c.found().lift(), Figures::ratio));
        candidates.getColumns().add(Tables.number("Adjusted p", 90, c -> c.found().adjustedP(), Figures::pValue));
        candidates.getColumns().add(Tables.number("Users", 70, c -> c.found().users(), Figures::count));
        candidates.getColumns().add(Tables.text("Same request without it", 180, c -> c.twins().found() == 0 ? "none found"
            : Figures.percent(c.twins().refusedWithout()) + " refused"));
        candidates.getColumns().add(Tables.text("Seen", 140, c -> Figures.days(c.found().firstSeen(), c.found().lastSeen())));
        candidates.getColumns().add(Tables.drawn("", 190, this::acts));
    }

    private Node acts(TriggerReport.Candidate candidate) {
        TriggerCandidate found = candidate.found();
        Hyperlink watch = new Hyperlink("Watch");
        watch.setAccessibleText("Put " + VisibleText.of(found.text()) + " on the watch list");
        watch.setOnAction(e -> model.watch(WatchKind.LITERAL, found.text(), "trigger candidate", () -> { }));
        Hyperlink incident = new Hyperlink("Open incident");
        incident.setOnAction(e -> frame.navigator().go(new Place(ScreenId.INCIDENTS, Map.of("open", "new", "from", found.firstSeen().toString(),
            "to", found.lastSeen().toString()))));
        HBox acts = new HBox(8, watch, incident);
        acts.setAlignment(Pos.CENTER_LEFT);
        return acts;
    }

    private void inconsistencyColumns() {
        inconsistencies.setId("trigger-inconsistencies");
        inconsistencies.getColumns().add(Tables.text("Who", 190, i -> i.byOneUser() ? "user " + shortName(i.user()) : i.users() + " users"));
        inconsistencies.getColumns().add(Tables.text("Category", 190, i -> String.join(", ", i.categories()).replace('_', ' ')));
        inconsistencies.getColumns().add(Tables.number("Records", 80, Inconsistency::n, n -> Figures.count(n)));
        inconsistencies.getColumns().add(Tables.number("Complied", 80, Inconsistency::complied, n -> Figures.count(n)));
        inconsistencies.getColumns().add(Tables.number("Refused", 80, i -> i.n() - i.complied(), n -> Figures.count(n)));
        inconsistencies.getColumns().add(Tables.number("Complied, expected", 130, Inconsistency::expected, n -> Figures.count(Math.round(n))));
        inconsistencies.getColumns().add(Tables.number("Adjusted p", 90, Inconsistency::adjustedP, Figures::pValue));
        inconsistencies.getColumns().add(Tables.text("Seen", 150, i -> Figures.days(i.firstSeen(), i.lastSeen())));
        inconsistencies.getColumns().add(Tables.drawn("", 120, this::prompts));
    }

    private static String shortName(String user) {
        return VisibleText.of(user.length() > 12 ? user.substring(0, 12) : user);
    }

    private Node prompts(Inconsistency inconsistency) {
        Hyperlink read = new Hyperlink("Read prompts");
        read.setOnAction(e -> model.reveal(inconsistency, () -> frame.dialogs().show(
            new InconsistentPrompts(inconsistency, frame.dialogs()::close), () -> { })));
        return read;
    }

    private void watchColumns() {
        watched.setId("watch-list");
        watched.getColumns().add(Tables.text("Name", 80, WatchEntry::id));
        watched.getColumns().add(Tables.drawn("Text", 250, e -> Words.mono(VisibleText.of(e.text()))));
        watched.getColumns().add(Tables.text("Meant as", 130, e -> e.kind().word()));
        watched.getColumns().add(Tables.text("Hits", 80, hits(h -> Figures.count(h.records()))));
        watched.getColumns().add(Tables.text("Complied with it", 130, hits(h -> h.n() == 0 ? Figures.NONE : Figures.percent(h.with()) + " of " + Figures.count(h.n()))));
        watched.getColumns().add(Tables.text("Without it", 140, hits(h -> h.otherN() == 0 ? Figures.NONE : Figures.percent(h.without()) + " of " + Figures.count(h.otherN()))));
        watched.getColumns().add(Tables.text("Fisher p", 80, hits(h -> h.n() == 0 ? Figures.NONE : Figures.pValue(h.pValue()))));
        watched.getColumns().add(Tables.text("Reason", 220, e -> VisibleText.of(e.reason())));
        watched.getColumns().add(Tables.drawn("", 90, this::remove));
    }

    private Function<WatchEntry, String> hits(Function<WatchHits, String> words) {
        return entry -> model.hits(entry).map(words).orElse("…");
    }

    private Node remove(WatchEntry entry) {
        Hyperlink link = new Hyperlink("Remove");
        link.setAccessibleText("Remove " + entry.id() + " from the watch list");
        link.setOnAction(e -> frame.dialogs().confirm("Stop watching for " + entry.id() + "?", "The journal keeps that it was watched for.",
            "Remove from watch list", () -> model.remove(entry, "")));
        return link;
    }

    private Node form() {
        kind.getItems().setAll(WatchKind.values());
        kind.setValue(WatchKind.LITERAL);
        kind.setConverter(new StringConverter<>() {
            @Override
            public String toString(WatchKind value) {
                return value == null ? "" : value.word();
            }

            @Override
            public WatchKind fromString(String word) {
                return WatchKind.LITERAL;
            }
        });
        kind.setMinWidth(180);
        kind.setAccessibleText("How the text is meant");
        text.setId("watch-text");
        text.setPromptText("Text to watch for");
        text.setAccessibleText("Text to watch for");
        HBox.setHgrow(text, Priority.ALWAYS);
        reason.setId("watch-reason");
        reason.setPromptText("Reason");
        reason.setAccessibleText("Reason");
        reason.setPrefWidth(260);
        add.setId("watch-add");
        add.disableProperty().bind(text.textProperty().isEmpty());
        add.setOnAction(e -> submit());
        text.setOnAction(e -> submit());
        reason.setOnAction(e -> submit());
        HBox form = new HBox(8, kind, text, reason, add);
        form.setAlignment(Pos.CENTER_LEFT);
        form.getStyleClass().add("pl-watch-form");
        return form;
    }

    private void submit() {
        if (!text.getText().isBlank()) {
            model.watch(kind.getValue(), text.getText(), reason.getText(), () -> {
                text.clear();
                reason.clear();
            });
        }
    }

    private void showReport() {
        head.say(model.sentence());
        model.report().get().ifPresent(report -> {
            candidates.getItems().setAll(report.candidates());
            inconsistencies.getItems().setAll(report.inconsistencies());
            watched.refresh();
        });
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public ScreenHead head() {
        return head;
    }

    @Override
    public void focusFirst() {
        candidates.requestFocus();
    }

    @Override
    public void reload() {
        model.search();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
