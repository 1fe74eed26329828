package io.plumbline.ui.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.evaluation.RecordedRuns;
import io.plumbline.report.GateReports;
import io.plumbline.signoff.GateWorkspace;
import io.plumbline.ui.common.Fonts;
import io.plumbline.ui.common.Look;
import io.plumbline.ui.shell.Shell;
import io.plumbline.ui.shell.ShellStatus;
import io.plumbline.ui.shell.ScreenId;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** A risk owner opens the gate of a weight-edited model, sees why it can't be approved, and blocks it with a reason. */
@ExtendWith(ApplicationExtension.class)
class SignOffScreenTest {

    private final GateWorkspace workspace = new GateWorkspace(RecordedRuns.refusalDirection("llama-2-7b-chat-hf"));
    private Shell shell;

    @Start
    void open(Stage stage) {
        Fonts.load();
        shell = new Shell(new Look(workspace.settings()), workspace.changes(), () -> ShellStatus.empty("Reviewer A"));
        shell.add(ScreenId.SIGN_OFF, () -> new SignOffScreen(workspace, workspace, new GateReports(workspace, Clock.systemUTC()), shell.frame()));
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
    void deploymentIsBlockedWithAReasonThatStandsInTheJournal(FxRobot robot) throws TimeoutException {
        until(() -> there(robot, "#outcome-headline"));
        assertThat(robot.lookup("#outcome-headline").queryAs(Label.class).getText()).isEqualTo("The policy blocks deployment");
        assertThat(there(robot, "#approve-off")).isTrue();
        assertThat(there(robot, "#approve")).isFalse();
        robot.clickOn("#block");
        until(() -> there(robot, "#field-reason"));
        robot.interact(() -> robot.lookup("#field-reason").queryAs(TextInputControl.class).setText("76 of 100 prompts flipped to unsafe answers."));
        robot.clickOn("#form-act");
        until(() -> workspace.journal().stream().anyMatch(entry -> entry.kind().equals(DecisionKinds.GATE_DECIDED)
            && entry.payload().get("act").equals("BLOCK")));
        until(() -> robot.lookup("#gate-history-button").queryLabeled().getText().equals("History (1)"));
    }

    private static boolean there(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().isPresent();
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    }
}
