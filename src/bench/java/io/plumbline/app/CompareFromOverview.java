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
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/**
 * The first opening of Compare as a person meets it: the whole window stands on Overview, everything it wanted to read is read, and then Compare
 * is asked for. Prints wall and processor time until its table stands in the window, and the longest time in which no frame was drawn meanwhile.
 * Overview compares the pair that Compare opens with, so the same two runs the other way round follow, which nobody has compared before.
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
    private String firstFinding = "";
    private String known = "";

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
                // The rows are made after this, so what counts is the frame that follows the one in which they are known.
                String finding = known;
                known = finding();
                if (firstFinding.isEmpty() && !finding.isEmpty() && scene.lookup("#category-table") instanceof TableView<?> table
                        && table.isVisible() && !table.getItems().isEmpty()) {
                    report("Overview settled after %.2f s, then Compare".formatted((asked - begun) / 1e9), now);
                    firstFinding = finding;
                    otherWayRound();
                } else if (!firstFinding.isEmpty() && !finding.isEmpty() && !finding.equals(firstFinding)) {
                    stop();
                    report("the other way round", now);
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
            begin();
            workbench.shell().go(Place.of(ScreenId.COMPARE));
        }
    }

    private void otherWayRound() {
        Place now = workbench.shell().built(ScreenId.COMPARE).orElseThrow().place();
        begin();
        workbench.shell().go(new Place(ScreenId.COMPARE, Map.of("base", now.arguments().get("candidate"), "candidate", now.arguments().get("base"))));
    }

    private void begin() {
        asked = System.nanoTime();
        lastFrame = asked;
        longestGap = 0;
        processorBefore = processor();
    }

    private void report(String what, long now) {
        System.out.printf(Locale.ROOT, "%s: wall %.2f s, processor %.2f s, longest time without a frame %.2f s%n", what, (now - asked) / 1e9,
            (processor() - processorBefore) / 1e9, longestGap / 1e9);
    }

    private String finding() {
        return scene.getRoot().lookupAll(".label").stream().map(node -> node instanceof Labeled label ? label.getText() : "")
            .filter(text -> text != null && text.startsWith("The safe rate")).findFirst().orElse("");
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
