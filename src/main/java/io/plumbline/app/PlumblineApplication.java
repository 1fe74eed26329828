package io.plumbline.app;

import io.plumbline.store.Workspace;
import io.plumbline.ui.common.Fonts;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * The window. It does not extend {@code Application}, so that it can be handed an open workspace: whoever opened that also reports when
 * it can't be opened. The toolkit is running already (see {@link Display}).
 */
final class PlumblineApplication {

    private static final double WIDTH = 1600;
    private static final double HEIGHT = 1000;
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);

    private final Workspace workspace;
    private final Opening opening;
    private final CompletableFuture<Optional<OpenWorkspace>> closed = new CompletableFuture<>();
    private Optional<OpenWorkspace> next = Optional.empty();

    private PlumblineApplication(Workspace workspace, Opening opening) {
        this.workspace = workspace;
        this.opening = opening;
    }

    /**
     * Shows the window and returns when the person has left it: with the workspace they went on to, if they did. The workspace shown stays the
     * caller's to close.
     */
    static Optional<OpenWorkspace> show(Workspace workspace, Opening opening) {
        PlumblineApplication application = new PlumblineApplication(workspace, opening);
        Platform.runLater(application::open);
        try {
            return application.closed.join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("The window could not be opened: " + failed.getCause().getMessage(), failed.getCause());
        }
    }

    private void open() {
        try {
            Fonts.load();
            Stage stage = new Stage();
            Workbench workbench = new Workbench(workspace, opening, chosen -> {
                next = Optional.of(chosen);
                stage.close();
            });
            Rectangle2D room = Screen.getPrimary().getVisualBounds();
            Scene scene = new Scene(workbench.shell().root(), Math.min(WIDTH, room.getWidth()), Math.min(HEIGHT, room.getHeight()));
            stage.setTitle("Plumbline");
            addIcons(stage);
            stage.setScene(scene);
            stage.setMinWidth(1000);
            stage.setMinHeight(640);
            workbench.start(scene);
            stage.setOnHidden(e -> {
                workbench.close();
                closed.complete(next);
            });
            stage.show();
            stage.setMaximized(room.getWidth() <= WIDTH || room.getHeight() <= HEIGHT);
        } catch (RuntimeException | Error failure) {
            closed.completeExceptionally(failure);
        }
    }

    private static void addIcons(Stage stage) {
        for (int size : ICON_SIZES) {
            InputStream icon = PlumblineApplication.class.getResourceAsStream("/io/plumbline/icons/plumbline-" + size + ".png");
            if (icon != null) {
                stage.getIcons().add(new Image(icon));
            }
        }
    }
}
