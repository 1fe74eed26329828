package io.plumbline.ui.incidents;

import io.plumbline.domain.MeasuredRecord;
import io.plumbline.incidents.evidence.Shown;
import io.plumbline.monitoring.VisibleText;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Frame;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The records behind a number. Their text is not shown here: reading it is Triage's business, where it is shielded and logged. */
final class RecordsDialog {

    private final VBox root = new VBox(10);

    RecordsDialog(String description, List<MeasuredRecord> records, long all, Frame frame) {
        root.getStyleClass().add("pl-dialog");
        root.setPadding(new Insets(16, 20, 16, 20));
        root.setMaxSize(980, 640);
        root.setPrefSize(980, 640);
        TableView<MeasuredRecord> table = Tables.dense("No record matches any more.");
        table.setId("records");
        table.getColumns().add(Tables.text("Time (UTC)", 150, r -> Figures.moment(r.record().time())));
        table.getColumns().add(Tables.text("Record", 110, r -> r.record().id()));
        table.getColumns().add(Tables.text("Category", 110, r -> Shown.category(r.record().category())));
        table.getColumns().add(Tables.text("Topic", 170, r -> VisibleText.of(r.topic())));
        table.getColumns().add(Tables.text("Language", 70, MeasuredRecord::language));
        table.getColumns().add(Tables.text("Context", 70, r -> r.record().context()));
        table.getColumns().add(Tables.text("User", 120, r -> r.record().user()));
        table.getColumns().add(Tables.text("Session", 90, r -> r.record().session()));
        table.getItems().setAll(records);
        VBox.setVgrow(table, Priority.ALWAYS);
        Button close = new Button("Close");
        close.setOnAction(e -> frame.dialogs().close());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        String shown = records.size() < all ? "The first " + Shown.count(records.size()) + " of " + Shown.count(all) + "." : Shown.count(all) + " records.";
        root.getChildren().addAll(Words.title(description), table, new HBox(8, Words.meta(shown + " Text is shielded; read it in Triage."), gap, close));
    }

    Node root() {
        return root;
    }
}
