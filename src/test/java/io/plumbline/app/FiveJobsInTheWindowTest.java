package io.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The program as a person starts it for the first time, on a real display, with keyboard and mouse, through all five jobs. */
@Tag("NeedsDisplay")
class FiveJobsInTheWindowTest {

    private final FxRobot robot = new FxRobot();
    private Path directory;
    private Workspace workspace;
    private CompletableFuture<Optional<OpenWorkspace>> window;

    @BeforeEach
    void start() throws IOException {
        directory = Files.createTempDirectory("five-jobs");
        workspace = Workspaces.open(directory.resolve("workspace"), "Reviewer A");
        assertThat(Display.start()).isEmpty();
        window = CompletableFuture.supplyAsync(() -> PlumblineApplication.show(workspace, Opening.WITH_SAMPLE));
    }

    @AfterEach
    void leave() throws Exception {
        Platform.runLater(() -> Window.getWindows().stream().toList().forEach(Window::hide));
        window.get(60, TimeUnit.SECONDS);
        workspace.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    @Test
    void aStrangerLoadsComparesDecidesTriagesAndInvestigates() throws TimeoutException {
        // Load: the sample imports itself, and the overview says what is wrong.
        until(() -> workspace.imports().list().size() == 9);
        until(() -> isThere("#show-why"));

        // Compare: the worst category of the worst pair stands first.
        screen(KeyCode.DIGIT2, "#category-table");

        // Decide: block, with a reason, and find the decision in the journal.
        screen(KeyCode.DIGIT3, "#block");
        click("#block", () -> isThere("#field-reason"));
        robot.clickOn("#field-reason").write("Refusal collapsed in ten categories.");
        robot.clickOn("#field-passphrase").write("correct horse");
        robot.clickOn("#field-again").write("correct horse");
        click("#form-act", () -> decided(DecisionKinds.GATE_DECIDED) == 1);
        until(() -> !isThere("#form-act"));

        // Watch: zoom at the pointer, then back.
        screen(KeyCode.DIGIT4, "#drift-charts");
        robot.moveTo("#drift-charts").scroll(3, VerticalDirection.UP);

        // Triage: one label by keyboard.
        screen(KeyCode.DIGIT5, "#triage-response");
        again(() -> robot.type(KeyCode.DIGIT4).type(KeyCode.ENTER), () -> decided(DecisionKinds.LABEL_SET) == 1);

        // Investigate: open an incident on the last week.
        screen(KeyCode.DIGIT6, "#examine");
        click("#examine", () -> isThere("#open-incident"));
        click("#open-incident", () -> decided(DecisionKinds.INCIDENT_OPENED) == 1);
        until(() -> isThere("#close-disabled"));
    }

    /** Goes to a screen; the keys are pressed again when they fell into a dialog that was still closing. */
    private void screen(KeyCode digit, String shows) throws TimeoutException {
        again(() -> robot.press(KeyCode.CONTROL).type(digit).release(KeyCode.CONTROL), () -> isThere(shows));
    }

    /** Clicks what can be clicked; a screen that was drawn anew under the pointer is clicked again, as a person would. */
    private void click(String id, BooleanSupplier effect) throws TimeoutException {
        until(() -> isThere(id) && !node(id).isDisabled());
        again(() -> middle(id).ifPresent(robot::clickOn), effect);
    }

    /** Where a node's middle is on the screen; asked on the thread that draws, so that it can't vanish in between. */
    private Optional<Point2D> middle(String id) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> robot.lookup(id).tryQuery().filter(Node::isVisible)
            .map(node -> node.localToScreen(node.getLayoutBounds())).map(box -> new Point2D(box.getCenterX(), box.getCenterY())));
    }

    private static void again(Runnable act, BooleanSupplier effect) throws TimeoutException {
        for (int attempt = 1; attempt <= 9; attempt++) {
            act.run();
            try {
                WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, effect::getAsBoolean);
                return;
            } catch (TimeoutException notYet) {
                // The next attempt follows; the last one is the test's answer.
            }
        }
        until(effect);
    }

    private int decided(String kind) {
        return workspace.decisions().ofKinds(kind).size();
    }

    private boolean isThere(String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    private Node node(String id) {
        return robot.lookup(id).query();
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(180, TimeUnit.SECONDS, condition::getAsBoolean);
    }
}
