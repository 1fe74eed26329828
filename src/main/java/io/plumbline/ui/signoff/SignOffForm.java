package io.plumbline.ui.signoff;

import atlantafx.base.theme.Styles;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Dialogs;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A small dialog with named fields whose button carries the name of the act. */
final class SignOffForm {

    private static final double AREA = 92;

    private final Dialogs dialogs;
    private final String title;
    private final VBox fields = new VBox(6);
    private final Map<String, TextInputControl> inputs = new LinkedHashMap<>();

    SignOffForm(Dialogs dialogs, String title, String explanation) {
        this.dialogs = dialogs;
        this.title = title;
        if (!explanation.isEmpty()) {
            fields.getChildren().add(Words.wrapped(Words.meta(explanation)));
        }
    }

    SignOffForm line(String name, String label, String value) {
        return add(name, label, new TextField(value));
    }

    SignOffForm paragraph(String name, String label) {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setMinHeight(AREA);
        area.setPrefHeight(AREA);
        area.setMaxHeight(AREA);
        return add(name, label, area);
    }

    /** Shows the dialog; the act runs with the fields' texts by name. */
    void show(String act, Act run) {
        Button confirm = new Button(act);
        confirm.setId("form-act");
        confirm.getStyleClass().add(Styles.ACCENT);
        confirm.setOnAction(e -> {
            Map<String, String> texts = new LinkedHashMap<>();
            inputs.forEach((name, input) -> texts.put(name, input.getText() == null ? "" : input.getText()));
            dialogs.close();
            run.with(texts);
        });
        Button cancel = new Button("Cancel");
        cancel.setOnAction(e -> dialogs.close());
        HBox foot = new HBox(8, confirm, cancel);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("pl-dialog-foot");
        fields.setPadding(new Insets(0, 20, 14, 20));
        HBox head = new HBox(Words.title(title));
        head.setPadding(new Insets(16, 20, 8, 20));
        VBox dialog = new VBox(head, fields, foot);
        dialog.getStyleClass().add("pl-dialog");
        dialog.setMaxSize(520, Region.USE_PREF_SIZE);
        dialog.setPrefWidth(520);
        dialogs.show(dialog, () -> { });
        inputs.values().stream().findFirst().ifPresent(first -> Platform.runLater(first::requestFocus));
    }

    private SignOffForm add(String name, String label, TextInputControl input) {
        input.setId("field-" + name);
        Label words = Words.meta(label);
        words.setLabelFor(input);
        input.setAccessibleText(label);
        inputs.put(name, input);
        fields.getChildren().addAll(words, input);
        return this;
    }

    /** What the button does. */
    @FunctionalInterface
    interface Act {
        void with(Map<String, String> texts);
    }
}
