package io.plumbline.ui.incidents;

import io.plumbline.domain.SafetyState;
import io.plumbline.domain.Severity;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A severity as icon, word and colour. */
final class SeverityMark {

    private SeverityMark() {
    }

    static HBox of(Severity severity, String words) {
        SafetyState state = state(severity);
        Label label = Words.strong(words);
        label.getStyleClass().add("pl-" + Icons.styleOf(state) + "-text");
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox mark = new HBox(6, Icons.of(state, 13), label);
        mark.setAlignment(Pos.CENTER_LEFT);
        return mark;
    }

    static SafetyState state(Severity severity) {
        return switch (severity) {
            case HIGH, CRITICAL -> SafetyState.ACT;
            case MEDIUM, PROVISIONAL_MEDIUM -> SafetyState.WATCH;
            case LOW -> SafetyState.OK;
        };
    }
}
