package io.plumbline.ui.shell;

import io.plumbline.domain.CancelledException;
import io.plumbline.domain.SafetyState;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One card at the top of the window: what happened, what is safe, what to do, copy details, code. The newest failure replaces the older. */
final class WindowErrorSurface implements ErrorSurface {

    private static final Logger LOG = Logger.getLogger(WindowErrorSurface.class.getName());

    private final StackPane layer = new StackPane();

    WindowErrorSurface() {
        layer.setPickOnBounds(false);
        layer.setAlignment(Pos.TOP_CENTER);
        layer.setPadding(new Insets(62, 0, 0, 0));
    }

    Node node() {
        return layer;
    }

    @Override
    public void show(Throwable failure) {
        if (failure instanceof CancelledException) {
            return;
        }
        LOG.log(Level.WARNING, "shown to the person", failure);
        if (Platform.isFxApplicationThread()) {
            show(ErrorReport.of(failure));
        } else {
            Platform.runLater(() -> show(ErrorReport.of(failure)));
        }
    }

    private void show(ErrorReport report) {
        Button copy = new Button("Copy details");
        copy.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(report.code() + "\n" + report.happened() + "\n\n" + report.details());
            Clipboard.getSystemClipboard().setContent(content);
        });
        Button close = new Button("Close");
        close.setCancelButton(true);
        close.setOnAction(e -> layer.getChildren().clear());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(8, Words.mono(report.code()), gap, copy, close);
        foot.setAlignment(Pos.CENTER_LEFT);
        HBox head = new HBox(8, Icons.of(SafetyState.ACT, 16), Words.wrapped(Words.strong(report.happened())));
        VBox card = new VBox(head, Words.wrapped(Words.meta("Safe: " + report.safe())), Words.wrapped(Words.meta("To do: " + report.todo())), foot);
        card.getStyleClass().add("pl-error");
        card.setId("error-card");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        card.setAccessibleText(report.happened() + " " + report.safe() + " " + report.todo());
        layer.getChildren().setAll(card);
        close.requestFocus();
    }
}
