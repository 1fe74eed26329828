package io.plumbline.ui.overview;

import atlantafx.base.theme.Styles;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.ScreenHead;
import io.plumbline.ui.common.Words;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** An empty workspace: three questions that can be asked of it, each with what it needs and the button that brings it. */
final class FirstRun {

    private static final double WIDTH = 1010;

    private final Button sample = new Button("Open the sample");

    /** @param opening whether the sample is on its way in already */
    FirstRun(boolean opening) {
        if (opening) {
            sample.setText("Opening the sample…");
            sample.setDisable(true);
        }
    }

    Node build(Runnable openSample, Runnable importFiles, Runnable showFormats) {
        sample.getStyleClass().add(Styles.ACCENT);
        sample.setId("open-sample");
        sample.setOnAction(e -> openSample.run());
        Button runs = new Button("Import runs");
        runs.setOnAction(e -> importFiles.run());
        Button log = new Button("Import a log");
        log.setOnAction(e -> importFiles.run());
        HBox cards = new HBox(12,
            card("fth-play-circle", "Look around in the sample", "Real published runs and a 90-day log with an incident in it. Nothing to configure.",
                "Ready: it comes with the program, no network needed", sample),
            card("fth-columns", "Compare two runs", "Did fine-tuning weaken refusals? See categories, flips and what the evidence can carry.",
                "Needs: one run of the base, one of the tuned model", runs),
            card("fth-activity", "Watch a deployment", "When did behaviour drift, and why? Change points, control limits, slices.",
                "Needs: a log with time, prompt and response", log));
        Label title = Words.smallFigure("Start with a question, not with a set-up");
        Label more = Words.body("This page will say in one sentence what changed in your model, how sure that is, and what to do next.");
        more.getStyleClass().add("pl-muted");
        VBox block = new VBox(10, title, more, cards, dropArea(showFormats));
        block.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        StackPane middle = new StackPane(block);
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox page = new VBox(new ScreenHead("Overview"), middle);
        page.getStyleClass().add("pl-screen");
        page.setId("first-run");
        return page;
    }

    void focusFirst() {
        sample.requestFocus();
    }

    private static Card card(String icon, String title, String text, String needs, Button action) {
        StackPane tile = new StackPane(Icons.sized(icon, 20));
        tile.getChildren().get(0).getStyleClass().add("accent");
        tile.getStyleClass().addAll("pl-icon-tile", "accent");
        tile.setMaxWidth(36);
        Label body = Words.wrapped(Words.body(text));
        body.getStyleClass().add("pl-muted");
        Region rule = new Region();
        rule.getStyleClass().add("pl-rule");
        Region push = new Region();
        VBox.setVgrow(push, Priority.ALWAYS);
        Label need = Words.wrapped(Words.body(needs));
        need.getStyleClass().add("pl-meta");
        Card card = Card.of(tile, Words.cardTitle(title), body, push, rule, need, action);
        card.setPadding(new Insets(16, 20, 16, 20));
        card.setPrefWidth(100);
        card.setMinHeight(222);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private static HBox dropArea(Runnable showFormats) {
        Label words = Words.body("Or drop files anywhere in this window: Inspect, JailbreakBench, refusal_direction, XSTest, JSONL, CSV.");
        words.getStyleClass().add("pl-muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Hyperlink formats = new Hyperlink("All formats");
        formats.setOnAction(e -> showFormats.run());
        HBox area = new HBox(Icons.of("fth-upload"), words, gap, formats);
        area.getStyleClass().add("pl-drop-area");
        area.setAlignment(Pos.CENTER_LEFT);
        return area;
    }
}
