package io.plumbline.ui.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.evaluation.RecordedRuns;
import io.plumbline.evaluation.RunComparator;
import io.plumbline.report.GateReports;
import io.plumbline.signoff.GateWorkspace;
import io.plumbline.ui.common.Fonts;
import io.plumbline.ui.common.Look;
import io.plumbline.ui.compare.CompareScreen;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.Screen;
import io.plumbline.ui.shell.Shell;
import io.plumbline.ui.shell.ShellStatus;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** A screen that was closed is let go of, by the workspace and by everything else that it listened to. */
@ExtendWith(ApplicationExtension.class)
class ClosedScreensTest {

    private final GateWorkspace workspace = new GateWorkspace(RecordedRuns.refusalDirection("llama-2-7b-chat-hf"));
    private Shell shell;

    @Start
    void open(Stage stage) {
        Fonts.load();
        shell = new Shell(new Look(workspace.settings()), workspace.changes(), () -> ShellStatus.empty("Reviewer A"));
    }

    @Stop
    void close() {
        shell.close();
    }

    @Test
    void aClosedCompareScreenIsCollected() throws Exception {
        assertCollected(frame -> new CompareScreen(workspace, new RunComparator(workspace.runs()), frame, text -> List.of(), "none"));
    }

    @Test
    void aClosedSignOffScreenIsCollected() throws Exception {
        assertCollected(frame -> new SignOffScreen(workspace, workspace, new GateReports(workspace, Clock.systemUTC()), frame));
    }

    private void assertCollected(Function<Frame, Screen> make) throws Exception {
        WeakReference<Screen> closed = WaitForAsyncUtils.asyncFx(() -> {
            Screen screen = make.apply(shell.frame());
            screen.close();
            return new WeakReference<>(screen);
        }).get();
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> {
            System.gc();
            return closed.get() == null;
        });
        assertThat(closed.get()).isNull();
    }
}
