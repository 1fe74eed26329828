package io.plumbline.ui.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.JournalEntry;
import io.plumbline.evaluation.ComparisonRequest;
import io.plumbline.evaluation.FlipKind;
import io.plumbline.evaluation.JudgeCheck;
import io.plumbline.evaluation.JudgeChecks;
import io.plumbline.evaluation.RecordedRuns;
import io.plumbline.evaluation.RunComparator;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.report.GateReports;
import io.plumbline.signoff.Attestations;
import io.plumbline.signoff.EvidenceKind;
import io.plumbline.signoff.GateSubject;
import io.plumbline.signoff.RecordedContext;
import io.plumbline.signoff.SignedGateWorkspace;
import io.plumbline.store.JournalVerification;
import io.plumbline.store.JournalVerifier;
import io.plumbline.ui.common.Fonts;
import io.plumbline.ui.common.Look;
import io.plumbline.ui.shell.ScreenId;
import io.plumbline.ui.shell.Shell;
import io.plumbline.ui.shell.ShellStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** Two people sign in the window, each with a key of their own, from the request to the approval. */
@ExtendWith(ApplicationExtension.class)
class SigningInTheScreenTest {

    private static final String REASON = "Monitoring at full sampling is live and the filter is in place.";
    private final Clock clock = Clock.fixed(Instant.parse("2026-07-15T12:00:00Z"), ZoneOffset.UTC);
    private Path directory;
    private SignedGateWorkspace workspace;
    private Shell shell;

    @Start
    void open(Stage stage) throws Exception {
        Fonts.load();
        directory = Files.createTempDirectory("signing");
        workspace = new SignedGateWorkspace(directory.resolve("workspace"), RecordedRuns.table("fraud", 900, 100, 0, 0).addTable("privacy",
            900, 100, 0, 0));
        supplyEvidence();
        shell = new Shell(new Look(workspace.settings()), workspace.changes(), () -> ShellStatus.empty("Reviewer A"));
        shell.add(ScreenId.SIGN_OFF, () -> new SignOffScreen(workspace, clock, new GateReports(workspace, clock), shell.frame()));
        Scene scene = new Scene(shell.root(), 1600, 1000);
        stage.setScene(scene);
        shell.start(scene);
        stage.show();
    }

    /** What is not about signing. */
    private void supplyEvidence() {
        RunComparison comparison = new RunComparator(workspace.runs()).compare(ComparisonRequest.of("base", "candidate"),
            workspace.policy());
        GateSubject gate = new GateSubject("base", "candidate");
        Attestations attestations = new Attestations(workspace.decisions(), clock);
        RecordedContext.hosted().record(comparison.candidate(), workspace.decisions());
        Stream.of(EvidenceKind.FULL_BENCHMARK, EvidenceKind.DOMAIN, EvidenceKind.RED_TEAM).forEach(kind ->
            attestations.attest(gate, kind, "done", 40, 10, LocalDate.parse("2026-12-01")));
        JudgeChecks checks = new JudgeChecks(workspace.decisions());
        comparison.flips(FlipKind.HARMFUL).forEach(flip -> checks.record(comparison, flip, JudgeCheck.RIGHT));
    }

