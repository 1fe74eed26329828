package io.plumbline.app;

import io.plumbline.store.Workspace;
import io.plumbline.ui.common.Fonts;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * The window. It starts the toolkit itself instead of extending {@code Application}, so that it can be handed an open workspace: who
 * opened it also reports when it can't be opened.
 */
public final class PlumblineApplication {

    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);

    private final Workspace workspace;
    private final CountDownLatch closed = new CountDownLatch(1);

    private PlumblineApplication(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Shows the window and returns when the person has closed it. The workspace stays the caller's to close.
     *
     * @throws UnsupportedOperationException where there is no display
     */
    public static void show(Workspace workspace) {
        PlumblineApplication application = new PlumblineApplication(workspace);
        Platform.startup(application::open);
        try {
            application.closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }

    private void open() {
        try {
            Fonts.load();
            Workbench workbench = new Workbench(workspace);
            Rectangle2D room = Screen.getPrimary().getVisualBounds();
            Scene scene = new Scene(workbench.shell().root(), Math.min(1600, room.getWidth()), Math.min(1000, room.getHeight()));
            Stage stage = new Stage();
            stage.setTitle("Plumbline");
            addIcons(stage);
            stage.setScene(scene);
            stage.setMinWidth(1000);
            stage.setMinHeight(640);
            workbench.shell().start(scene);
            stage.setOnHidden(e -> {
                workbench.close();
                closed.countDown();
            });
            stage.show();
        } catch (RuntimeException | Error failure) {
            closed.countDown();
            throw failure;
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
