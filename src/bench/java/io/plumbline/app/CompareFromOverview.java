package io.plumbline.app;

import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import io.plumbline.ui.common.Fonts;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.ScreenId;
import io.plumbline.ui.shell.WindowTaskRunner;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/**
 * The first opening of Compare as a person meets it: the whole window stands on Overview, everything it wanted to read is read, and then Compare
 * is asked for. Prints wall and processor time until its table stands in the window, and the longest time in which no frame was drawn meanwhile.
 * Argument: the workspace.
 */
public final class CompareFromOverview {

    /** For so long no task may have run before Overview counts as settled. */
    private static final long QUIET = 1_000_000_000L;

    private final Workbench workbench;
    private final Scene scene;
    private final long begun = System.nanoTime();
    private long lastBusy = begun;
    private long lastFrame = begun;
    private long longestGap;
    private long asked;
    private long processorBefore;

    private CompareFromOverview(Workspace workspace) {
        Fonts.load();
        workbench = new Workbench(workspace, Opening.AS_IT_IS, next -> { });
        scene = new Scene(workbench.shell().root(), 1600, 1000);
        Stage stage = new Stage();
        stage.setScene(scene);
        workbench.start(scene);
        stage.show();
    }

    public static void main(String[] arguments) {
        Workspace workspace = Workspaces.open(Path.of(arguments[0]), "bench");
        Platform.startup(() -> new CompareFromOverview(workspace).run(workspace));
    }

    private void run(Workspace workspace) {
        new AnimationTimer() {
            @Override
            public void handle(long frame) {
                long now = System.nanoTime();
                if (asked == 0) {
                    ask(now);
                    return;
                }
                longestGap = Math.max(longestGap, now - lastFrame);
                lastFrame = now;
                if (scene.lookup("#category-table") instanceof TableView<?> table && table.isVisible() && !table.getItems().isEmpty()) {
                    stop();
                    System.out.printf(Locale.ROOT, "Overview settled after %.2f s, then Compare: wall %.2f s, processor %.2f s, longest time without "
                        + "a frame %.2f s%n", (asked - begun) / 1e9, (now - asked) / 1e9, (processor() - processorBefore) / 1e9, longestGap / 1e9);
                    workspace.close();
                    Runtime.getRuntime().halt(0);
                }
            }
        }.start();
    }

    private void ask(long now) {
        if (workbench.shell().frame().tasks() instanceof WindowTaskRunner tasks && !tasks.running().isEmpty()) {
            lastBusy = now;
        } else if (now - lastBusy > QUIET) {
            asked = now;
            lastFrame = now;
            processorBefore = processor();
            workbench.shell().go(Place.of(ScreenId.COMPARE));
        }
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