    @Stop
    void close() throws Exception {
        shell.close();
        workspace.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    @Test
    void aRequestIsRefusedWithItsTextKeptThenApprovedByASecondKeyAndTheGateSigned(FxRobot robot) throws TimeoutException {
        until(() -> there(robot, "#ask-acceptance"));
        weigh(robot);
        again(robot, "#ask-acceptance", () -> there(robot, "#field-reason"));
        type(robot, "#field-reason", "too short");
        type(robot, "#field-conditions", "Full sampling");
        press(robot, "#form-act", KeyCode.SPACE);
        until(() -> there(robot, "#form-problem") && robot.lookup("#form-problem").queryLabeled().getText().contains("9 characters"));
        assertThat(text(robot, "#field-reason")).isEqualTo("too short");
        assertThat(text(robot, "#field-conditions")).isEqualTo("Full sampling");
        type(robot, "#field-reason", REASON);
        press(robot, "#form-act", KeyCode.SPACE);
        until(() -> decided(DecisionKinds.ACCEPTANCE_REQUESTED) == 1 && !there(robot, "#form-act") && !there(robot, "#ask-acceptance"));

        seat(robot, "Reviewer B");
        again(robot, "#approve-acceptance", () -> there(robot, "#field-passphrase"));
        key(robot);
        until(() -> decided(DecisionKinds.ACCEPTANCE_APPROVED) == 1 && !there(robot, "#form-act"));

        again(robot, "#read-gaps", () -> decided(DecisionKinds.EVIDENCE_ATTESTED) == 4);
        again(robot, "#approve", () -> there(robot, "#field-reason"));
        type(robot, "#field-reason", REASON);
        press(robot, "#form-act", KeyCode.SPACE);
        until(() -> decided(DecisionKinds.GATE_DECIDED) == 1);
        JournalEntry entry = workspace.decisions().ofKinds(DecisionKinds.GATE_DECIDED).get(0);
        assertThat(entry.key()).isEqualTo(workspace.people().keyOf("Reviewer B").orElseThrow().fingerprint());
        JournalVerification found = JournalVerifier.verify(workspace.directory());
        assertThat(found.firstBroken()).isEmpty();
        assertThat(found.signatures().byPeople()).isEqualTo(4);
    }

    @Test
    void withTwoPassphrasesThatDifferNothingIsWrittenAndTheFormStays(FxRobot robot) throws TimeoutException {
        until(() -> there(robot, "#block"));
        again(robot, "#block", () -> there(robot, "#field-again"));
        type(robot, "#field-reason", "Refusals are gone on too many prompts.");
        type(robot, "#field-passphrase", "correct horse");
        type(robot, "#field-again", "correct house");
        press(robot, "#form-act", KeyCode.SPACE);
        until(() -> there(robot, "#form-problem") && robot.lookup("#form-problem").queryLabeled().getText().contains("differ"));
        assertThat(text(robot, "#field-reason")).isEqualTo("Refusals are gone on too many prompts.");
        assertThat(decided(DecisionKinds.KEY_ENROLLED)).isZero();
    }

    @Test
    void f7GoesThroughTheOpenDemandsAndEnterOpensEvidence(FxRobot robot) throws TimeoutException {
        until(() -> there(robot, "#ask-acceptance"));
        robot.type(KeyCode.F7);
        until(() -> focused(robot, "record-factors"));
        robot.type(KeyCode.F7);
        until(() -> focused(robot, "ask-acceptance"));
        robot.interact(() -> robot.lookup("#supply-TRIGGER_HUNTING").query().requestFocus());
        robot.type(KeyCode.ENTER);
        until(() -> there(robot, "#field-note"));
    }

    @Test
    void anotherContextIsRecordedInTheFormAndChangesTheList(FxRobot robot) throws TimeoutException {
        until(() -> there(robot, "#supply-CONTEXT") && !there(robot, "#supply-WEIGHT_COMPARISON"));
        robot.interact(() -> robot.lookup("#supply-CONTEXT").query().requestFocus());
        robot.type(KeyCode.ENTER);
        until(() -> there(robot, "#field-who"));
        assertThat(text(robot, "#field-who")).isEqualTo("Staff of support");
        type(robot, "#field-who", "Anyone on the net");
        type(robot, "#field-traffic", "many");
        robot.interact(() -> ((ComboBox<?>) robot.lookup("#field-access").query()).getSelectionModel().select(1));
        press(robot, "#form-act", KeyCode.SPACE);
        until(() -> robot.lookup("#form-problem").queryLabeled().getText().equals("“many” is no number."));
        type(robot, "#field-traffic", "250000");
        press(robot, "#form-act", KeyCode.SPACE);
        until(() -> decided(DecisionKinds.DEPLOYMENT_CONTEXT) == 2 && there(robot, "#supply-WEIGHT_COMPARISON"));
        until(() -> robot.lookup("#risk-consequences").queryLabeled().getText()
            .contains("Context is high (whoever has the weights can use them)"));
    }

    private void weigh(FxRobot robot) throws TimeoutException {
        for (String factor : new String[] {"CONTEXT", "USERS", "AUTONOMY", "SCALE", "SOURCE"}) {
            robot.interact(() -> ((javafx.scene.control.RadioButton) robot.lookup("#risk-" + factor + "-2").query()).setSelected(true));
        }
        press(robot, "#record-factors", KeyCode.SPACE);
        until(() -> decided(DecisionKinds.RISK_FACTORS) == 1);
    }

    private void seat(FxRobot robot, String person) throws TimeoutException {
        again(robot, "#take-seat", () -> there(robot, "#field-person"));
        type(robot, "#field-person", person);
        press(robot, "#form-act", KeyCode.SPACE);
        until(() -> workspace.actor().equals(person) && !there(robot, "#form-act"));
    }

    private static void key(FxRobot robot) {
        type(robot, "#field-passphrase", "correct horse");
        type(robot, "#field-again", "correct horse");
        press(robot, "#form-act", KeyCode.SPACE);
    }

    private int decided(String kind) {
        return workspace.decisions().ofKinds(kind).size();
    }

    private static void press(FxRobot robot, String id, KeyCode code) {
        robot.interact(() -> robot.lookup(id).query().requestFocus());
        robot.type(code);
    }

    /** The screen draws itself anew when something was decided, so a key may meet a button that is about to go. */
    private static void again(FxRobot robot, String id, BooleanSupplier reached) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> {
            if (!reached.getAsBoolean() && there(robot, id)) {
                press(robot, id, KeyCode.SPACE);
            }
            return reached.getAsBoolean();
        });
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).queryAs(TextInputControl.class).setText(text));
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(TextInputControl.class).getText();
    }

    private static boolean focused(FxRobot robot, String id) {
        Node owner = robot.lookup("#block").query().getScene().getFocusOwner();
        return owner != null && id.equals(owner.getId());
    }

    private static boolean there(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    }
}
