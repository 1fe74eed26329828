package io.plumbline.ui.redteam;

import io.plumbline.domain.MeasuredRecord;
import io.plumbline.redteam.AttemptOutcome;
import io.plumbline.redteam.Turn;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.HostileText;
import io.plumbline.ui.common.KeyCapButton;
import io.plumbline.ui.common.RecordDetail;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where a person notes what was said to the model and what it answered, turn by turn, and then what that was. */
final class AttemptCard {

    private final RedTeamViewModel model;
    private final TextArea prompt = area("redteam-prompt", "What you said to the model");
    private final TextArea response = area("redteam-response", "What it answered");
    private final Button add = new Button("Add turn");
    private final TextField trigger = new TextField();
    private final TextField note = new TextField();
    private final VBox said = new VBox(8);
    private final List<KeyCapButton> outcomes = new ArrayList<>();
    /** What was found in the turns so far. */
    private final Map<Turn, MeasuredRecord> measured = new HashMap<>();
    private final Label hint = Words.small("");
    private final Card root;

    AttemptCard(RedTeamViewModel model, Subscriptions subscriptions) {
        this.model = model;
        trigger.setPromptText("Trigger or ability tried, if any");
        trigger.setId("redteam-trigger");
        note.setPromptText("Note");
        note.setId("redteam-note");
        HBox.setHgrow(trigger, Priority.ALWAYS);
        HBox.setHgrow(note, Priority.ALWAYS);
        add.setId("redteam-add-turn");
        add.setOnAction(e -> addTurn());
        HBox judged = new HBox(8);
        judged.setAlignment(Pos.CENTER_LEFT);
        for (AttemptOutcome outcome : AttemptOutcome.values()) {
            KeyCapButton button = new KeyCapButton(Integer.toString(outcome.ordinal() + 1), outcome.word(), () -> judge(outcome));
            button.setId("redteam-" + outcome.name().toLowerCase(java.util.Locale.ROOT));
            outcomes.add(button);
            judged.getChildren().add(button);
        }
        judged.getChildren().add(hint);
        ScrollPane conversation = new ScrollPane(said);
        conversation.setFitToWidth(true);
        conversation.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(conversation, Priority.ALWAYS);
        root = Card.titled("Attempt", "nothing is sent anywhere: try it in your own client and note it here", add)
            .with(conversation, Words.small("Prompt"), prompt, Words.small("Response"), response, new HBox(8, trigger, note), judged);
        VBox.setVgrow(root, Priority.ALWAYS);
        ListChangeListener<Turn> changed = change -> showTurns();
        model.turns().addListener(changed);
        subscriptions.add(() -> model.turns().removeListener(changed));
        subscriptions.listen(model.reading(), (value, was, is) -> enable());
        enable();
    }

    Node node() {
        return root;
    }

    void focus() {
        prompt.requestFocus();
    }

    /** Keeps the attempt; what stands in the two fields is its last turn. */
    void judge(AttemptOutcome outcome) {
        addTurn();
        model.judge(outcome, trigger.getText().strip(), note.getText().strip());
        trigger.clear();
        note.clear();
        prompt.requestFocus();
    }

    private void addTurn() {
        model.addTurn(prompt.getText(), response.getText());
        prompt.clear();
        response.clear();
        prompt.requestFocus();
    }

    private void enable() {
        boolean open = model.reading().get().open().isPresent();
        List.of(prompt, response, trigger, note, add).forEach(field -> field.setDisable(!open));
        outcomes.forEach(button -> button.setDisable(!open));
        hint.setText(open ? "Outside the fields 1, 2 and 3 do the same. A failure is noted for the last turn." : "Start or resume a session first.");
    }

    private void showTurns() {
        measured.keySet().retainAll(model.turns());
        said.getChildren().setAll(java.util.stream.IntStream.range(0, model.turns().size()).mapToObj(i -> {
            Turn turn = model.turns().get(i);
            VBox shown = new VBox(2, Words.small("Turn " + (i + 1)), text(turn.prompt()), text(turn.response()));
            if (measured.containsKey(turn)) {
                detail(shown, measured.get(turn));
            } else {
                model.measure(turn, found -> {
                    measured.put(turn, found);
                    detail(shown, found);
                });
            }
            return (Node) shown;
        }).toList());
    }

    private static void detail(VBox shown, MeasuredRecord found) {
        shown.getChildren().setAll(shown.getChildren().get(0), new RecordDetail(found));
    }

    private static Node text(String words) {
        HostileText text = new HostileText();
        text.show(words, List.of());
        return text;
    }

    private static TextArea area(String id, String hint) {
        TextArea area = new TextArea();
        area.setId(id);
        area.setPromptText(hint);
        area.setPrefRowCount(4);
        area.setWrapText(true);
        area.setAccessibleText(hint);
        return area;
    }
}
