package io.plumbline.ui.shell;

import atlantafx.base.theme.Styles;
import io.plumbline.domain.InputException;
import io.plumbline.ui.common.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A small dialog with named fields whose button carries the name of the act. It closes when the act is done; where the act is refused it
 * says
 * why and keeps everything that was typed.
 */
public final class ActForm {

    private static final double AREA = 92;
    private static final double WIDTH = 520;
    /** Fits into the smallest window with head and foot. */
    private static final double HIGHEST = 600;

    private final Dialogs dialogs;
    private final String title;
    private final VBox fields = new VBox(6);
    private final Map<String, TextInputControl> inputs = new LinkedHashMap<>();
    private final Map<String, ComboBox<String>> choices = new LinkedHashMap<>();
    private final Label problem = Words.wrapped(Words.body(""));
    private final Button confirm = new Button();

    public ActForm(Dialogs dialogs, String title, String explanation) {
        this.dialogs = dialogs;
        this.title = title;
        if (!explanation.isEmpty()) {
            fields.getChildren().add(Words.wrapped(Words.meta(explanation)));
        }
    }

    public ActForm line(String name, String label, String value) {
        return add(name, label, new TextField(value));
    }

    /** One of several words; the first is chosen unless another is. */
    public ActForm choice(String name, String label, List<String> options, String chosen) {
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(options));
        box.setValue(options.contains(chosen) ? chosen : options.get(0));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setId("field-" + name);
        box.setAccessibleText(label);
        Label words = Words.wrapped(Words.meta(label));
        words.setLabelFor(box);
        choices.put(name, box);
        fields.getChildren().addAll(words, box);
        return this;
    }

    public ActForm secret(String name, String label) {
        return add(name, label, new PasswordField());
    }

    public ActForm paragraph(String name, String label) {
        return paragraph(name, label, "");
    }

    public ActForm paragraph(String name, String label, String value) {
        TextArea area = new TextArea(value);
        area.setWrapText(true);
        area.setMinHeight(AREA);
        area.setPrefHeight(AREA);
        area.setMaxHeight(AREA);
        // Tab goes on to the next field, as in every form; a text of one paragraph needs no tabs.
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                area.fireEvent(new KeyEvent(event.getSource(), event.getTarget(), event.getEventType(), event.getCharacter(),
                    event.getText(),
                    event.getCode(), event.isShiftDown(), true, event.isAltDown(), event.isMetaDown()));
                event.consume();
            }
        });
        return add(name, label, area);
    }

    public ActForm remark(String text) {
        fields.getChildren().add(Words.wrapped(Words.meta(text)));
        return this;
    }

    /** Shows the dialog; the act runs with the fields' texts by name and says how it went. Enter in a one-line field is the button. */
    public void show(String act, Act run) {
        confirm.setText(act);
        confirm.setId("form-act");
        confirm.getStyleClass().add(Styles.ACCENT);
        confirm.setOnAction(e -> attempt(run));
        inputs.values().stream().filter(TextField.class::isInstance).map(TextField.class::cast)
            .forEach(field -> field.setOnAction(e -> confirm.fire()));
        Button cancel = new Button("Cancel");
        cancel.setOnAction(e -> dialogs.close());
        HBox foot = new HBox(8, confirm, cancel);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("pl-dialog-foot");
        problem.setId("form-problem");
        problem.getStyleClass().add("pl-form-problem");
        say("");
        fields.getChildren().add(problem);
        fields.setPadding(new Insets(0, 20, 14, 20));
        HBox head = new HBox(Words.title(title));
        head.setPadding(new Insets(16, 20, 8, 20));
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // As high as what is in it, once lines are broken; only a form that is higher than a window scrolls.
        scroll.prefViewportHeightProperty().bind(Bindings.min(fields.heightProperty(), HIGHEST));
        VBox dialog = new VBox(head, scroll, foot);
        dialog.getStyleClass().add("pl-dialog");
        dialog.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        dialog.setPrefWidth(WIDTH);
        dialogs.show(dialog, () -> { });
        inputs.values().stream().findFirst().ifPresent(first -> Platform.runLater(() -> {
            // What a scroll pane holds comes into the scene with its first layout; nothing can have the focus before that.
            dialog.applyCss();
            dialog.layout();
            first.requestFocus();
        }));
    }

    private void attempt(Act run) {
        Map<String, String> texts = new LinkedHashMap<>();
        inputs.forEach((name, input) -> texts.put(name, input.getText() == null ? "" : input.getText()));
        choices.forEach((name, box) -> texts.put(name, box.getValue()));
        say("");
        confirm.setDisable(true);
        try {
            run.with(texts, new Shown());
        } catch (InputException spoilt) {
            new Shown().refused(spoilt.getMessage());
        }
    }

    private void say(String sentence) {
        problem.setText(sentence);
        problem.setVisible(!sentence.isEmpty());
        problem.setManaged(!sentence.isEmpty());
    }

    private ActForm add(String name, String label, TextInputControl input) {
        input.setId("field-" + name);
        Label words = Words.wrapped(Words.meta(label));
        words.setLabelFor(input);
        input.setAccessibleText(label);
        inputs.put(name, input);
        fields.getChildren().addAll(words, input);
        return this;
    }

    /** What the button does. A sentence for the person may also be thrown. */
    @FunctionalInterface
    public interface Act {
        void with(Map<String, String> texts, Answer answer);
    }

    /** How an act went; told on the FX thread. */
    public interface Answer {

        void done();

        /** @param sentence why, for the person */
        void refused(String sentence);
    }

    private final class Shown implements Answer {

        @Override
        public void done() {
            dialogs.close();
        }

        @Override
        public void refused(String sentence) {
            confirm.setDisable(false);
            confirm.requestFocus();
            say(sentence);
        }
    }
}
