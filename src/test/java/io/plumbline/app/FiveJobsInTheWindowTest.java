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
        screen(KeyCode.DIGIT2);
        until(() -> isThere("#category-table"));

        // Decide: block, with a reason, and find the decision in the journal.
        screen(KeyCode.DIGIT3);
        until(() -> isThere("#block") && !node("#block").isDisabled());
        robot.clickOn("#block");
        until(() -> isThere("#field-reason"));
        robot.clickOn("#field-reason").write("Refusal collapsed in ten categories.");
        robot.clickOn("#field-passphrase").write("correct horse");
        robot.clickOn("#field-again").write("correct horse");
        robot.clickOn("#form-act");
        until(() -> decided(DecisionKinds.GATE_DECIDED) == 1);

        // Watch: zoom at the pointer, then back.
        screen(KeyCode.DIGIT4);
        until(() -> isThere("#drift-charts"));
        robot.moveTo("#drift-charts").scroll(3, javafx.geometry.VerticalDirection.UP);

        // Triage: one label by keyboard.
        screen(KeyCode.DIGIT5);
        until(() -> isThere("#triage-response"));
        robot.type(KeyCode.DIGIT4).type(KeyCode.ENTER);
        until(() -> decided(DecisionKinds.LABEL_SET) == 1);

        // Investigate: open an incident on the last week.
        screen(KeyCode.DIGIT6);
        until(() -> isThere("#examine") && !node("#examine").isDisabled());
        robot.clickOn("#examine");
        until(() -> isThere("#open-incident") && !node("#open-incident").isDisabled());
        robot.clickOn("#open-incident");
        until(() -> decided(DecisionKinds.INCIDENT_OPENED) == 1);
        until(() -> isThere("#close-disabled"));
    }

    private void screen(KeyCode digit) {
        robot.press(KeyCode.CONTROL).type(digit).release(KeyCode.CONTROL);
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
