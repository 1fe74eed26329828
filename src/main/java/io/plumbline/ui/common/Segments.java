package io.plumbline.ui.common;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A row of choices of which one is on, or none where the program says that none fits. */
public final class Segments extends HBox {

    private final ToggleGroup group = new ToggleGroup();
    private final List<String> choices;
    private boolean clearing;

    /** @param chosen told the index whenever a person or a program chooses */
    public Segments(List<String> choices, Consumer<Integer> chosen) {
        this.choices = List.copyOf(choices);
        for (int i = 0; i < choices.size(); i++) {
            ToggleButton button = new ToggleButton(choices.get(i));
            button.getStyleClass().addAll(i == 0 ? Styles.LEFT_PILL : i == choices.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL, Styles.SMALL);
            button.setToggleGroup(group);
            getChildren().add(button);
        }
        group.selectedToggleProperty().addListener((value, was, is) -> {
            if (is == null && !clearing) {
                group.selectToggle(was);
            } else if (is != null) {
                chosen.accept(group.getToggles().indexOf(is));
            }
        });
        getStyleClass().add("pl-segments");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
    }

    public void choose(int index) {
        group.selectToggle(group.getToggles().get(index));
    }

    /** Shows that none of the choices is what is in view. */
    public void chooseNone() {
        clearing = true;
        group.selectToggle(null);
        clearing = false;
    }

    public int chosen() {
        return group.getToggles().indexOf(group.getSelectedToggle());
    }

    public String chosenName() {
        return choices.get(chosen());
    }
}
