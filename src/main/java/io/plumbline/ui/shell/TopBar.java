package io.plumbline.ui.shell;

import atlantafx.base.theme.Styles;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.KeyCap;
import io.plumbline.ui.common.Words;
import javafx.geometry.Pos;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The deployment in view, the three stages with their states, and the field that opens the palette. */
final class TopBar extends HBox {

    static final String WHY_THREE_STAGES = "Each stage catches what the others miss: tests before deployment can't cover every trigger or "
        + "what only happens in use, the gate weighs what the tests showed, and monitoring sees what changes afterwards.";

    private final MenuButton deployment = new MenuButton();
    private final Navigator navigator;
    private final Label detail = Words.small("");
    private final HBox stages = new HBox(12);

    TopBar(Runnable openPalette, Navigator navigator) {
        this.navigator = navigator;
        deployment.getStyleClass().addAll(Styles.FLAT, "pl-deployment");
        deployment.setId("deployment");
        deployment.setDisable(true);
        deployment.setMnemonicParsing(false);
        getStyleClass().add("pl-top");
        VBox name = new VBox(deployment, detail);
        name.setAlignment(Pos.CENTER_LEFT);
        stages.setAlignment(Pos.CENTER_RIGHT);
        Tooltip.install(stages, new Tooltip(WHY_THREE_STAGES));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Region line = new Region();
        line.getStyleClass().add("pl-rule-vertical");
        line.setMaxHeight(20);
        Region inner = new Region();
        HBox.setHgrow(inner, Priority.ALWAYS);
        HBox search = new HBox(Icons.sized("fth-search", 13), Words.body("Search or run…"), inner, new KeyCap("Ctrl K"));
        search.getStyleClass().add("pl-search");
        search.setId("open-palette");
        search.setFocusTraversable(true);
        search.setAccessibleText("Search or run, Ctrl K");
        search.setAccessibleRole(javafx.scene.AccessibleRole.BUTTON);
        search.setMaxHeight(28);
        search.setOnMouseClicked(e -> openPalette.run());
        search.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                openPalette.run();
                e.consume();
            }
        });
        getChildren().addAll(name, space, stages, line, search);
    }

    private MenuItem item(DeploymentChoice choice) {
        Label name = Words.strong(choice.name());
        VBox words = new VBox(name, Words.small(choice.detail()));
        MenuItem item = new CustomMenuItem(words);
        item.setOnAction(e -> navigator.go(choice.place()));
        return item;
    }

    void show(ShellStatus status) {
        deployment.setText(status.deployment());
        deployment.setAccessibleText("Deployment in view: " + status.deployment() + ", " + status.detail());
        deployment.getItems().setAll(status.choices().stream().map(this::item).toList());
        deployment.setDisable(status.choices().isEmpty());
        detail.setText(status.detail());
        stages.getChildren().clear();
        for (StageStatus stage : status.stages()) {
            if (!stages.getChildren().isEmpty()) {
                stages.getChildren().add(Icons.sized("fth-chevron-right", 14));
            }
            Label name = Words.strong(stage.name());
            name.getStyleClass().add("pl-meta");
            HBox box = new HBox(stage.state().map(state -> Icons.of(state, 16)).orElseGet(() -> Icons.sized("fth-circle", 16)), name);
            if (!stage.note().isEmpty()) {
                box.getChildren().add(Words.meta(stage.note()));
            }
            box.getStyleClass().add("pl-stage");
            box.setAccessibleText(stage.name() + ": " + stage.state().map(s -> s.word()).orElse("not begun") + " " + stage.note());
            stages.getChildren().add(box);
        }
    }
}
