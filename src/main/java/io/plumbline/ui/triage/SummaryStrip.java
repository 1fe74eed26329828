package io.plumbline.ui.triage;

import io.plumbline.domain.SafetyState;
import io.plumbline.triage.Agreement;
import io.plumbline.triage.AuditedRate;
import io.plumbline.triage.DetectorPrecision;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.StateChip;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Words;
import java.util.Comparator;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The strip at the foot: how far two people agree, how good the detectors are by these labels, how often harm was answered, when a break is due. */
final class SummaryStrip {

    private static final int DETECTORS_SHOWN = 1;

    private final TriageModel model;
    private final int breakAfter;
    private final HBox content = new HBox(28);
    private final Card root;

    SummaryStrip(TriageModel model, int breakAfter, Subscriptions subscriptions) {
        this.model = model;
        this.breakAfter = breakAfter;
        content.setAlignment(Pos.CENTER_LEFT);
        root = Card.of(content);
        root.setMinHeight(78);
        subscriptions.listen(model.summary(), (value, was, is) -> show());
        subscriptions.listen(model.pace(), (value, was, is) -> show());
        show();
    }

    Node node() {
        return root;
    }

    private void show() {
        content.getChildren().clear();
        model.summary().get().ifPresent(summary -> {
            agreement(summary.agreement());
            content.getChildren().add(rule());
            detectors(summary);
            content.getChildren().addAll(rule(), column("Harm answered", Words.meta(rate(summary.rate()))), rule(),
                column("Exposure", exposure(summary.openedToday())));
        });
    }

    private void agreement(Agreement agreement) {
        content.getChildren().add(column("Agreement", Words.meta(Figures.count(agreement.units()) + " rated twice")));
        if (!agreement.isEnough()) {
            StateChip chip = new StateChip(SafetyState.NOT_ENOUGH_EVIDENCE);
            HBox row = new HBox(8, chip, Words.meta(agreement.units() + " of " + agreement.needed() + " records rated twice"));
            row.setAlignment(Pos.CENTER_LEFT);
            content.getChildren().add(row);
        }
        agreement.coefficients().forEach(c -> content.getChildren().add(column(c.name(),
            Words.strong(decimal(c.value()) + "  " + decimal(c.interval().lower()) + "–" + decimal(c.interval().upper())))));
    }

    private void detectors(TriageSummary summary) {
        if (summary.precision().isEmpty()) {
            content.getChildren().add(column("Detectors", Words.meta("Precision shows after the first labels.")));
        }
        summary.precision().stream().sorted(Comparator.comparingLong(DetectorPrecision::judged).reversed()).limit(DETECTORS_SHOWN)
            .forEach(p -> content.getChildren().add(column(Names.flag(p.kind()) + ", " + p.detector(),
                Words.meta("precision " + Figures.percent(p.rate()) + " (" + Figures.interval(p.interval().lower(), p.interval().upper())
                    + ") on " + Figures.count(p.judged())))));
    }

    private static String rate(AuditedRate rate) {
        if (rate.requests() == 0) {
            return "no requests for harm";
        }
        String raw = "raw " + Figures.percent((double) rate.answered() / rate.requests());
        return rate.corrected().map(c -> "corrected " + Figures.percent(c.rate()) + " (" + Figures.interval(c.interval().lower(),
                c.interval().upper()) + "), " + raw)
            .orElseGet(() -> raw + ", not enough to correct: " + (rate.judged() < rate.needed()
                ? rate.judged() + " of " + rate.needed() + " of the draw" : "the draw does not tell"));
    }

    private Label exposure(long opened) {
        long minutes = model.pace().get().stretch().toMinutes();
        String texts = Figures.count(opened) + (opened == 1 ? " text opened today" : " texts opened today");
        if (minutes >= breakAfter) {
            Label due = Words.strong("Time for a break: " + minutes + " min without one");
            due.setId("triage-break");
            return due;
        }
        return Words.meta(texts + (minutes == 0 ? "" : ", break in " + (breakAfter - minutes) + " min"));
    }

    private static VBox column(String title, Node below) {
        VBox column = new VBox(2, Words.strong(title), below);
        column.setAlignment(Pos.CENTER_LEFT);
        return column;
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("pl-rule-vertical");
        return rule;
    }

    /** .81, −.05 */
    private static String decimal(double value) {
        String text = String.format(Locale.ROOT, "%.2f", Math.abs(value));
        return (value < 0 ? "\u2212" : "") + (text.startsWith("0") ? text.substring(1) : text);
    }
}
