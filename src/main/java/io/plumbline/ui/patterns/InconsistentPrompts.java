package io.plumbline.ui.patterns;

import atlantafx.base.theme.Styles;
import io.plumbline.domain.SafetyState;
import io.plumbline.signals.trigger.Inconsistency;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.HostileText;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Some prompts of an inconsistency, each with how it was answered. */
final class InconsistentPrompts extends VBox {

    InconsistentPrompts(Inconsistency inconsistency, Runnable close) {
        getStyleClass().addAll("pl-dialog", "pl-card");
        setId("inconsistent-prompts");
        setSpacing(10);
        setMaxSize(760, Region.USE_PREF_SIZE);
        getChildren().addAll(Words.title(Figures.count(inconsistency.n()) + " near-identical prompts"),
            Words.wrapped(Words.meta(Figures.count(inconsistency.complied()) + " complied with, " + Figures.count(inconsistency.n() - inconsistency.complied())
                + " refused; " + inconsistency.variants() + " wordings. Their opening was logged.")));
        for (Inconsistency.Example example : inconsistency.prompts()) {
            Label outcome = Words.strong(example.refused() ? "refused" : "complied");
            outcome.setMinWidth(72);
            HostileText text = new HostileText();
            text.show(example.text(), List.of());
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox row = new HBox(8, Icons.of(example.refused() ? SafetyState.OK : SafetyState.ACT, 14), outcome, text);
            row.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(row);
        }
        Button done = new Button("Close");
        done.setId("inconsistent-close");
        done.getStyleClass().add(Styles.SMALL);
        done.setOnAction(e -> close.run());
        HBox end = new HBox(done);
        end.setAlignment(Pos.CENTER_RIGHT);
        getChildren().add(end);
    }
}
