package io.plumbline.ui.triage;

import io.plumbline.domain.Flag;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.triage.DetectorPrecision;
import io.plumbline.triage.Label;
import io.plumbline.triage.LabelChoice;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.EvidenceChoice;
import io.plumbline.ui.common.EvidenceRows;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.SignalRows;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The column at the right: what the labels mean, why the item waits, what is like it. A second rater sees the meanings alone. */
final class ReasonPane {

    private static final int SIMILAR_SHOWN = 3;

    private final TriageModel model;
    private final EvidenceRows rows;
    private final Runnable explain;
    private final VBox root = new VBox(12);
    /** In a low window the reasons are longer than the screen. */
    private final ScrollPane scroll = new ScrollPane();

    ReasonPane(TriageModel model, EvidenceChoice evidence, Runnable explain, Subscriptions subscriptions) {
        this.model = model;
        rows = new EvidenceRows(evidence, subscriptions);
        this.explain = explain;
        scroll.setContent(root);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinWidth(240);
        scroll.setPrefWidth(318);
        scroll.setMaxWidth(318);
        subscriptions.listen(model.selected(), (value, was, is) -> show());
        subscriptions.listen(model.item(), (value, was, is) -> show());
        subscriptions.listen(model.chosen(), (value, was, is) -> show());
        subscriptions.listen(model.summary(), (value, was, is) -> show());
        show();
    }

    Node node() {
        return scroll;
    }

    private void show() {
        rows.clear();
        root.getChildren().setAll(policy());
        Optional<FlaggedRecord> selected = model.selected().get();
        if (selected.isPresent() && !model.isBlind()) {
            root.getChildren().add(why(selected.get()));
            model.item().get().ifPresent(item -> root.getChildren().add(signals(item)));
            root.getChildren().add(similar(selected.get()));
        } else if (selected.isPresent()) {
            root.getChildren().add(Card.titled("Second look", "").with(Words.wrapped(Words.meta(
                "Detectors, evidence and the first label stay hidden until you have given yours."))));
        }
    }

    private Card policy() {
        LabelChoice shown = model.chosen().get().orElse(LabelChoice.COMPLIED);
        Card card = Card.titled("Policy", model.selected().get().map(r -> Names.category(r.category())).orElse(""))
            .with(Words.wrapped(Words.body(shown.digit() + " " + shown.word() + ": the reply " + shown.meaning() + ".")));
        if (shown != LabelChoice.PARTIAL_REFUSAL) {
            card.with(Words.wrapped(Words.meta("Partial refusal: " + LabelChoice.PARTIAL_REFUSAL.meaning() + ".")));
        }
        return card;
    }

    private Card why(FlaggedRecord record) {
        Hyperlink note = new Hyperlink("Why?");
        note.setOnAction(e -> explain.run());
        Card card = Card.titled("Why it is here", "", note);
        for (Flag flag : record.flags()) {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox head = new HBox(6, Names.icon(flag.kind()), Words.strong(Names.flag(flag.kind())), gap, Words.meta(Names.certainty(flag)));
            head.setAlignment(Pos.CENTER_LEFT);
            VBox reason = new VBox(2, head, Words.wrapped(Words.meta(flag.reason())), Words.wrapped(Words.meta(detector(flag))));
            model.policyOf(flag).filter(policy -> !policy.text().isBlank()).ifPresent(policy -> reason.getChildren().add(Words.wrapped(Words.body(
                "“" + policy.text() + "” (" + policy.category().title() + ")"))));
            card.with(rows.row(EvidenceChoice.keyOf(flag), Names.flag(flag.kind()) + ": " + flag.reason(), reason));
        }
        return card;
    }

    private Card signals(MeasuredRecord item) {
        Card card = Card.titled("Signals", "");
        for (SignalRows.Row signal : SignalRows.of(item)) {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox row = new HBox(6, Words.body(signal.name()), gap, Words.strong(signal.value()));
            row.setAlignment(Pos.CENTER_LEFT);
            card.with(rows.row(signal.name(), signal.name() + " " + signal.value(), new VBox(row, Words.wrapped(Words.small(signal.source())))));
        }
        return card;
    }

    private String detector(Flag flag) {
        String name = flag.detector() + (flag.version().isEmpty() ? "" : " (" + flag.version() + ")");
        return precision(flag).map(p -> name + ", precision here " + Figures.percent(p.rate()) + " ("
                + Figures.interval(p.interval().lower(), p.interval().upper()) + ") on " + Figures.count(p.judged()))
            .orElse(name + ", precision here not measured yet");
    }

    private Optional<DetectorPrecision> precision(Flag flag) {
        return model.summary().get().stream().flatMap(summary -> summary.precision().stream())
            .filter(p -> p.detector().equals(flag.detector()) && p.version().equals(flag.version()) && p.kind() == flag.kind()).findFirst();
    }

    private Card similar(FlaggedRecord record) {
        List<FlaggedRecord> others = model.similar(record);
        Card card = Card.titled("Similar", Figures.count(others.size()) + " more of this kind and category");
        others.stream().sorted((a, b) -> Boolean.compare(labelled(b), labelled(a))).limit(SIMILAR_SHOWN).forEach(other -> card.with(row(other)));
        if (others.isEmpty()) {
            card.with(Words.meta("None."));
        }
        return card;
    }

    private boolean labelled(FlaggedRecord record) {
        return !model.labels().on(record.key()).isEmpty();
    }

    private Node row(FlaggedRecord other) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Hyperlink id = new Hyperlink(other.id());
        id.getStyleClass().add("pl-mono");
        id.setOnAction(e -> model.select(other));
        Optional<Label> label = model.labels().on(other.key()).stream().findFirst();
        HBox row = new HBox(6, id, gap);
        row.getChildren().add(label.map(l -> Names.icon(l.choice())).orElseGet(() -> Icons.sized("fth-circle", 13)));
        row.getChildren().add(Words.meta(label.map(l -> l.choice().word()).orElse("not labelled")));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
