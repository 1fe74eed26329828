package io.plumbline.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import io.plumbline.detection.DetectorLine;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.RecordDetail;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The list of detectors, and a place to try them on a text. */
final class SignalsCard {

    private static final double LINE = 52;
    private static final double INDENT = 16;
    private static final double RESULT = 260;

    private final SignalsModel model;
    private final TableView<DetectorLine> table = Tables.dense("Reading the labels of this workspace.");
    private final VBox found = new VBox(4);
    private final VBox root;

    SignalsCard(SignalsModel model, Subscriptions subscriptions) {
        this.model = model;
        table.setId("signals");
        table.setFixedCellSize(LINE);
        table.getColumns().add(Tables.drawn("Detector", 190, SignalsCard::name));
        table.getColumns().add(wide(Tables.drawn("What it does", 380, line -> Words.wrapped(Words.meta(line.purpose())))));
        table.getColumns().add(Tables.number("Flags", 80, line -> line.quality().flagged(), Figures::count));
        table.getColumns().add(Tables.drawn("Precision here", 230, line -> Words.meta(SignalsModel.precision(line))));
        table.getColumns().add(Tables.drawn("Recall here", 230, line -> Words.meta(SignalsModel.recall(line))));
        table.getColumns().add(Tables.drawn("Measures", 110, this::toggle));
        subscriptions.listen(model.lines(), (value, was, is) -> {
            table.getItems().setAll(is);
            // The scroll bar that comes with the first lines makes the columns narrower after the head was laid out.
            Platform.runLater(table::requestLayout);
        });
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

    /** The slots for a person's own models. */
    private Node own() {
        Card toxicity = Card.titled("Your own toxicity model", "for logs without a score; local, ONNX")
            .with(slot("signals-model", model.modelFolder(), "Folder with model.onnx, vocab.txt and onnxruntime.jar", "Use the built-in one",
                model::chooseModel, model::chooseBuiltInModel));
        Card names = Card.titled("Names of persons", "flagged and covered up; local, ONNX")
            .with(slot("signals-names", model.nameFolder(), "Folder with model.onnx, vocab.txt, config.json and onnxruntime.jar", "Use none",
                model::chooseNames, model::chooseNoNames));
        HBox.setHgrow(toxicity, Priority.ALWAYS);
        HBox.setHgrow(names, Priority.ALWAYS);
        return new HBox(12, toxicity, names);
    }

    private static Node slot(String id, String chosen, String hint, String without, Consumer<String> choose, Runnable forget) {
        TextField folder = new TextField(chosen);
        folder.setId(id);
        folder.setPromptText(hint);
        folder.setAccessibleText(hint);
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button use = new Button("Use this model");
        use.setId(id + "-use");
        use.setMinWidth(Region.USE_PREF_SIZE);
        use.disableProperty().bind(folder.textProperty().map(String::isBlank));
        use.setOnAction(e -> choose.accept(folder.getText()));
        Button none = new Button(without);
        none.setId(id + "-none");
        none.setMinWidth(Region.USE_PREF_SIZE);
        none.setOnAction(e -> {
            folder.clear();
            forget.run();
        });
        return new HBox(8, folder, use, none);
    }

    private Card trial() {
        TextArea text = new TextArea();
        text.setId("signals-sample");
        text.setPromptText("Type or paste a response, and see what would be measured on it.");
        text.setPrefRowCount(5);
        text.setWrapText(true);
        text.setAccessibleText("Sample response");
        text.textProperty().addListener((value, was, is) -> model.measure(is));
        ScrollPane result = new ScrollPane(found);
        result.setFitToWidth(true);
        result.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        result.setMaxHeight(RESULT);
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

    private static Node name(DetectorLine line) {
        Label title = line.isPart() ? Words.body(line.title()) : Words.strong(line.title());
        VBox name = line.isPart() ? new VBox(title) : new VBox(title, Words.small(line.quality().version()));
        name.setAlignment(Pos.CENTER_LEFT);
        name.setPadding(new Insets(0, 0, 0, line.isPart() ? INDENT : 0));
        return name;
    }

    /** A detector that others rest on can't be switched off, and says so. */
    private Node toggle(DetectorLine line) {
        if (!line.canBeSwitched()) {
            HBox word = new HBox(Words.meta(line.state().word()));
            word.setAlignment(Pos.CENTER_LEFT);
            Tooltip.install(word, new Tooltip(switch (line.state()) {
                case ALWAYS -> "Series, triage and corrected rates rest on it.";
                case ON_REQUEST -> "It runs when you ask for it on its screen.";
                default -> "Choose a model below.";
            }));
            return word;
        }
        ToggleSwitch toggle = new ToggleSwitch(line.state().word());
        toggle.setSelected(line.state() == DetectorLine.State.ON);
        toggle.setId("switch-" + line.id().replace('.', '-'));
        toggle.setAccessibleText(line.title());
        toggle.selectedProperty().addListener((value, was, is) -> model.toggle(line));
        return toggle;
    }

    private static <T> TableColumn<T, T> wide(TableColumn<T, T> column) {
        column.setMinWidth(240);
        return column;
    }
}
