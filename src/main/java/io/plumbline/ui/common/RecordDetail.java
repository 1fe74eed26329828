package io.plumbline.ui.common;

import io.plumbline.domain.Flag;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.TextSpan;
import io.plumbline.signals.Evidence;
import io.plumbline.signals.sensitive.MaskedRecord;
import io.plumbline.triage.FlagWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The texts of one record and what was found in them. Choosing a flag or signal leaves its words alone highlighted. What is sensitive is
 * covered up until {@link #uncover}. The screen decides whether the texts may be shown, and logs that they were.
 */
public final class RecordDetail extends VBox {

    private static final double TALLEST = 300;

    private final MeasuredRecord measured;
    private final EvidenceChoice choice = new EvidenceChoice();
    private final HostileText prompt = new HostileText();
    private final HostileText response = new HostileText();
    private final Label caption = Words.small("");
    private int covered;
    private boolean open;

    public RecordDetail(MeasuredRecord measured) {
        this.measured = measured;
        setSpacing(4);
        getStyleClass().add("pl-record-detail");
        choice.turnTo(measured);
        // The choice lives and dies with this detail, so nothing has to be unsubscribed.
        choice.singled().addListener((value, was, is) -> singleOut());
        caption.getStyleClass().add("pl-muted");
        VBox texts = new VBox(4);
        if (!measured.record().prompt().isEmpty()) {
            texts.getChildren().addAll(section("Prompt"), prompt);
        }
        texts.getChildren().addAll(section("Response"), response);
        getChildren().addAll(reading(texts), caption, rows(new EvidenceRows(choice, new Subscriptions())));
        show();
    }

    /** Long texts scroll by themselves, so that what was found in them stays beside them. */
    private static ScrollPane reading(VBox texts) {
        ScrollPane pane = new ScrollPane(texts);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("pl-record-texts");
        pane.setMinHeight(Region.USE_PREF_SIZE);
        texts.heightProperty().addListener((value, was, is) -> pane.setPrefHeight(Math.min(TALLEST, is.doubleValue() + 2)));
        return pane;
    }

    /** How many sensitive pieces are covered up. */
    public int covered() {
        return covered;
    }

    /** Shows the texts as they are, to a person who asked for it. */
    public void uncover() {
        open = true;
        show();
    }

    private void singleOut() {
        Emphasis emphasis = choice.singled().get().isPresent() ? Emphasis.SINGLED_OUT : Emphasis.HIGHLIGHTED;
        prompt.emphasise(emphasis);
        response.emphasise(emphasis);
        show();
        if (emphasis == Emphasis.SINGLED_OUT) {
            prompt.firstEvidence().or(response::firstEvidence).ifPresent(Scrolling::to);
        }
    }

    private void show() {
        String asked = measured.record().prompt();
        String said = measured.record().response().isEmpty() ? measured.textNotice().orElse("(none)") : measured.record().response();
        if (open) {
            prompt.reveal(asked, spans(true));
            response.reveal(said, spans(false));
        } else {
            covered = prompt.show(asked, spans(true), MaskedRecord.namesInPrompt(measured))
                + response.show(said, spans(false), MaskedRecord.namesInResponse(measured));
        }
        caption.setText(choice.words());
        caption.setVisible(!choice.words().isEmpty());
        caption.setManaged(caption.isVisible());
    }

    private List<TextSpan> spans(boolean inPrompt) {
        Optional<Evidence> alone = choice.singled().get().map(EvidenceChoice.Singled::evidence);
        if (alone.isPresent()) {
            return alone.get().inPrompt() == inPrompt ? alone.get().spans() : List.of();
        }
        List<TextSpan> spans = new ArrayList<>(inPrompt ? List.of() : measured.refusalSpan());
        measured.flags().stream().filter(flag -> flag.inPrompt() == inPrompt).map(Flag::evidence).forEach(spans::addAll);
        return spans;
    }

    private VBox rows(EvidenceRows rows) {
        VBox all = new VBox(2);
        for (Flag flag : measured.flags()) {
            VBox reason = new VBox(1, Words.wrapped(Words.strong(FlagWords.of(flag.kind()))), Words.wrapped(Words.small(flag.reason() + " ("
                + (flag.version().isEmpty() ? flag.detector() : flag.version()) + ")")));
            all.getChildren().add(rows.row(EvidenceChoice.keyOf(flag), FlagWords.of(flag.kind()) + ": " + flag.reason(), reason));
        }
        for (SignalRows.Row signal : SignalRows.of(measured)) {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label name = Words.small(signal.name());
            name.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(6, name, gap, Words.strong(signal.value()));
            row.setAlignment(Pos.CENTER_LEFT);
            all.getChildren().add(rows.row(signal.name(), signal.name() + " " + signal.value() + ", " + signal.source(), row));
        }
        return all;
    }

    private static Node section(String name) {
        Label label = Words.small(name);
        label.getStyleClass().add("pl-muted");
        return label;
    }
}
