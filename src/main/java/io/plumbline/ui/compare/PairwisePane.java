package io.plumbline.ui.compare;

import io.plumbline.evaluation.pairwise.Choice;
import io.plumbline.evaluation.pairwise.PairwiseResult;
import io.plumbline.evaluation.pairwise.RatingPool;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.KeyCapButton;
import io.plumbline.ui.common.Segments;
import io.plumbline.ui.common.ShieldedText;
import io.plumbline.ui.common.Words;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Two answers to one prompt, without a name on either: which is the better one? All of it by keys. */
final class PairwisePane {

    private static final double WIDTH = 1240;
    private static final double ANSWER_HEIGHT = 330;

    private final PairwiseViewModel model;
    private final ShieldedText prompt = new ShieldedText();
    private final ShieldedText first = new ShieldedText();
    private final ShieldedText second = new ShieldedText();
    private final Label progress = Words.meta("");
    private final Label nothingLeft = Words.wrapped(Words.body("Every pair is rated. End the session to see what came out."));
    private final Segments pools;
    private final VBox rating;
    private final VBox summary = new VBox(12);
    private final VBox pair;
    private final Card root;

    PairwisePane(PairwiseViewModel model) {
        this.model = model;
        pools = new Segments(Stream.of(RatingPool.values()).map(RatingPool::words).toList(), index -> model.choosePool(RatingPool.values()[index]));
        pools.setId("pairwise-pool");
        pools.choose(model.pool().get().ordinal());
        Button end = new Button("End the session and show what came out");
        end.setId("pairwise-end");
        end.setOnAction(e -> model.end());
        HBox answers = new HBox(12, answer("First answer", first), answer("Second answer", second));
        pair = new VBox(10, answer("Prompt", prompt), answers, keys());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(10, progress, gap, end);
        foot.setAlignment(Pos.CENTER_LEFT);
        rating = new VBox(10, pair, nothingLeft, foot);
        root = Card.titled("Which answer is better?", "whose answer is whose stays hidden until the session ends; every word is kept as it is given")
            .with(rating, summary);
        root.setId("pairwise");
        root.getStylesheets().add(Objects.requireNonNull(PairwisePane.class.getResource("/io/plumbline/ui/compare.css")).toExternalForm());
        root.setPrefWidth(WIDTH);
        root.setMaxWidth(WIDTH);
        root.setMaxHeight(Region.USE_PREF_SIZE);
        root.setFocusTraversable(true);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.pair().addListener((value, was, is) -> show(is));
        model.result().addListener((value, was, is) -> summarise(is));
        model.rating().addListener((value, was, is) -> layOut());
        model.progress().addListener((value, was, is) -> progress.setText(is));
        layOut();
        model.load();
    }

    Node node() {
        return root;
    }

    private static VBox answer(String title, ShieldedText text) {
        ScrollPane scroll = new ScrollPane(text);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefHeight(title.equals("Prompt") ? 110 : ANSWER_HEIGHT);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("pl-answers");
        VBox box = new VBox(6, Words.strong(title), scroll);
        box.getStyleClass().add("pl-answer");
        box.setPrefWidth(WIDTH / 2);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Node keys() {
        FlowPane keys = new FlowPane(8, 8, button("←", Choice.FIRST), button("→", Choice.SECOND), button("↓", Choice.TIE), button("B", Choice.BOTH_BAD),
            new KeyCapButton("S", "Skip", model::skip), new KeyCapButton("⌫", "Undo", model::undo), new KeyCapButton("R", "Show covered words", this::reveal));
        keys.getStyleClass().add("pl-judge-checks");
        return keys;
    }

    private KeyCapButton button(String key, Choice choice) {
        KeyCapButton button = new KeyCapButton(key, choice.words(), () -> model.choose(choice));
        button.setId("pairwise-" + choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return button;
    }

    private void pressed(KeyEvent event) {
        boolean undo = event.isShortcutDown() && event.getCode() == KeyCode.Z;
        if (!model.rating().get() || event.isAltDown() || event.isShortcutDown() && !undo) {
            return;
        }
        switch (event.getCode()) {
            case LEFT, DIGIT1, NUMPAD1 -> model.choose(Choice.FIRST);
            case RIGHT, DIGIT2, NUMPAD2 -> model.choose(Choice.SECOND);
            case DOWN, T -> model.choose(Choice.TIE);
            case B -> model.choose(Choice.BOTH_BAD);
            case S -> model.skip();
            case BACK_SPACE, Z -> model.undo();
            case R -> reveal();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** All three at once: what one of them hides could tell whose it is. */
    private void reveal() {
        boolean open = Stream.of(prompt, first, second).filter(ShieldedText::hidesWords).anyMatch(text -> !text.isOpen());
        if (open) {
            model.logOpened();
        }
        for (ShieldedText text : List.of(prompt, first, second)) {
            if (text.hidesWords()) {
                if (open) {
                    text.open();
                } else {
                    text.shut();
                }
            }
        }
    }

    private void show(Optional<BlindPair> shown) {
        shown.ifPresent(blind -> {
            prompt.shield(blind.prompt(), List.of());
            for (ShieldedText text : List.of(first, second)) {
                String words = text == first ? blind.first() : blind.second();
                if (blind.shielded()) {
                    text.shield(words, List.of());
                } else {
                    text.show(words, List.of());
                }
            }
        });
        layOut();
    }

    private void layOut() {
        visible(rating, model.rating().get());
        visible(pair, model.pair().get().isPresent());
        visible(nothingLeft, model.pair().get().isEmpty());
        visible(summary, !model.rating().get());
        if (model.rating().get()) {
            root.requestFocus();
        }
    }

    private static void visible(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private void summarise(Optional<PairwiseResult> found) {
        found.ifPresent(result -> {
            pools.choose(result.pool().ordinal());
            Button start = new Button(result.raters().isEmpty() ? "Start rating" : "Rate more");
            start.setId("pairwise-start");
            start.setDefaultButton(true);
            start.setDisable(result.available() == 0);
            start.setOnAction(e -> model.start());
            summary.getChildren().setAll(pools, new PairwiseSummary(result), start);
            Platform.runLater(start::requestFocus);
        });
    }
}
