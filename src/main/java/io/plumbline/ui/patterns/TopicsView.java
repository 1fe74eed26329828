package io.plumbline.ui.patterns;

import io.plumbline.monitoring.TopicReport;
import io.plumbline.monitoring.VisibleText;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.EmptyState;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.ScreenHead;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Frame;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What people ask about now and on the baseline days; new and vanished topics stand out. */
final class TopicsView implements PatternView {

    private static final String WHY = "Where most records name a topic, these topics are counted. Where they do not, topics are learnt once from the "
        + "prompts: TF-IDF over the words that say what a request is about, grouped by spherical k-means from a fixed seed (Dhillon and Modha 2001). A topic keeps "
        + "its id for good; “Learn topics” adds topics for prompts that fit none so far. Shares of the last days are compared with the baseline by "
        + "Fisher's exact test, adjusted over all topics (Benjamini and Hochberg).";

    private final TopicsModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Button learn = new Button("Learn topics", Icons.of("fth-tag"));
    private final ScreenHead head;
    private final Label basis = Words.wrapped(Words.body(""));
    private final TableView<TopicReport.Row> topics = Tables.dense("No record has a topic. “Learn topics” makes them from the prompts.");
    private final VBox found = new VBox(12);
    private final StackPane place = new StackPane();
    private final VBox root = new VBox(12);

    TopicsView(TopicsModel model, Frame frame) {
        this.model = model;
        head = ViewHead.of(learn, "topics-learn", model::learn, frame, "Topics", WHY);
        basis.setId("topics-basis");
        topics.setId("topics");
        topics.getColumns().add(Tables.text("Topic", 420, t -> VisibleText.of(t.name())));
        topics.getColumns().add(Tables.number("Now", 90, TopicReport.Row::shareAfter, Figures::percent));
        topics.getColumns().add(Tables.number("Records now", 110, TopicReport.Row::after, Figures::count));
        topics.getColumns().add(Tables.number("Baseline", 90, TopicReport.Row::shareBefore, Figures::percent));
        topics.getColumns().add(Tables.number("Records then", 110, TopicReport.Row::before, Figures::count));
        topics.getColumns().add(Tables.number("Adjusted p", 100, TopicReport.Row::adjustedP, Figures::pValue));
        topics.getColumns().add(Tables.drawn("", 170, TopicsView::change));
        Card list = Card.of(topics).flush();
        VBox.setVgrow(topics, Priority.ALWAYS);
        VBox.setVgrow(list, Priority.ALWAYS);
        found.getChildren().addAll(basis, list);
        VBox.setVgrow(place, Priority.ALWAYS);
        root.setId("topics-view");
        root.getStyleClass().add("pl-screen");
        root.getChildren().addAll(head, place);
        subscriptions.listen(model.report(), (value, was, is) -> show(is));
        show(Optional.empty());
        model.count();
    }

    private static Node change(TopicReport.Row topic) {
        return switch (topic.change()) {
            case NEW, VANISHED -> Words.strong(topic.change().word());
            case MORE, LESS -> Words.body(topic.change().word());
            case NONE -> Words.meta(topic.change().word());
        };
    }

    private void show(Optional<TopicReport> report) {
        head.say(model.sentence());
        if (report.isEmpty()) {
            place.getChildren().setAll(new EmptyState("fth-tag", "What people ask about, now and on the baseline days, with new and vanished topics",
                "It needs a production log; topics appear as soon as it is read."));
            return;
        }
        TopicReport shown = report.orElseThrow();
        basis.setText("By " + shown.source().words() + ": " + Figures.days(shown.window().from(), shown.window().to()) + ", " + Figures.count(shown.after())
            + " records, against the baseline " + Figures.days(shown.baseline().from(), shown.baseline().to()) + ", " + Figures.count(shown.before())
            + " records" + (shown.without() == 0 ? "." : "; " + Figures.count(shown.without()) + " records now have no topic."));
        topics.getItems().setAll(shown.topics());
        place.getChildren().setAll(found);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public ScreenHead head() {
        return head;
    }

    @Override
    public void focusFirst() {
        topics.requestFocus();
    }

    @Override
    public void reload() {
        model.count();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
