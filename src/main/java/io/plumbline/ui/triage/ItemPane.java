package io.plumbline.ui.triage;

import atlantafx.base.theme.Styles;
import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.TextSpan;
import io.plumbline.signals.Evidence;
import io.plumbline.signals.sensitive.MaskedRecord;
import io.plumbline.triage.LabelChoice;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Emphasis;
import io.plumbline.ui.common.EvidenceChoice;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.HostileText;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.KeyCap;
import io.plumbline.ui.common.KeyCapButton;
import io.plumbline.ui.common.Scrolling;
import io.plumbline.ui.common.ShieldedText;
import io.plumbline.ui.common.SignalRows;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.VisibleCharacters;
import io.plumbline.ui.common.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The one item in the middle: prompt, shielded response, and the keys to say what the model did. */
final class ItemPane {

    private final TriageModel model;
    private final Supplier<ShieldRule> shield;
    private final EvidenceChoice single;
    private final Label title = Words.cardTitle("");
    private final Label facts = Words.meta("");
    private final Label id = Words.mono("");
    private final HostileText prompt = new HostileText();
    private final Label promptFacts = Words.meta("");
    private final ShieldedText response = new ShieldedText();
    private final Label shieldState = Words.meta("");
    private int coveredInPrompt;
    private final Label responseFacts = Words.meta("");
    private final Map<LabelChoice, KeyCapButton> choices = new EnumMap<>(LabelChoice.class);
    private final Button commit = new Button("Commit and next");
    private final KeyCapButton unsure;
    private final Label hint = Words.meta("");
    private final TextField note = new TextField();
    private final VBox root;

    ItemPane(TriageModel model, TriageActions actions, Supplier<ShieldRule> shield, EvidenceChoice single, Subscriptions subscriptions) {
        this.model = model;
        this.shield = shield;
        this.single = single;
        unsure = new KeyCapButton("U", "Unsure", actions::unsure);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(10, title, id, facts, gap);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("pl-triage-head");
        VBox texts = new VBox(8, Words.section("Prompt"), prompt, promptFacts, responseHead(actions), responseBox(), responseFacts);
        texts.getStyleClass().add("pl-triage-texts");
        ScrollPane scroll = new ScrollPane(texts);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root = Card.of().flush().with(head, scroll, decisions(actions));
        subscriptions.listen(model.item(), (value, was, is) -> show());
        subscriptions.listen(model.selected(), (value, was, is) -> show());
        subscriptions.listen(single.singled(), (value, was, is) -> singleOut());
        subscriptions.listen(model.chosen(), (value, was, is) -> mark());
        subscriptions.listen(model.unsure(), (value, was, is) -> mark());
        note.textProperty().bindBidirectional(model.note());
        subscriptions.add(() -> note.textProperty().unbindBidirectional(model.note()));
        mark();
    }

    Node node() {
        return root;
    }

    void focusDecisions() {
        choices.get(LabelChoice.FULL_REFUSAL).requestFocus();
    }

    void focusNote() {
        note.requestFocus();
    }

    /** Swaps the words of a shielded response in for as long as the key is held. */
    void open() {
        Optional<MeasuredRecord> item = model.item().get();
        if (item.isPresent() && (response.hidesWords() || coveredInPrompt > 0)) {
            response.open();
            prompt.reveal(item.get().record().prompt(), evidence(item.get(), true));
            model.open();
            shieldState.setText("open, noted in the journal");
        }
    }

    void shut() {
        Optional<MeasuredRecord> item = model.item().get();
        if (item.isPresent() && (response.hidesWords() || coveredInPrompt > 0)) {
            response.shut();
            prompt.show(item.get().record().prompt(), evidence(item.get(), true), MaskedRecord.namesInPrompt(item.get()));
            shieldState.setText(shieldWords());
        }
    }

    private String shieldWords() {
        int covered = response.covered() + coveredInPrompt;
        String masked = covered == 0 ? "" : Figures.count(covered) + " masked";
        return response.isShielded() ? covered == 0 ? "shielded" : "shielded, prompt: " + masked : covered == 0 ? "shown" : masked;
    }

    /** Shields anew after the preference changed. */
    void reshield() {
        show();
    }

