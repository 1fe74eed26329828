package io.plumbline.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.RecordDetail;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The list of detectors, and a place to try them on a text. */
final class SignalsCard {

    private static final double LINE = 52;

    private final SignalsModel model;
    private final TableView<SignalsModel.Line> table = Tables.dense("Reading the labels of this workspace.");
    private final VBox found = new VBox(4);
    private final VBox root;

    SignalsCard(SignalsModel model, Subscriptions subscriptions) {
        this.model = model;
        table.setId("signals");
        table.setFixedCellSize(LINE);
        table.getColumns().add(Tables.drawn("Detector", 190, SignalsCard::name));
        table.getColumns().add(wide(Tables.drawn("What it does", 380, line -> Words.wrapped(Words.meta(line.purpose())))));
        table.getColumns().add(Tables.number("Flags", 80, line -> line.quality().flagged(), Figures::count));
        table.getColumns().add(Tables.drawn("Precision here", 230, line -> Words.meta(line.precision())));
        table.getColumns().add(Tables.drawn("Recall here", 230, line -> Words.meta(line.recall())));
        table.getColumns().add(Tables.drawn("Measures", 110, this::toggle));
        subscriptions.listen(model.lines(), (value, was, is) -> table.getItems().setAll(is));
        subscriptions.listen(model.sample(), (value, was, is) -> show(is));
        VBox.setVgrow(table, Priority.ALWAYS);
        Card list = Card.titled("Signals", "A switch holds from the next import on and is noted in the journal. Precision and recall are counted from "
            + "the labels people gave in Triage; records that nobody looked at are not in them.").flush().with(table);
        VBox.setVgrow(list, Priority.ALWAYS);
        root = new VBox(12, list, own(), trial());
    }

    /** Counts the labels anew. */
    Node node() {
        model.read();
        return root;
    }

    /** The slot for a person's own toxicity model. */
    private Card own() {
        TextField folder = new TextField(model.modelFolder());
        folder.setId("signals-model");
        folder.setPromptText("Folder with model.onnx, vocab.txt and onnxruntime.jar");
        folder.setAccessibleText("Folder of your own toxicity model");
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button use = new Button("Use this model");
        use.disableProperty().bind(folder.textProperty().map(String::isBlank));
        use.setOnAction(e -> model.chooseModel(folder.getText()));
        Button builtIn = new Button("Use the built-in one");
        builtIn.setOnAction(e -> {
            folder.clear();
            model.chooseBuiltInModel();
        });
        return Card.titled("Your own toxicity model", "A local ONNX classifier for logs without a score. It runs on this machine; the guide says how.")
            .with(new HBox(8, folder, use, builtIn));
    }

    private Card trial() {
        TextArea text = new TextArea();
        text.setId("signals-sample");
        text.setPromptText("Type or paste a response, and see what would be measured on it.");
        text.setPrefRowCount(5);
        text.setWrapText(true);
        text.setAccessibleText("Sample response");
        text.textProperty().addListener((value, was, is) -> model.measure(is));
        VBox result = new VBox(8, found);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox.setHgrow(result, Priority.ALWAYS);
        text.setMaxWidth(520);
        result.setMinWidth(420);
        return Card.titled("Try it", "Nothing you type here is kept.").with(new HBox(16, text, result));
    }

    private void show(Optional<MeasuredRecord> measured) {
        found.getChildren().clear();
        if (measured.isEmpty()) {
            return;
        }
        found.getChildren().add(new RecordDetail(measured.get()));
        if (measured.get().flags().isEmpty()) {
            found.getChildren().add(Words.body("No flag."));
        }
    }

    private static Node name(SignalsModel.Line line) {
        Label title = Words.strong(line.title());
        VBox name = new VBox(title, Words.small(line.quality().version()));
        name.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return name;
    }

    /** A detector that others rest on can't be switched off, and says so. */
    private Node toggle(SignalsModel.Line line) {
        ToggleSwitch toggle = new ToggleSwitch(line.state() == SignalsModel.State.ON ? "on" : "off");
        toggle.setSelected(line.state() == SignalsModel.State.ON);
        toggle.setId("switch-" + line.detector());
        toggle.setAccessibleText(line.detector().title());
        if (line.detector().isNeeded()) {
            toggle.setDisable(true);
            HBox always = new HBox(Words.meta("always"));
            always.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            Tooltip.install(always, new Tooltip("Series, triage and corrected rates rest on it."));
            return always;
        }
        toggle.selectedProperty().addListener((value, was, is) -> model.toggle(line));
        return toggle;
    }

    private static <T> TableColumn<T, T> wide(TableColumn<T, T> column) {
        column.setMinWidth(240);
        return column;
    }
}
