package io.plumbline.ui.incidents;

import atlantafx.base.theme.Styles;
import io.plumbline.domain.InputException;
import io.plumbline.incidents.TimelineEntry;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Frame;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The course of events: what the data know, what was decided, and what people add, at the time it happened. */
final class TimelineCard {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final IncidentsViewModel model;
    private final Frame frame;
    private final CheckBox importantOnly = new CheckBox("important only");
    private final VBox form = new VBox(6);
    private final VBox entries = new VBox();
    private final TextField at = new TextField();
    private final TextField text = new TextField();
    private final CheckBox important = new CheckBox("important");
    private final Card card;
    private IncidentsPage.One shown;

    TimelineCard(IncidentsViewModel model, Frame frame) {
        this.model = model;
        this.frame = frame;
        importantOnly.setOnAction(e -> list());
        importantOnly.setId("important-only");
        Button plus = new Button(null, Icons.of("fth-plus"));
        plus.setId("timeline-add");
        plus.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.SMALL);
        plus.setAccessibleText("Add to the timeline");
        plus.setTooltip(new Tooltip("Add to the timeline (T)"));
        plus.setOnAction(e -> begin());
        card = Card.titled("Timeline", "", importantOnly, plus);
        ScrollPane scroll = new ScrollPane(entries);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        buildForm();
        card.with(form, scroll);
    }

    Node root() {
        return card;
    }

    void show(IncidentsPage.One one) {
        shown = one;
        list();
    }

    /** Opens the field for a new entry, at this moment. */
    void begin() {
        beginAt(model.now());
    }

    private void beginAt(Instant moment) {
        if (shown.incident().isOpen()) {
            at.setText(MINUTE.format(LocalDateTime.ofInstant(moment, ZoneOffset.UTC)));
            form.setVisible(true);
            form.setManaged(true);
            text.requestFocus();
        }
    }

    private void buildForm() {
        at.setId("timeline-at");
        at.setPrefWidth(140);
        at.setTooltip(new Tooltip("UTC; an earlier time puts the entry between the others"));
        text.setId("timeline-text");
        text.setPromptText("What happened");
        Button add = new Button("Add");
        add.setId("timeline-save");
        add.getStyleClass().add(Styles.ACCENT);
        add.setOnAction(e -> save());
        text.setOnAction(e -> save());
        HBox line = new HBox(8, at, Words.meta("UTC"), important);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox second = new HBox(8, text, add);
        HBox.setHgrow(text, Priority.ALWAYS);
        form.getChildren().addAll(line, second);
        form.setVisible(false);
        form.setManaged(false);
    }

    private void save() {
        try {
            Instant moment = LocalDateTime.parse(at.getText().strip(), MINUTE).toInstant(ZoneOffset.UTC);
            model.insert(moment, important.isSelected() ? TimelineEntry.Weight.IMPORTANT : TimelineEntry.Weight.ORDINARY, text.getText());
            text.clear();
            form.setVisible(false);
            form.setManaged(false);
        } catch (DateTimeParseException notATime) {
            frame.errors().show(new InputException("“" + at.getText() + "” is no time. Write it as 2026-07-28 09:12, in UTC."));
        }
    }

    private void list() {
        List<TimelineEntry> all = new ArrayList<>(shown.incident().entries());
        shown.investigation().ifPresent(i -> all.addAll(i.timeline()));
        all.sort(Comparator.comparing(TimelineEntry::at));
        all.removeIf(e -> importantOnly.isSelected() && e.weight() != TimelineEntry.Weight.IMPORTANT);
        entries.getChildren().clear();
        for (int i = 0; i < all.size(); i++) {
            Instant next = i + 1 < all.size() ? all.get(i + 1).at() : model.now();
            entries.getChildren().add(line(all.get(i), next));
        }
    }

    private Node line(TimelineEntry entry, Instant next) {
        FontIcon icon = Icons.sized(switch (entry.origin()) {
            case COMPUTED -> "fth-activity";
            case DECISION -> "fth-check";
            case PERSON -> "fth-file-text";
        }, 13);
        StackPane mark = new StackPane(icon);
        mark.getStyleClass().add("pl-timeline-mark");
        if (entry.weight() == TimelineEntry.Weight.IMPORTANT) {
            mark.getStyleClass().add("important");
        }
        String who = entry.by().isEmpty() ? "computed" : entry.by();
        VBox words = new VBox(1, Words.wrapped(Words.strong(entry.title())),
            Words.wrapped(Words.meta(Figures.moment(entry.at()) + " · " + who + (entry.detail().isEmpty() ? "" : " · " + entry.detail()))));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(8, mark, words);
        line.getStyleClass().add("pl-timeline-entry");
        line.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                beginAt(between(entry.at(), next));
            }
        });
        Tooltip.install(line, new Tooltip("Double-click to insert an entry after this one"));
        return line;
    }

    private static Instant between(Instant first, Instant second) {
        return second.isAfter(first) ? first.plusMillis((second.toEpochMilli() - first.toEpochMilli()) / 2) : first;
    }
}
