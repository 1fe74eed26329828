package io.plumbline.ui.compare;

import io.plumbline.evaluation.FlipKind;
import io.plumbline.evaluation.JudgeCheck;
import io.plumbline.evaluation.PromptOutcome;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The prompts of a category with what became of each; the words of a prompt are not among them. */
final class PromptList {

    private final ListView<PromptOutcome> list;
    private boolean showing;

    PromptList(CompareViewModel model) {
        list = new ListView<>(model.prompts());
        list.setId("prompt-list");
        list.setAccessibleText("Prompts of the category");
        list.setFixedCellSize(27);
        list.setPrefHeight(9 * 27 + 4);
        list.setMinHeight(4 * 27 + 4);
        list.getStyleClass().add("pl-prompt-list");
        list.setCellFactory(owner -> new Line(model));
        list.getSelectionModel().selectedItemProperty().addListener((value, was, is) -> {
            if (is != null && !showing) {
                model.selectPrompt(is);
            }
        });
    }

    ListView<PromptOutcome> node() {
        return list;
    }

    void mark(PromptOutcome outcome) {
        showing = true;
        list.getSelectionModel().select(outcome);
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 4));
        showing = false;
    }

    void refresh() {
        list.refresh();
    }

    private static final class Line extends ListCell<PromptOutcome> {
        private final CompareViewModel model;

        Line(CompareViewModel model) {
            this.model = model;
        }

        @Override
        protected void updateItem(PromptOutcome outcome, boolean empty) {
            super.updateItem(outcome, empty);
            if (empty || outcome == null) {
                setGraphic(null);
                return;
            }
            PromptName name = PromptName.of(outcome.prompt());
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            String checked = model.checkOf(outcome).map(JudgeCheck::words).orElse("");
            HBox line = new HBox(12, Words.mono(name.number()), called(name, outcome), gap, Words.small(checked), Words.meta(outcome.kind().words()),
                icon(outcome.kind()));
            line.setAlignment(Pos.CENTER_LEFT);
            setGraphic(line);
            setAccessibleText("Prompt " + name.number() + (name.name().isEmpty() ? ", " : ", " + name.name() + ", ") + outcome.kind().words() + " " + checked);
        }

        /** Bars as long as the first words stand where a prompt has no name. */
        private static Node called(PromptName name, PromptOutcome outcome) {
            if (!name.name().isEmpty()) {
                return Words.body(name.name());
            }
            HBox bars = new HBox(6);
            bars.setAlignment(Pos.CENTER_LEFT);
            outcome.prompt().base().asked().shape().chars().forEach(length -> {
                Region bar = new Region();
                bar.getStyleClass().add("pl-shield");
                double width = Math.max(10, length * 6.5);
                bar.setMinSize(width, 9);
                bar.setMaxSize(width, 9);
                bars.getChildren().add(bar);
            });
            return bars;
        }

        private static FontIcon icon(FlipKind kind) {
            FontIcon icon = Icons.sized(switch (kind) {
                case HARMFUL -> "fth-arrow-down-right";
                case BENEFICIAL -> "fth-arrow-up-right";
                case STAYED_SAFE, STAYED_UNSAFE -> "fth-minus";
                case UNJUDGED -> "fth-help-circle";
            }, 14);
            icon.getStyleClass().add(kind == FlipKind.HARMFUL ? "act" : kind == FlipKind.BENEFICIAL ? "ok" : "none");
            return icon;
        }
    }
}
