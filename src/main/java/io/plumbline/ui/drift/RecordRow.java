package io.plumbline.ui.drift;

import atlantafx.base.theme.Styles;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.monitoring.VisibleText;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.RecordDetail;
import io.plumbline.ui.common.Words;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One record in the drawer. Its text is not in the scene until it is revealed, and revealing is logged first. */
final class RecordRow extends VBox {

    private static final int BARS = 18;
    private static final double CHARACTER = 5.6;

    private final MeasuredRecord measured;

    /** @param reveal logs that a text was opened, then runs what shows it */
    RecordRow(MeasuredRecord measured, BiConsumer<MeasuredRecord, Runnable> reveal) {
        this.measured = measured;
        LogRecord record = measured.record();
        Label outcome = Words.strong(measured.isRead() ? measured.countsAsRefused() ? "Refused" : "Answered" : "No answer read");
        Label category = Words.meta(CategoryNames.shown(record.category()));
        Button open = new Button("Reveal");
        open.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        open.setAccessibleText("Reveal the text of record " + record.id());
        open.setOnAction(e -> reveal.accept(measured, () -> showText(reveal)));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, outcome, category, gap, open);
        head.setAlignment(Pos.CENTER_LEFT);
        setSpacing(3);
        String scores = Double.isNaN(record.toxicity()) ? "" : " · toxicity " + Figures.decimal(record.toxicity(), 3);
        Label details = Words.wrapped(Words.small(Figures.moment(record.time()) + " · " + VisibleText.of(record.context(), 24) + scores));
        details.getStyleClass().add("pl-muted");
        getChildren().addAll(head, bars(record.prompt()), details);
        setAccessibleText("shielded, " + record.prompt().length() + " characters");
    }

    private static FlowPane bars(String text) {
        FlowPane bars = new FlowPane(6, 6);
        String[] words = text.strip().split("\\s+");
        for (int i = 0; i < Math.min(words.length, BARS); i++) {
            Region bar = new Region();
            bar.getStyleClass().add("pl-drift-shield");
            double width = Math.max(12, Math.min(84, words[i].length() * CHARACTER));
            bar.setMinSize(width, 8);
            bar.setMaxSize(width, 8);
            bars.getChildren().add(bar);
        }
        return bars;
    }

    /** The texts with what is sensitive covered up, what was found in them, and a way to uncover. */
    private void showText(BiConsumer<MeasuredRecord, Runnable> reveal) {
        RecordDetail detail = new RecordDetail(measured);
        VBox text = new VBox(3, detail);
        text.getStyleClass().add("pl-revealed");
        if (detail.covered() > 0) {
            Button uncover = new Button("Unmask " + Figures.count(detail.covered()));
            uncover.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
            uncover.setAccessibleText("Show what is covered up in record " + measured.record().id());
            uncover.setOnAction(e -> reveal.accept(measured, () -> {
                detail.uncover();
                text.getChildren().remove(uncover);
            }));
            text.getChildren().add(uncover);
        }
        getChildren().set(1, text);
    }
}
