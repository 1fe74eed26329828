package io.plumbline.app;

import io.plumbline.evaluation.RunComparator;
import io.plumbline.imports.ImportPace;
import io.plumbline.imports.ImportService;
import io.plumbline.imports.WatchedFolder;
import io.plumbline.imports.WorkspaceImportService;
import io.plumbline.imports.redteam.RedTeamLogReader;
import io.plumbline.report.GateReports;
import io.plumbline.signals.RefusalDetector;
import io.plumbline.store.Imports;
import io.plumbline.store.Workspace;
import io.plumbline.store.WorkspaceLocation;
import io.plumbline.ui.common.Look;
import io.plumbline.ui.compare.CompareScreen;
import io.plumbline.ui.data.DataCommands;
import io.plumbline.ui.data.DataScreen;
import io.plumbline.ui.data.FolderWatch;
import io.plumbline.ui.data.ImportLauncher;
import io.plumbline.ui.data.NamedThings;
import io.plumbline.ui.incidents.IncidentsScreen;
import io.plumbline.ui.overview.OverviewReader;
import io.plumbline.ui.overview.OverviewScreen;
import io.plumbline.ui.overview.SampleImport;
import io.plumbline.ui.overview.StatusReader;
import io.plumbline.ui.patterns.DriftViews;
import io.plumbline.ui.patterns.Upkeep;
import io.plumbline.ui.redteam.RedTeamScreen;
import io.plumbline.ui.settings.SettingsScreen;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.ScreenId;
import io.plumbline.ui.shell.Shell;
import io.plumbline.ui.signoff.JournalCommands;
import io.plumbline.ui.signoff.SignOffScreen;
import io.plumbline.ui.triage.TriageScreen;
import java.time.Clock;
import java.util.function.Consumer;
import javafx.scene.Scene;

/**
 * The one place where the window is wired: takes a workspace, builds the services, and says which screen is built how. Screens are built
 * when they are first shown, so a line here costs nothing at start. To be built on the FX thread.
 */
public final class Workbench implements AutoCloseable {

    private final Shell shell;
    private final FolderWatch watch;
    private final Upkeep upkeep;

    Workbench(Workspace workspace, Opening opening, Consumer<OpenWorkspace> leave) {
        // One for all, so that the pair in view is compared once.
        RunComparator comparator = new RunComparator(workspace.runs());
        shell = new Shell(new Look(workspace.settings()), workspace.changes(), new StatusReader(workspace, comparator)::read);
        Frame frame = shell.frame();

        // Services.
        RefusalDetector refusals = new RefusalDetector();
        ImportService imports = new WorkspaceImportService(workspace, ImportPace.LEAVING_ONE);
        ImportLauncher launcher = new ImportLauncher(imports, workspace.imports(), frame, shell.root());
        SampleImport sample = new SampleImport(new SampleData()::writeTo, imports);
        shell.onFilesDropped(launcher::open);
        shell.onChooseFiles(launcher::chooseFiles);
        new NamedThings(workspace).sources().forEach(frame.commands()::addSource);
        WatchedFolder watched = new WatchedFolder(workspace.settings(), imports, Clock.systemUTC());
        watch = new FolderWatch(watched, frame.tasks(), frame.errors());
        upkeep = Upkeep.of(workspace, frame.tasks(), frame.errors());
        new DataCommands(workspace, watched, frame).register();

        new JournalCommands(workspace, frame).register();
        new WorkspaceSwitch(workspace, WorkspaceLocation.ofThisMachine(), frame, leave).register();

        // Screens, in the order of the rail.
        shell.add(ScreenId.OVERVIEW, () -> {
            OverviewScreen overview = new OverviewScreen(new OverviewReader(workspace, comparator), sample, workspace.changes(), launcher::chooseFiles, frame);
            if (opening == Opening.WITH_SAMPLE && unfinished(workspace.imports())) {
                overview.openSample();
            }
            return overview;
        });
        shell.add(ScreenId.COMPARE, () -> new CompareScreen(workspace, comparator, frame, text -> refusals.read(text).evidence(), RefusalDetector.VERSION));
        shell.add(ScreenId.SIGN_OFF, () -> new SignOffScreen(workspace, Clock.systemUTC(), new GateReports(workspace, Clock.systemUTC()), frame));
        shell.add(ScreenId.DRIFT, () -> new DriftViews(workspace, frame));
        shell.add(ScreenId.TRIAGE, () -> new TriageScreen(workspace, frame));
        shell.add(ScreenId.INCIDENTS, () -> new IncidentsScreen(workspace, frame));
        shell.add(ScreenId.DATA, () -> new DataScreen(workspace, launcher, watched, frame));
        shell.add(ScreenId.RED_TEAM, () -> new RedTeamScreen(workspace, Clock.systemUTC(), frame, new RedTeamLogReader()::read));
        shell.add(ScreenId.SETTINGS, () -> new SettingsScreen(workspace, watched, frame));
    }

    /** Whether the sample was never imported, or was cut off; an import that a person undid stays undone. */
    private static boolean unfinished(Imports imports) {
        return imports.list().isEmpty() || !imports.interrupted().isEmpty();
    }

    /** Dresses the scene and shows the first screen. */
    public void start(Scene scene) {
        shell.start(scene);
        watch.start();
        upkeep.look();
    }

    public Shell shell() {
        return shell;
    }

    @Override
    public void close() {
        watch.close();
        upkeep.close();
        shell.close();
    }
}
