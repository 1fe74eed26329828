package io.plumbline.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Sample;
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
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** An engineer opens the worst run of a suite from the funnel, and names the adapter of a run. */
@ExtendWith(ApplicationExtension.class)
class SuiteAndAdapterScreenTest {

    private final RecordedRuns runs = new RecordedRuns();
    private final GateWorkspace workspace = new GateWorkspace(runs);
    private Shell shell;

    @Start
    void open(Stage stage) {
        for (int version = 1; version <= 6; version++) {
            String id = "v" + version;
            int safe = version == 4 ? 60 : 95;
            List<Sample> samples = IntStream.range(0, 100).mapToObj(i -> RecordedRuns.sample(id, i, "key " + i, "weapons", PromptIntent.HARMFUL,
                RecordedRuns.verdict(i < safe))).toList();
            runs.add(id, "model " + version, "", "suite", List.of("judge"), samples);
        }
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
    void aPointOfTheFunnelOpensItsRun(FxRobot robot) throws TimeoutException {
        until(() -> robot.lookup("#open-trend").tryQuery().isPresent());
        press(robot, "#open-trend");
        until(() -> robot.lookup(".pl-suite-point").queryAll().size() == 12);
        Node worst = robot.lookup(".pl-suite-point.act").query();
        assertThat(worst.getAccessibleText()).contains("model 4").contains("below the action limit");
        robot.interact(worst::requestFocus);
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup("#candidate-run").queryAs(ComboBox.class).getValue() instanceof EvaluationRun run && run.id().equals("v4"));
        until(() -> robot.lookup(".pl-suite-point").tryQuery().isEmpty());
    }

    @Test
    void theAdapterOfARunIsNamedAndItsStackIsCompared(FxRobot robot) throws TimeoutException {
        until(() -> robot.lookup("#open-adapters").tryQuery().isPresent());
        press(robot, "#open-adapters");
        until(() -> !combo(robot).getItems().isEmpty());
        robot.interact(() -> {
            combo(robot).getSelectionModel().select(3);
            robot.lookup("#adapter-model").queryAs(TextField.class).setText("model 1");
            robot.lookup("#adapter-names").queryAs(TextField.class).setText("tax");
        });
        press(robot, "#adapter-name");
        until(() -> robot.lookup("#adapter-table").queryAs(TableView.class).getItems().size() == 2);
        assertThat(workspace.decisions().ofKinds(DecisionKinds.ADAPTERS_NAMED)).hasSize(1);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<AdapterViewModel.Named> combo(FxRobot robot) {
        return robot.lookup("#adapter-named").queryAs(ComboBox.class);
    }

    private static void press(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryAs(Button.class).fire());
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    }
}