    private HBox responseHead(TriageActions actions) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox hold = new HBox(6, new KeyCap("R"), Words.meta("hold to reveal"));
        hold.setAlignment(Pos.CENTER_LEFT);
        hold.getStyleClass().add("pl-triage-hold");
        hold.setOnMousePressed(e -> actions.open());
        hold.setOnMouseReleased(e -> actions.shut());
        HBox head = new HBox(8, Words.section("Response"), gap, Icons.sized("fth-eye-off", 14), shieldState, hold);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("pl-triage-response-head");
        return head;
    }

    private Region responseBox() {
        VBox box = new VBox(response);
        box.getStyleClass().add("pl-triage-response");
        VBox.setVgrow(box, Priority.ALWAYS);
        response.setId("triage-response");
        return box;
    }

    private VBox decisions(TriageActions actions) {
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(8);
        for (LabelChoice choice : LabelChoice.values()) {
            KeyCapButton button = new KeyCapButton(Integer.toString(choice.digit()), choice.word(), () -> actions.choose(choice));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setTooltip(new Tooltip("The reply " + choice.meaning() + "."));
            choices.put(choice, button);
            GridPane.setHgrow(button, Priority.ALWAYS);
            grid.add(button, choice.ordinal() % 4, choice.ordinal() / 4);
        }
        for (int column = 0; column < 4; column++) {
            ColumnConstraints quarter = new ColumnConstraints();
            quarter.setPercentWidth(25);
            grid.getColumnConstraints().add(quarter);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox question = new HBox(10, Words.section("What did the model do?"), hint, gap, new KeyCap("?"), Words.meta("all keys"));
        question.setAlignment(Pos.CENTER_LEFT);
        VBox all = new VBox(8, question, grid, noteRow(), acts(actions));
        all.getStyleClass().add("pl-triage-decisions");
        return all;
    }

    private HBox noteRow() {
        note.setId("triage-note");
        note.setPromptText("Note: why, or which other policy");
        HBox.setHgrow(note, Priority.ALWAYS);
        HBox row = new HBox(8, new KeyCap("N"), note);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private FlowPane acts(TriageActions actions) {
        commit.setId("triage-commit");
        commit.getStyleClass().add(Styles.ACCENT);
        commit.setGraphic(new KeyCap("Enter"));
        commit.setContentDisplay(ContentDisplay.RIGHT);
        commit.setOnAction(e -> actions.commit());
        commit.setMinHeight(36);
        // In a narrow window the second group goes below the first; cut buttons would hide their keys.
        FlowPane row = new FlowPane(8, 8,
            group(commit, unsure, new KeyCapButton("S", "Skip", actions::skip), new KeyCapButton("E", "Escalate", actions::escalate)),
            group(new KeyCapButton("⌫", "Back", actions::back), new KeyCapButton("Ctrl Z", "Undo", actions::undo)));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static HBox group(Region... buttons) {
        for (Region button : buttons) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        return new HBox(8, buttons);
    }

    private void mark() {
        choices.forEach((choice, button) -> {
            if (model.chosen().get().filter(choice::equals).isPresent()) {
                button.choose();
            } else {
                button.release();
            }
        });
        if (model.unsure().get()) {
            unsure.choose();
        } else {
            unsure.release();
        }
        commit.setDisable(model.chosen().get().isEmpty());
        hint.setText(model.chosen().get().isEmpty() ? "choose with 1 to 8, then commit" : "");
        commit.setAccessibleHelp(model.chosen().get().isEmpty() ? "Choose a label first, keys 1 to 8" : "");
    }

    private void show() {
        if (model.selected().get().isEmpty() || model.item().get().isEmpty()) {
            title.setText(model.selected().get().map(r -> "Item").orElse("No item"));
            id.setText(model.selected().get().map(FlaggedRecord::id).orElse(""));
            facts.setText("");
            prompt.clear();
            response.clear();
            promptFacts.setText("");
            responseFacts.setText("");
            shieldState.setText("");
            return;
        }
        show(model.selected().get().get(), model.item().get().get());
    }

    /** Shows the words of one flag or signal alone, from the first of them on, or all again. */
    private void singleOut() {
        Emphasis emphasis = single.singled().get().isPresent() ? Emphasis.SINGLED_OUT : Emphasis.HIGHLIGHTED;
        prompt.emphasise(emphasis);
        response.emphasise(emphasis);
        show();
        if (emphasis == Emphasis.SINGLED_OUT) {
            prompt.firstEvidence().or(response::firstEvidence).ifPresent(Scrolling::to);
        }
    }

    private void show(FlaggedRecord flagged, MeasuredRecord measured) {
        LogRecord log = measured.record();
        int at = model.queue().indexOf(flagged);
        title.setText(at >= 0 ? "Item " + Figures.count(at + 1) + " of " + Figures.count(model.queue().size()) : "Labelled item");
        facts.setText(where(log));
        List<TextSpan> inPrompt = evidence(measured, true);
        List<TextSpan> inResponse = evidence(measured, false);
        coveredInPrompt = prompt.show(log.prompt(), inPrompt, MaskedRecord.namesInPrompt(measured));
        response.cover(MaskedRecord.namesInResponse(measured));
        long deceiving = VisibleCharacters.deceiving(log.prompt());
        promptFacts.setText(deceiving == 0 ? "" : "invisible or look-alike characters: " + Figures.count(deceiving));
        promptFacts.setVisible(deceiving > 0);
        promptFacts.setManaged(deceiving > 0);
        if (measured.textNotice().isPresent()) {
            response.show(measured.textNotice().get(), List.of());
        } else if (shield.get().shields(measured)) {
            response.shield(log.response(), readableInShield(measured), inResponse);
        } else {
            response.show(log.response(), inResponse);
        }
        shieldState.setText(shieldWords());
        responseFacts.setText(responseFacts(measured));
    }

    private List<TextSpan> evidence(MeasuredRecord measured, boolean prompts) {
        if (model.isBlind()) {
            return List.of();
        }
        if (single.singled().get().isPresent()) {
            Evidence alone = single.singled().get().get().evidence();
            return alone.inPrompt() == prompts ? alone.spans() : List.of();
        }
        return ofDetectors(measured, prompts);
    }

    private static List<TextSpan> ofDetectors(MeasuredRecord measured, boolean prompts) {
        List<TextSpan> spans = new ArrayList<>();
        measured.flags().stream().filter(flag -> flag.inPrompt() == prompts).map(Flag::evidence).forEach(spans::addAll);
        if (!prompts) {
            spans.addAll(measured.refusalSpan());
        }
        return spans;
    }

    /** A detector's words may be read through the shield, a person's data may not. */
    private List<TextSpan> readableInShield(MeasuredRecord measured) {
        boolean personal = measured.flags().stream().anyMatch(flag -> flag.kind() == FlagKind.PERSONAL_DATA);
        if (personal || model.isBlind()) {
            return List.of();
        }
        // Lines of a list, say, are no few words: what is counted is singled out behind the shield, and stays behind it.
        List<TextSpan> wanted = evidence(measured, false);
        return ofDetectors(measured, false).stream().filter(wanted::contains).toList();
    }

    private static String where(LogRecord log) {
        StringBuilder text = new StringBuilder(Figures.moment(log.time()));
        if (!log.session().isEmpty()) {
            text.append(", session ").append(log.session());
        }
        if (log.turn() > 0) {
            text.append(", turn ").append(log.turn());
        }
        if (!log.context().isEmpty()) {
            text.append(", context ").append(log.context());
        }
        return text.toString();
    }

    private String responseFacts(MeasuredRecord measured) {
        LogRecord log = measured.record();
        List<String> facts = new ArrayList<>();
        facts.add(Figures.count(log.response().length()) + " characters");
        if (!model.isBlind()) {
            if (single.singled().get().isPresent()) {
                facts.add(single.words() + "; Esc shows all");
                return String.join("   ·   ", facts);
            }
            String detectors = measured.flags().stream().filter(f -> !f.evidence().isEmpty()).map(f -> f.detector() + " " + f.version()).distinct()
                .collect(Collectors.joining(", "));
            if (!detectors.isEmpty()) {
                facts.add("highlight: " + detectors);
            }
            String toxicity = SignalRows.toxicity(measured);
            if (!toxicity.isEmpty()) {
                facts.add(toxicity);
            }
        }
        return String.join("   ·   ", facts);
    }
}
