package io.plumbline.ui.data;

import io.plumbline.domain.SafetyState;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The files of an import with what became of each. */
final class FileList extends ListView<ImportFile> {

    private final ImportSession session;
    private boolean following;

    FileList(ImportSession session) {
        this.session = session;
        setPrefWidth(280);
        setMinWidth(280);
        setCellFactory(unused -> new Cell());
        getSelectionModel().selectedIndexProperty().addListener((value, was, is) -> {
            if (!following && is.intValue() >= 0) {
                session.select(is.intValue());
            }
        });
    }

    void follow() {
        following = true;
        getItems().setAll(session.files());
        getSelectionModel().select(session.selected().get().intValue());
        following = false;
    }

    private static final class Cell extends ListCell<ImportFile> {
        @Override
        protected void updateItem(ImportFile file, boolean empty) {
            super.updateItem(file, empty);
            if (empty || file == null) {
                setGraphic(null);
                return;
            }
            VBox words = new VBox(Words.body(file.name()), Words.small(state(file)));
            HBox line = new HBox(8, icon(file), words);
            line.setAlignment(Pos.CENTER_LEFT);
            setGraphic(line);
        }

        private static Node icon(ImportFile file) {
            if (file.done().isPresent()) {
                return Icons.of(SafetyState.OK, 14);
            }
            if (file.reading() == ImportFile.Reading.WITH_THE_OTHERS) {
                return Icons.sized("fth-link", 14);
            }
            return file.problem().isPresent() || !file.isReady() ? Icons.of(SafetyState.WATCH, 14) : Icons.sized("fth-file-text", 14);
        }

        private static String state(ImportFile file) {
            if (file.done().isPresent()) {
                return file.done().get().records() == 0 && file.done().get().duplicates() > 0 ? "was here already"
                    : Figures.count(file.done().get().records()) + " records in";
            }
            if (file.reading() == ImportFile.Reading.WITH_THE_OTHERS) {
                return "scores, joined to the calls";
            }
            if (file.problem().isPresent()) {
                return file.byHand().isPresent() ? "columns to map" : "can’t be imported";
            }
            if (file.needsModel()) {
                return "which model?";
            }
            return file.unmapped().isEmpty() ? file.preview().map(p -> p.recognition().title()).orElse("") : "columns to map";
        }
    }
}
