package io.plumbline.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.evaluation.RecordedRuns;
import io.plumbline.evaluation.RunComparator;
import io.plumbline.signoff.GateWorkspace;
import io.plumbline.ui.common.Fonts;
import io.plumbline.ui.common.Look;
import io.plumbline.ui.shell.Shell;
import io.plumbline.ui.shell.ShellStatus;
import io.plumbline.ui.shell.ScreenId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
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

/** A reviewer opens the worst category, reads a flip side by side and says that the judge is right. */
@ExtendWith(ApplicationExtension.class)
class CompareScreenTest {

    private final GateWorkspace workspace = new GateWorkspace(RecordedRuns.refusalDirection("llama-2-7b-chat-hf"));
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
    void aFlipIsReadSideBySideAndTheJudgeIsChecked(FxRobot robot) throws TimeoutException {
        until(() -> table(robot).getItems().size() == 11);
        robot.interact(() -> table(robot).getSelectionModel().select(3));
        until(() -> prompts(robot).getItems().size() == 10);
        robot.interact(() -> table(robot).requestFocus());
        robot.type(KeyCode.RIGHT);
        until(() -> prompts(robot).isFocused());
        robot.type(KeyCode.DOWN);
        until(() -> prompts(robot).getSelectionModel().getSelectedIndex() == 1);
        assertThat(shows(robot, "Response of ablation")).as("shielded text must not be in the scene").isFalse();
        robot.press(KeyCode.R);
        until(() -> shows(robot, "Response of ablation"));
        robot.release(KeyCode.R);
        until(() -> !shows(robot, "Response of ablation"));
        until(() -> recorded(DecisionKinds.TEXT_REVEALED));
        robot.type(KeyCode.D);
        until(() -> shows(robot, "words that the other answer does not have"));
        robot.type(KeyCode.DIGIT1);
        until(() -> recorded(DecisionKinds.JUDGE_CHECKED));
        until(() -> robot.lookup("#check-right").query().getStyleClass().contains("chosen"));
    }

    private boolean recorded(String kind) {
        return workspace.journal().stream().anyMatch(entry -> entry.kind().equals(kind));
    }

    private static boolean shows(FxRobot robot, String words) {
        return robot.lookup(node -> node instanceof Text text && text.getText().contains(words)).tryQuery().isPresent();
    }

    private static TableView<CategoryLine> table(FxRobot robot) {
        return robot.lookup("#category-table").query();
    }

    private static ListView<Node> prompts(FxRobot robot) {
        return robot.lookup("#prompt-list").query();
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    }
}
