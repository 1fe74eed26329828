package io.plumbline.ui.data;

import io.plumbline.domain.Reject;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Tables;
import java.util.List;
import javafx.scene.control.TableView;

/** What was refused: line, reason, and the beginning of what stood there. */
final class RejectsTable {

    private RejectsTable() {
    }

    static TableView<Reject> of(List<Reject> rejects) {
        TableView<Reject> table = Tables.dense("Nothing was rejected.");
        table.getColumns().add(Tables.<Reject, Long>number("Line", 80, Reject::line, Figures::count));
        table.getColumns().add(Tables.text("Reason", 460, Reject::reason));
        table.getColumns().add(Tables.text("Begins with", 400, reject -> Excerpt.of(reject.excerpt(), 100)));
        table.getColumns().get(0).setMinWidth(70);
        table.getColumns().get(1).setMinWidth(180);
        table.getItems().setAll(rejects);
        table.setId("rejects");
        return table;
    }
}
