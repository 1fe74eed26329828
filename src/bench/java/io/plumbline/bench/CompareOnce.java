package io.plumbline.bench;

import io.plumbline.evaluation.RunComparator;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import io.plumbline.ui.common.Fonts;
import io.plumbline.ui.common.Look;
import io.plumbline.ui.compare.CompareScreen;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.Screen;
import io.plumbline.ui.shell.ScreenId;
import io.plumbline.ui.shell.Shell;
import io.plumbline.ui.shell.ShellStatus;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * One opening of Compare in a process that has done nothing before: from the moment at which the screen is asked for until its table stands in
 * the window. Prints wall and processor time of that, the finding, and how much memory was in use.
 */
public final class CompareOnce {

    private CompareOnce() {
    }

    public static void main(String[] arguments) {
        long begun = System.nanoTime();
        Workspace workspace = Workspaces.open(Path.of(arguments[0]), "bench");
        Platform.startup(() -> {
            Fonts.load();
            Shell shell = new Shell(new Look(workspace.settings()), workspace.changes(), () -> ShellStatus.empty("bench"));
            shell.add(ScreenId.OVERVIEW, EmptyScreen::new);
            shell.add(ScreenId.COMPARE, () -> new CompareScreen(workspace, new RunComparator(workspace.runs()), shell.frame(), text -> List.of(), "none"));
            Scene scene = new Scene(shell.root(), 1600, 1000);
            Stage stage = new Stage();
            stage.setScene(scene);
            shell.start(scene);
            stage.show();
            PauseTransition settled = new PauseTransition(Duration.seconds(2));
            settled.setOnFinished(e -> open(workspace, shell, scene, begun));
            settled.play();
        });
    }

    private static void open(Workspace workspace, Shell shell, Scene scene, long begun) {
        long asked = System.nanoTime();
        long processor = processor();
        shell.go(Place.of(ScreenId.COMPARE));
        new AnimationTimer() {
            private boolean known;

            @Override
            public void handle(long now) {
                if (!known) {
                    // The rows are made after this, so what counts is the frame that follows.
                    known = scene.lookup("#category-table") instanceof TableView<?> table && table.isVisible() && !table.getItems().isEmpty();
                } else if (scene.lookup("#category-table") instanceof TableView<?> table && table.isVisible() && !table.getItems().isEmpty()) {
                    stop();
                    String finding = scene.getRoot().lookupAll(".label").stream().map(node -> ((Labeled) node).getText())
                        .filter(text -> text != null && text.startsWith("The safe rate")).findFirst().orElse("no finding");
                    System.out.printf(Locale.ROOT, "window after %.2f s, then Compare: wall %.2f s, processor %.2f s, heap %d MB: %s%n",
                        (asked - begun) / 1e9, (System.nanoTime() - asked) / 1e9, (processor() - processor) / 1e9,
                        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20, finding);
                    workspace.close();
                    Runtime.getRuntime().halt(0);
                }
            }
        }.start();
    }

    /** Where the window stands before Compare is asked for. */
    private static final class EmptyScreen implements Screen {

        private final StackPane root = new StackPane();

        @Override
        public Node root() {
            return root;
        }

        @Override
        public void show(Place place) {
        }

        @Override
        public Place place() {
            return Place.of(ScreenId.OVERVIEW);
        }

        @Override
        public void focusFirst() {
        }

        @Override
        public void close() {
        }
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
