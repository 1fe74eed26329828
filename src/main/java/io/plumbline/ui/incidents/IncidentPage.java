package io.plumbline.ui.incidents;

import io.plumbline.incidents.Incident;
import io.plumbline.incidents.IncidentStep;
import io.plumbline.incidents.evidence.Investigation;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Frame;
import java.util.EnumMap;
import java.util.Map;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One incident: head with severity and clock, the five-step spine, a card for each step, and at the right its timeline and what closing needs. */
final class IncidentPage implements AutoCloseable {

    private static final double RIGHT = 336;

    private final IncidentsViewModel model;
    private final Frame frame;
    private final ReportActions reports;
    private final VBox root = new VBox(10);
    private final VBox headPlace = new VBox();
    private final VBox spinePlace = new VBox();
    private final VBox cards = new VBox(12);
    private final ScrollPane scroll = new ScrollPane(cards);
    private final VBox right = new VBox(12);
    private final Map<IncidentStep, Node> stepCards = new EnumMap<>(IncidentStep.class);
    private final Map<IncidentStep, ConcludeBar> bars = new EnumMap<>(IncidentStep.class);
    private final TimelineCard timeline;
    private final IncidentHead head;
    private IncidentsPage.One shown;
    private IncidentStep selected;

    IncidentPage(IncidentsPage.One one, IncidentsViewModel model, Frame frame, ReportActions reports) {
        this.reports = reports;
        this.model = model;
        this.frame = frame;
        this.head = new IncidentHead(model, frame, reports);
        this.timeline = new TimelineCard(model, frame);
        selected = one.incident().currentStep().orElse(IncidentStep.REMEDIATE);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox left = new VBox(12, spinePlace, scroll);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        right.setPrefWidth(RIGHT);
        right.setMinWidth(RIGHT);
        right.setMaxWidth(RIGHT);
        HBox body = new HBox(12, left, right);
        VBox.setVgrow(body, Priority.ALWAYS);
        headPlace.getChildren().add(head.root());
        root.getChildren().addAll(headPlace, body);
        root.setId("incident-page");
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        update(one);
    }

    Node root() {
        return root;
    }

    boolean shows(String id) {
        return shown.incident().id().equals(id);
    }

    /** Shows what was written or computed since; what the person is typing elsewhere and where they scrolled to stays. */
    void update(IncidentsPage.One one) {
        boolean evidenceCame = shown == null || !shown.investigation().equals(one.investigation());
        boolean selectedWasConcluded = shown != null && shown.incident().conclusion(selected).isEmpty()
            && one.incident().conclusion(selected).isPresent();
        shown = one;
        if (selectedWasConcluded) {
            selected = one.incident().currentStep().orElse(selected);
        }
        double at = scroll.getVvalue();
        head.show(one);
        spinePlace.getChildren().setAll(new StepSpine(one.incident(), selected, this::select).root());
        if (evidenceCame) {
            stepCards.clear();
            bars.clear();
        }
        renderCards(one);
        VBox.setVgrow(timeline.root(), Priority.ALWAYS);
        timeline.show(one);
        right.getChildren().setAll(timeline.root(), new ClosingCard(one.incident(), model, reports).root());
        Platform.runLater(() -> scroll.setVvalue(at));
    }

    void focusFirst() {
        ConcludeBar bar = bars.get(shown.incident().currentStep().orElse(IncidentStep.REMEDIATE));
        if (bar == null) {
            root.requestFocus();
        } else {
            bar.focus();
        }
    }

    @Override
    public void close() {
        head.close();
    }

    private void renderCards(IncidentsPage.One one) {
        cards.getChildren().clear();
        if (one.investigation().isEmpty()) {
            cards.getChildren().add(Card.of(Words.meta("The evidence is being computed. Notes and the timeline can be used meanwhile.")));
            return;
        }
        Investigation investigation = one.investigation().get();
        for (IncidentStep step : IncidentStep.values()) {
            Card card = switch (step) {
                case CONFIRM -> new ConfirmCard(investigation, frame).root();
                case CHARACTERISE -> new SliceCard(investigation, model, frame).root();
                case ROOT_CAUSE -> new CauseCard(investigation, frame.navigator()).root();
                case MITIGATE -> new MitigateCard(investigation, model).root();
                case REMEDIATE -> new RemediateCard(one.incident(), model).root();
            };
            ConcludeBar bar = new ConcludeBar(one.incident(), step, investigation, model);
            bars.put(step, bar);
            card.with(bar.root());
            card.setId("step-" + step.number());
            if (step == selected) {
                card.getStyleClass().add("pl-selected-card");
            }
            stepCards.put(step, card);
            cards.getChildren().add(card);
        }
    }

    private void select(IncidentStep step) {
        selected = step;
        spinePlace.getChildren().setAll(new StepSpine(shown.incident(), selected, this::select).root());
        stepCards.forEach((key, card) -> {
            card.getStyleClass().remove("pl-selected-card");
            if (key == step) {
                card.getStyleClass().add("pl-selected-card");
            }
        });
        Node card = stepCards.get(step);
        if (card != null) {
            Bounds content = cards.getLayoutBounds();
            double room = content.getHeight() - scroll.getViewportBounds().getHeight();
            scroll.setVvalue(room <= 0 ? 0 : Math.min(1, card.getBoundsInParent().getMinY() / room));
        }
    }

    private void key(KeyEvent e) {
        if (e.isControlDown() && e.getCode() == KeyCode.E) {
            reports.show();
            e.consume();
        } else if (!(e.getTarget() instanceof TextInputControl) && !e.isControlDown() && !e.isAltDown()) {
            if (e.getCode() == KeyCode.T) {
                timeline.begin();
                e.consume();
            } else if (e.getText().matches("[1-5]")) {
                select(IncidentStep.values()[Integer.parseInt(e.getText()) - 1]);
                e.consume();
            }
        }
    }
}
