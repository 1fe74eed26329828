package io.plumbline.ui.triage;

import io.plumbline.domain.Flag;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.triage.QueueOrder;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.KeyCap;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Words;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The queue at the left: what waits, in which order, narrowed by words. */
final class QueuePane {

    private static final double ROW = 49;

    private final TriageModel model;
    private final ListView<FlaggedRecord> list;
    private final TextField filter = new TextField();
    private final Label left = Words.meta("");
    private final Label audits = Words.meta("");
    private final Card root;

    QueuePane(TriageModel model, Subscriptions subscriptions) {
        this.model = model;
        list = new ListView<>(model.queue());
        list.setId("triage-queue");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new QueueCell());
        list.setPlaceholder(Words.meta("Nothing waits here."));
        list.getSelectionModel().selectedItemProperty().addListener((value, was, is) -> {
            if (is != null) {
                model.select(is);
            }
        });
        subscriptions.listen(model.selected(), (value, was, is) -> showSelection());
        // A queue that is filled anew makes the list forget its selection, also where the item stays the same.
        ListChangeListener<FlaggedRecord> filled = change -> Platform.runLater(this::showSelection);
        model.queue().addListener(filled);
        subscriptions.add(() -> model.queue().removeListener(filled));
        subscriptions.listen(model.left(), (value, was, is) -> {
            left.setText(Figures.count(model.left().get()) + " left");
            audits.setText(Figures.count(model.audits()) + " of them drawn at random");
        });
        filter.setId("triage-filter");
        filter.setPromptText("Filter");
        filter.textProperty().bindBidirectional(model.filter());
        subscriptions.add(() -> filter.textProperty().unbindBidirectional(model.filter()));
        StackPane field = new StackPane(filter, new KeyCap("/"));
        StackPane.setAlignment(field.getChildren().get(1), Pos.CENTER_RIGHT);
        field.getChildren().get(1).setMouseTransparent(true);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox tools = new HBox(8, field, orders());
        tools.getStyleClass().add("pl-triage-tools");
        HBox foot = new HBox(6, Icons.sized("fth-shuffle", 13), audits);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("pl-triage-foot");
        VBox.setVgrow(list, Priority.ALWAYS);
        root = Card.titled("Queue", "", left).flush().with(tools, list, foot);
        root.setMinWidth(258);
        root.setPrefWidth(258);
        root.setMaxWidth(258);
    }

    Node node() {
        return root;
    }

    void focusFilter() {
        filter.requestFocus();
    }

    private void showSelection() {
        model.selected().get().ifPresentOrElse(record -> {
            if (record != list.getSelectionModel().getSelectedItem()) {
                list.getSelectionModel().select(record);
                int at = list.getSelectionModel().getSelectedIndex();
                if (at >= 0) {
                    list.scrollTo(Math.max(0, at - 3));
                }
            }
        }, () -> list.getSelectionModel().clearSelection());
    }

    private ComboBox<QueueOrder> orders() {
        ComboBox<QueueOrder> orders = new ComboBox<>();
        orders.getItems().setAll(QueueOrder.values());
        orders.setConverter(new StringConverter<>() {
            @Override
            public String toString(QueueOrder order) {
                return order == null ? "" : order.word();
            }

            @Override
            public QueueOrder fromString(String word) {
                throw new UnsupportedOperationException("the box is not editable");
            }
        });
        orders.setValue(model.order().get());
        orders.valueProperty().addListener((value, was, is) -> model.order().set(is));
        orders.setPrefWidth(122);
        orders.setMinWidth(122);
        orders.setAccessibleText("Order of the queue");
        return orders;
    }

    private final class QueueCell extends ListCell<FlaggedRecord> {

        @Override
        protected void updateItem(FlaggedRecord record, boolean empty) {
            super.updateItem(record, empty);
            setText(null);
            setGraphic(empty || record == null ? null : row(record));
        }

        private Node row(FlaggedRecord record) {
            Flag flag = QueueOrder.leading(record);
            boolean blind = model.isBlind();
            Region gap = new Region();
            Region gapBelow = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox.setHgrow(gapBelow, Priority.ALWAYS);
            Label title = Words.strong(blind ? "Second look" : Names.flag(flag.kind()));
            HBox first = new HBox(6, blind ? Icons.sized("fth-users", 14) : Names.icon(flag.kind()), title, gap,
                Words.meta(blind ? "" : Names.certainty(flag)));
            HBox second = new HBox(6, Words.meta(Names.category(record.category())), gapBelow, Words.mono(record.id()));
            first.setAlignment(Pos.CENTER_LEFT);
            second.getStyleClass().add("pl-triage-second");
            return new VBox(2, first, second);
        }
    }
}
