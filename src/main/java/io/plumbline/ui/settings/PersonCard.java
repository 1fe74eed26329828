package io.plumbline.ui.settings;

import atlantafx.base.theme.Styles;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** Who is at work: the name that decisions carry. Approvals need a second person, so taking the seat is one step. */
final class PersonCard {

    private final Workspace workspace;
    private final ErrorSurface errors;

    PersonCard(Workspace workspace, ErrorSurface errors) {
        this.workspace = workspace;
        this.errors = errors;
    }

    Node node() {
        TextField name = new TextField(workspace.actor());
        name.setId("person");
        name.setPrefColumnCount(24);
        Button take = new Button("Take the seat");
        take.getStyleClass().add(Styles.ACCENT);
        take.disableProperty().bind(name.textProperty().map(text -> text.isBlank()));
        Runnable act = () -> {
            try {
                workspace.actAs(name.getText().strip());
            } catch (RuntimeException refused) {
                errors.show(refused);
            }
        };
        take.setOnAction(e -> act.run());
        name.setOnAction(e -> act.run());
        HBox row = new HBox(8, name, take);
        row.setAlignment(Pos.CENTER_LEFT);
        return Card.titled("Person at work", "").with(Words.wrapped(Words.meta("Every decision from now on carries this name in the journal. Use what "
            + "people call the role, such as “Reviewer A”. Who asks for an acceptance can't approve it: for that, another person takes the seat.")), row);
    }
}
