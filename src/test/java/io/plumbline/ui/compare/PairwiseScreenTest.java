package io.plumbline.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.evaluation.RecordedRuns;
import io.plumbline.evaluation.RunComparator;
import io.plumbline.signoff.GateWorkspace;
import io.plumbline.ui.common.Fonts;
import io.plumbline.ui.common.Look;
import io.plumbline.ui.shell.ScreenId;
import io.plumbline.ui.shell.Shell;
import io.plumbline.ui.shell.ShellStatus;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** A reviewer rates four pairs by keys alone, takes one back, ends the session, and only then learns whose answers they preferred. */
@ExtendWith(ApplicationExtension.class)
class PairwiseScreenTest {

    private final GateWorkspace workspace = new GateWorkspace(RecordedRuns.table("weapons", 30, 3, 0, 2));
    private Shell shell;

    @Start
    void open(Stage stage) {
        Fonts.load();
        shell = new Shell(new Look(workspace.settings()), workspace.changes(), () -> ShellStatus.empty("Reviewer A"));
        shell.add(ScreenId.COMPARE, () -> new CompareScreen(workspace, new RunComparator(workspace.runs()), shell.frame(), text -> List.of(), "none"));
        Scene scene = new Scene(shell.root(), 1600, 1000);
        stage.setScene(scene);
        shell.start(scene);
        stage.show();
    }

    @Stop
    void close() {
        shell.close();
    }

    @Test
    void pairsAreRatedByKeysAndTheResultComesAtTheEnd(FxRobot robot) throws TimeoutException {
        until(() -> robot.lookup("#quality-tile").tryQuery().isPresent());
        press(robot, "#rate-blind");
        until(() -> robot.lookup("#pairwise-start").tryQuery().isPresent());
        press(robot, "#pairwise-start");
        until(() -> says(robot, "0 rated, 30 left"));
        until(() -> robot.lookup("#pairwise").query().isFocused());
        assertThat(says(robot, "baseline")).as("the names of the runs stay behind the dialog").isEqualTo(false);
        robot.type(KeyCode.LEFT);
        until(() -> says(robot, "1 rated, 29 left"));
        robot.type(KeyCode.RIGHT);
        until(() -> says(robot, "2 rated, 28 left"));
        robot.type(KeyCode.DOWN);
        until(() -> says(robot, "3 rated, 27 left"));
        robot.type(KeyCode.BACK_SPACE);
        until(() -> says(robot, "2 rated, 28 left"));
        String skipped = words(robot);
        robot.type(KeyCode.S);
        until(() -> !words(robot).equals(skipped));
        robot.type(KeyCode.B);
        until(() -> says(robot, "3 rated, 27 left"));
        press(robot, "#pairwise-end");
        until(() -> says(robot, "decided pairs"));
        assertThat(workspace.decisions().ofKinds(DecisionKinds.PAIRWISE_RATED)).hasSize(4);
        assertThat(workspace.decisions().ofKinds(DecisionKinds.PAIRWISE_ENDED)).hasSize(1);
    }

    /** All words of both answers. */
    private static String words(FxRobot robot) {
        return robot.lookup("#pairwise").query().lookupAll(".pl-plain").stream()
            .map(node -> node instanceof Text text ? text.getText() : "").collect(Collectors.joining());
    }

    private static void press(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryAs(Button.class).fire());
    }

    private static boolean says(FxRobot robot, String words) {
        Node dialog = robot.lookup("#pairwise").tryQuery().orElse(null);
        return dialog != null && dialog.lookupAll(".label").stream().anyMatch(node -> shown(node) && node instanceof Labeled label
            && label.getText() != null && label.getText().contains(words));
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    }
}
