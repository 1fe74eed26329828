package io.plumbline.ui.compare;

import io.plumbline.evaluation.FlipKind;
import io.plumbline.evaluation.JudgeCheck;
import io.plumbline.evaluation.PromptOutcome;
import io.plumbline.ui.common.KeyCap;
import io.plumbline.ui.common.KeyCapButton;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The right side: prompts of a category, then the two answers to one of them side by side, then the check of the judge. */
final class PromptPanel {

    private final CompareViewModel model;
    private final PromptList list;
    private final Label category = Words.cardTitle("");
    private final Label flipped = Words.meta("");
    private final Label promptName = Words.strong("");
    private final AnswerPane prompt;
    private final AnswerPane base;
    private final AnswerPane candidate;
    private final Map<JudgeCheck, KeyCapButton> buttons = new EnumMap<>(JudgeCheck.class);
    private final Label judgeWord = Words.meta("");
    private final VBox root = new VBox();
    private AnswerPane.Marks marks = AnswerPane.Marks.EVIDENCE;

    PromptPanel(CompareViewModel model, AnswerPanes panes, Subscriptions subscriptions) {
        this.model = model;
        list = new PromptList(model);
        prompt = panes.create("Prompt");
        base = panes.create("Base");
        candidate = panes.create("Candidate");
        root.getStyleClass().addAll("pl-card", "flush", "pl-prompt-panel");
        root.setMinWidth(380);
        VBox answers = new VBox(promptHead(), prompt.node(), rule(), sideBySide());
        ScrollPane scroll = new ScrollPane(answers);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("pl-answers");
        scroll.setMinHeight(160);
        scroll.setPrefHeight(260);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().addAll(head(), list.node(), rule(), scroll, rule(), checks());
        subscriptions.listen(model.prompt(), (value, was, is) -> choose(is));
        subscriptions.listen(model.shown(), (value, was, is) -> show(is));
        subscriptions.listen(model.category(), (value, was, is) -> category.setText(is));
        subscriptions.listen(model.checks(), (value, was, is) -> refreshChecks());
        ListChangeListener<PromptOutcome> counted = change -> countFlips();
        model.prompts().addListener(counted);
        subscriptions.add(() -> model.prompts().removeListener(counted));
    }

    Node node() {
        return root;
    }

    void focusList() {
        list.node().requestFocus();
    }

    boolean listHoldsFocus() {
        return list.node().isFocused();
    }

    /** Shows or hides the words of both answers and the prompt. */
    void reveal(boolean shown) {
        prompt.reveal(shown);
        base.reveal(shown);
        candidate.reveal(shown);
    }

    /** Switches between the words that make a refusal and the words in which the two answers differ. */
    void switchMarks() {
        marks = marks == AnswerPane.Marks.EVIDENCE ? AnswerPane.Marks.DIFFERENCES : AnswerPane.Marks.EVIDENCE;
        model.shown().get().ifPresent(this::mark);
    }

    private void mark(ShownPair pair) {
        if (marks == AnswerPane.Marks.DIFFERENCES) {
            model.differences(pair, found -> {
                base.mark(marks, found.inFirst());
                candidate.mark(marks, found.inSecond());
            });
        } else {
            base.mark(marks, List.of());
            candidate.mark(marks, List.of());
        }
    }

    private Node head() {
        HBox head = new HBox(8, category, flipped);
        head.setMinHeight(Region.USE_PREF_SIZE);
        head.getStyleClass().add("pl-card-head");
        return head;
    }

    private Node promptHead() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(6, promptName, gap, new KeyCap("↑"), new KeyCap("↓"), Words.meta("next"), new KeyCap("D"), Words.meta("differences"),
            new KeyCap("R"), Words.meta("hold to reveal"));
        head.getStyleClass().add("pl-card-head");
        return head;
    }

    private Node sideBySide() {
        Region line = new Region();
        line.getStyleClass().add("pl-rule-vertical");
        HBox both = new HBox(base.node(), line, candidate.node());
        HBox.setHgrow(base.node(), Priority.ALWAYS);
        HBox.setHgrow(candidate.node(), Priority.ALWAYS);
        base.node().setPrefWidth(280);
        candidate.node().setPrefWidth(280);
        return both;
    }

    private Node checks() {
        HBox row = new HBox(8);
        row.getStyleClass().add("pl-judge-checks");
        row.setAlignment(Pos.CENTER_LEFT);
        String[] keys = {"1", "2", "U"};
        for (JudgeCheck word : JudgeCheck.values()) {
            KeyCapButton button = new KeyCapButton(keys[word.ordinal()], word.words(), () -> model.check(word));
            button.setId("check-" + word.name().toLowerCase(java.util.Locale.ROOT));
            buttons.put(word, button);
            row.getChildren().add(button);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        row.getChildren().addAll(gap, judgeWord);
        return row;
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("pl-rule");
        return rule;
    }

    private void choose(Optional<PromptOutcome> chosen) {
        chosen.ifPresentOrElse(outcome -> {
            list.mark(outcome);
            PromptName name = PromptName.of(outcome.prompt());
            promptName.setText("Prompt " + name.number() + (name.name().isEmpty() ? "" : ", " + name.name()));
        }, () -> promptName.setText("No prompt chosen"));
        refreshChecks();
    }

    private void show(Optional<ShownPair> shown) {
        if (shown.isEmpty() || model.view().get().isEmpty()) {
            prompt.clear();
            base.clear();
            candidate.clear();
            judgeWord.setText("");
            return;
        }
        ShownPair pair = shown.get();
        PromptOutcome outcome = pair.outcome();
        String judge = model.view().get().get().comparison().judge();
        prompt.showPrompt(outcome, pair.base());
        base.showAnswer(pair.base(), outcome.base(), judge);
        candidate.showAnswer(pair.candidate(), outcome.candidate(), judge);
        judgeWord.setText(judge + ": " + outcome.kind().words());
        mark(pair);
    }

    private void countFlips() {
        long harmful = model.prompts().stream().filter(outcome -> outcome.kind() == FlipKind.HARMFUL).count();
        flipped.setText(model.prompts().isEmpty() ? "" : harmful + " of " + model.prompts().size() + " flipped to unsafe, "
            + model.checkedFlips() + " checked");
    }

    private void refreshChecks() {
        buttons.values().forEach(KeyCapButton::release);
        model.prompt().get().flatMap(model::checkOf).ifPresent(word -> buttons.get(word).choose());
        buttons.values().forEach(button -> button.setDisable(model.prompt().get().isEmpty()));
        list.refresh();
        countFlips();
    }
}
