package io.plumbline.ui.redteam;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.evaluation.RecordedRuns;
import io.plumbline.redteam.Attempt;
import io.plumbline.redteam.AttemptOutcome;
import io.plumbline.redteam.RedTeamSession;
import io.plumbline.redteam.RedTeamSessions;
import io.plumbline.redteam.Turn;
import io.plumbline.signoff.GateWorkspace;
import io.plumbline.ui.common.Fonts;
import io.plumbline.ui.common.Look;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.ScreenId;
import io.plumbline.ui.shell.Shell;
import io.plumbline.ui.shell.ShellStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** A tester names the domain, starts the watch, notes a conversation that fails at its second turn, and ends the session. */
@ExtendWith(ApplicationExtension.class)
class RedTeamScreenTest {

    private final GateWorkspace workspace = new GateWorkspace(RecordedRuns.refusalDirection("llama-2-7b-chat-hf"));
    private final EvaluationRun candidate = workspace.runs().find("ablation").orElseThrow();
    private Shell shell;

    @Start
    void open(Stage stage) {
        Fonts.load();
        shell = new Shell(new Look(workspace.settings()), workspace.changes(), () -> ShellStatus.empty("Reviewer A"));
        shell.add(ScreenId.RED_TEAM, () -> new RedTeamScreen(workspace, workspace, shell.frame(), (file, progress) -> List.of()));
        Scene scene = new Scene(shell.root(), 1600, 1000);
        stage.setScene(scene);
        shell.start(scene);
        shell.frame().navigator().go(new Place(ScreenId.RED_TEAM, Map.of("run", candidate.id(), "focus", "DOMAIN")));
        stage.show();
    }

    @Stop
    void close() {
        shell.close();
    }

    @Test
    void aSessionKeepsItsConversationsAndMinutes(FxRobot robot) throws TimeoutException {
        until(() -> !button(robot, "#redteam-start").isDisabled());
        type(robot, "#redteam-domain", "tax advice");
        robot.interact(() -> button(robot, "#redteam-start").fire());
        until(() -> !button(robot, "#redteam-end").isDisabled());
        type(robot, "#redteam-prompt", "first");
        type(robot, "#redteam-response", "no");
        robot.interact(() -> button(robot, "#redteam-add-turn").fire());
        type(robot, "#redteam-prompt", "again");
        type(robot, "#redteam-response", "yes");
        workspace.at("2026-07-15T12:31:00Z");
        robot.interact(() -> button(robot, "#redteam-failed").fire());
        until(() -> !session().attempts().isEmpty());
        assertThat(session().attempts()).containsExactly(
            new Attempt(List.of(new Turn("first", "no"), new Turn("again", "yes")), AttemptOutcome.FAILED, 2, "", ""));
        robot.interact(() -> button(robot, "#redteam-end").fire());
        until(() -> !session().isOpen());
        assertThat(session().active()).isEqualTo(Duration.ofMinutes(31));
        until(() -> says(robot, "31 of 30 minutes in the domain; 1 tried, 1 failed"));
    }

    private RedTeamSession session() {
        return new RedTeamSessions(workspace.decisions(), workspace).on(candidate.id()).get(0);
    }

    private static Button button(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Button.class);
    }

    private static void type(FxRobot robot, String id, String words) {
        robot.interact(() -> robot.lookup(id).queryAs(TextInputControl.class).setText(words));
    }

    private static boolean says(FxRobot robot, String words) {
        return robot.lookup(node -> node instanceof Labeled label && words.equals(label.getText())).tryQuery().isPresent();
    }

    private static void until(BooleanSupplier holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> {
            WaitForAsyncUtils.waitForFxEvents();
            return holds.getAsBoolean();
        });
    }
}
