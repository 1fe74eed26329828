package io.plumbline.ui.settings;

import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.KeyCap;
import io.plumbline.ui.common.Look;
import io.plumbline.ui.common.Segments;
import io.plumbline.ui.common.StateChip;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Theme;
import io.plumbline.ui.common.Words;
import io.plumbline.domain.SafetyState;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Light or dark, and how large the text is. */
final class LookCard {

    private final Look look;
    private final Subscriptions subscriptions;

    LookCard(Look look, Subscriptions subscriptions) {
        this.look = look;
        this.subscriptions = subscriptions;
    }

    Node node() {
        Segments themes = new Segments(List.of("Light", "Dark"), chosen -> {
            Theme wanted = chosen == 0 ? Theme.LIGHT : Theme.DARK;
            if (look.theme().get() != wanted) {
                look.choose(wanted);
            }
        });
        themes.choose(look.theme().get() == Theme.LIGHT ? 0 : 1);
        subscriptions.listen(look.theme(), (value, was, is) -> themes.choose(is == Theme.LIGHT ? 0 : 1));
        Button smaller = new Button("Smaller");
        smaller.setOnAction(e -> look.smaller());
        Button larger = new Button("Larger");
        larger.setOnAction(e -> look.larger());
        Label size = Words.strong(percent());
        subscriptions.listen(look.scale(), (value, was, is) -> size.setText(percent()));
        HBox theme = row("Theme", themes);
        HBox text = row("Text size", smaller, size, larger, new KeyCap("Ctrl −"), new KeyCap("Ctrl +"), new KeyCap("Ctrl 0"));
        HBox states = row("The four states", new StateChip(SafetyState.OK), new StateChip(SafetyState.WATCH), new StateChip(SafetyState.ACT),
            new StateChip(SafetyState.NOT_ENOUGH_EVIDENCE));
        return Card.titled("Look", "").with(theme, text, states);
    }

    private String percent() {
        return Math.round(look.scale().get() * 100) + "%";
    }

    private static HBox row(String name, Node... nodes) {
        Label label = Words.body(name);
        label.setMinWidth(140);
        HBox row = new HBox(8, label);
        row.getChildren().addAll(nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
