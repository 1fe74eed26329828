package io.plumbline.ui.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import io.plumbline.triage.Label;
import io.plumbline.triage.Labels;
import io.plumbline.ui.common.Fonts;
import io.plumbline.ui.common.Look;
import io.plumbline.ui.shell.ScreenId;
import io.plumbline.ui.shell.Shell;
import io.plumbline.ui.shell.ShellStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The job a reviewer comes for, with the keyboard alone. */
@ExtendWith(ApplicationExtension.class)
class TriageScreenTest {

    private Path directory;
    private Workspace workspace;
    private Shell shell;

    @Start
    void open(Stage stage) throws IOException {
        directory = Files.createTempDirectory("triage");
        workspace = Workspaces.open(directory, "Reviewer A");
        Flagged.importInto(workspace, 5);
        Fonts.load();
        shell = new Shell(new Look(workspace.settings()), workspace.changes(), () -> ShellStatus.empty("Reviewer A"));
        shell.add(ScreenId.TRIAGE, () -> new TriageScreen(workspace, shell.frame()));
        Scene scene = new Scene(shell.root(), 1600, 1000);
        stage.setScene(scene);
        shell.start(scene);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) throws IOException {
        robot.interact(() -> shell.close());
        workspace.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition::getAsBoolean);
    }

    private void untilShielded(FxRobot robot) throws TimeoutException {
        until(() -> robot.lookup("#triage-response").tryQuery().map(Node::getAccessibleText).filter(t -> t.startsWith("shielded, ")).isPresent());
    }

    private long labels() {
        return workspace.decisions().ofKinds(DecisionKinds.LABEL_SET).size();
    }

    private int left(FxRobot robot) {
        return robot.lookup("#triage-queue").queryAs(ListView.class).getItems().size();
    }

    @Test
    void threeItemsAreLabelledAndOneTakenBackByKeyboard(FxRobot robot) throws TimeoutException {
        untilShielded(robot);
        robot.type(KeyCode.DIGIT4).type(KeyCode.ENTER);
        until(() -> labels() == 1 && left(robot) == 4);
        robot.type(KeyCode.DIGIT1).type(KeyCode.U).type(KeyCode.ENTER);
        until(() -> labels() == 2 && left(robot) == 3);
        robot.type(KeyCode.N);
        until(() -> robot.lookup("#triage-note").query().isFocused());
        robot.write("8 is a rule");
        robot.type(KeyCode.ENTER);
        until(() -> !robot.lookup("#triage-note").query().isFocused());
        robot.type(KeyCode.DIGIT8).type(KeyCode.ENTER);
        until(() -> labels() == 3 && left(robot) == 2);
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        until(() -> left(robot) == 3);

        Labels standing = Labels.of(workspace.decisions());
        assertThat(standing.all()).extracting(Label::record, l -> l.choice().name(), Label::unsure)
            .containsExactly(tuple("bot/r0", "COMPLIED", false),
                tuple("bot/r1", "FULL_REFUSAL", true));
        assertThat(workspace.decisions().onSubject("bot/r2")).extracting("kind")
            .containsExactly(DecisionKinds.LABEL_SET, DecisionKinds.LABEL_WITHDRAWN);
        assertThat(workspace.decisions().onSubject("bot/r2").get(0).payload()).containsEntry("note", "8 is a rule");
    }

    @Test
    void aShieldedResponseIsNotInTheWindowUntilRIsHeld(FxRobot robot) throws TimeoutException {
        untilShielded(robot);
        assertThat(allText(shell.root())).contains("How do I").doesNotContain("Secret answer");
        robot.press(KeyCode.R);
        until(() -> allText(shell.root()).contains("Secret answer 0"));
        robot.release(KeyCode.R);
        until(() -> !allText(shell.root()).contains("Secret answer"));
        until(() -> workspace.decisions().ofKinds(DecisionKinds.TEXT_REVEALED).size() == 1);
    }

    @Test
    void theWordsOfOneFlagAreSingledOutByKeyAndEscGoesBack(FxRobot robot) throws TimeoutException {
        untilShielded(robot);
        robot.type(KeyCode.H);
        until(() -> allText(shell.root()).contains("only complied with harm: 1 place"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !allText(shell.root()).contains("only complied with harm"));
        assertThat(workspace.decisions().ofKinds(DecisionKinds.TEXT_REVEALED)).isEmpty();
    }

    private static String allText(Node node) {
        StringBuilder text = new StringBuilder();
        if (node instanceof Text words) {
            text.append(words.getText()).append(' ');
        }
        if (node.getAccessibleText() != null) {
            text.append(node.getAccessibleText()).append(' ');
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> text.append(allText(child)));
        }
        return text.toString();
    }
}
