package io.plumbline.app;

import io.plumbline.domain.ImportManifest;
import io.plumbline.imports.ImportPace;
import io.plumbline.imports.ImportRequest;
import io.plumbline.imports.WorkspaceImportService;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import io.plumbline.ui.common.Fonts;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.ScreenId;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * The real window while a large log is imported by it: goes from screen to screen every two seconds and reports each time in which no frame
 * was drawn for more than 100 ms, with what the window's thread was doing and how much of it was garbage collection. Needs a display.
 * Arguments: an empty workspace folder, the log; with {@code idle} as a third the same walk without an import, to know what the machine does.
 */
public final class WindowWhileImporting {

    private static final List<ScreenId> SCREENS = List.of(ScreenId.DATA, ScreenId.OVERVIEW, ScreenId.DRIFT, ScreenId.TRIAGE, ScreenId.SETTINGS,
        ScreenId.COMPARE, ScreenId.INCIDENTS);
    private static final long STEP = 2_000_000_000L;
    private static final long GAP = 100_000_000L;
    private static final int IDLE_STEPS = 21;

    private final Thread window;
    private final Workbench workbench;
    private final List<String> gaps = new ArrayList<>();
    private final long begun = System.nanoTime();
    private volatile long lastFrame = System.nanoTime();
    private volatile String busy = "";
    private volatile boolean ended;
    private long lastCollecting = collecting();
    private long lastStep = System.nanoTime();
    private int steps;
    private long frames;

    private WindowWhileImporting(Workspace workspace) {
        window = Thread.currentThread();
        Fonts.load();
        workbench = new Workbench(workspace, Opening.AS_IT_IS, next -> { });
        Scene scene = new Scene(workbench.shell().root(), 1600, 1000);
        Stage stage = new Stage();
        stage.setScene(scene);
        workbench.start(scene);
        stage.show();
    }

    public static void main(String[] arguments) {
        Workspace workspace = Workspaces.open(Path.of(arguments[0]), "bench");
        boolean idle = arguments.length > 2;
        Platform.startup(() -> new WindowWhileImporting(workspace).run(workspace, idle ? Optional.empty() : Optional.of(Path.of(arguments[1]))));
    }

    private void run(Workspace workspace, Optional<Path> log) {
        Thread sampler = new Thread(this::sample, "sampler");
        sampler.setDaemon(true);
        sampler.start();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                frame();
                if (ended || log.isEmpty() && steps > IDLE_STEPS) {
                    stop();
                    report();
                    workspace.close();
                    Runtime.getRuntime().halt(0);
                }
            }
        }.start();
        log.ifPresent(file -> workbench.shell().frame().tasks().<ImportManifest>start("bench.import", "Importing", progress ->
            new WorkspaceImportService(workspace, ImportPace.LEAVING_ONE).importFile(ImportRequest.of(file), progress), done -> ended = true, failed -> {
                failed.printStackTrace();
                ended = true;
            }));
    }

    private void frame() {
        long now = System.nanoTime();
        long gap = now - lastFrame;
        long collecting = collecting();
        if (frames++ > 0 && gap > GAP) {
            gaps.add(String.format(Locale.ROOT, "%6.1f s: %4d ms (collecting garbage %d ms) on %s, %d ms after it was asked for%s", (now - begun) / 1e9,
                gap / 1_000_000, collecting - lastCollecting, screen(), (lastFrame - lastStep) / 1_000_000, busy.isEmpty() ? "" : ": " + busy));
        }
        busy = "";
        lastCollecting = collecting;
        lastFrame = now;
        if (now - lastStep > STEP) {
            lastStep = now;
            steps++;
            workbench.shell().frame().navigator().go(Place.of(screen()));
        }
    }

    private ScreenId screen() {
        return SCREENS.get(steps % SCREENS.size());
    }

    /** What the window's thread does while a frame is late. */
    private void sample() {
        while (!ended) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                return;
            }
            if (System.nanoTime() - lastFrame > 60_000_000L && busy.isEmpty()) {
                busy = Arrays.stream(window.getStackTrace()).filter(at -> !at.getClassName().startsWith("java.lang")).limit(40)
                    .filter(at -> at.getClassName().startsWith("io.plumbline") || at.getClassName().startsWith("com.sun.glass"))
                    .limit(4).map(at -> at.getClassName().replaceAll(".*\\.", "") + "." + at.getMethodName()).collect(Collectors.joining(" < "));
            }
        }
    }

    private static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
    }

    private void report() {
        gaps.forEach(System.out::println);
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(Locale.ROOT, "%d gaps over 100 ms in %.1f s, %d frames, %d steps; load of the machine %.1f%n", gaps.size(), seconds, frames,
            steps, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
