package io.plumbline.app;

        // Services.
        RefusalDetector refusals = new RefusalDetector();
        ImportService imports = new WorkspaceImportService(workspace);
        ImportLauncher launcher = new ImportLauncher(imports, workspace.imports(), frame, shell.root());
        SampleImport sample = new SampleImport(new SampleData()::writeTo, imports);
        shell.onFilesDropped(launcher::open);
        shell.onChooseFiles(launcher::chooseFiles);

        // Screens, in the order of the rail.
        shell.add(ScreenId.OVERVIEW, () -> new OverviewScreen(new OverviewReader(workspace), sample, workspace.changes(), launcher::chooseFiles, frame));
        shell.add(ScreenId.COMPARE, () -> new CompareScreen(workspace, frame, text -> refusals.read(text).evidence(), RefusalDetector.VERSION));
        shell.add(ScreenId.DATA, () -> new DataScreen(workspace, launcher, frame));
import io.plumbline.ui.settings.SettingsScreen;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.ScreenId;
import io.plumbline.ui.shell.Shell;
import javafx.scene.Scene;

/**
 * The one place where the window is wired: takes a workspace, builds the services, and says which screen is built how. Screens are built
 * when they are first shown, so a line here costs nothing at start. To be built on the FX thread.
 */
public final class Workbench implements AutoCloseable {

    private final Shell shell;

    public Workbench(Workspace workspace) {
        shell = new Shell(new Look(workspace.settings()), workspace.changes(), new StatusReader(workspace)::read);
        Frame frame = shell.frame();

<<<<<<< HEAD
        RefusalDetector refusals = new RefusalDetector();

        // Screens, in the order of the rail.
        shell.add(ScreenId.COMPARE, () -> new CompareScreen(workspace, frame, text -> refusals.read(text).evidence(), RefusalDetector.VERSION));
=======
        // Services.
        ImportService imports = new WorkspaceImportService(workspace);
        ImportLauncher launcher = new ImportLauncher(imports, workspace.imports(), frame, shell.root());
        shell.onFilesDropped(launcher::open);
        shell.onChooseFiles(launcher::chooseFiles);

        // Screens, in the order of the rail.
        shell.add(ScreenId.OVERVIEW, () -> new OverviewScreen(new OverviewReader(workspace), new SampleImport(new SampleData()::writeTo, imports),
            workspace.changes(), launcher::chooseFiles, frame));
        shell.add(ScreenId.DATA, () -> new DataScreen(workspace, launcher, frame));
>>>>>>> 2e61460 (Read the workspace into the overview and the frame)
        shell.add(ScreenId.SETTINGS, () -> new SettingsScreen(workspace, frame));
    }

    /** Dresses the scene and shows the first screen. */
    public void start(Scene scene) {
        shell.start(scene);
    }

    public Shell shell() {
        return shell;
    }

    @Override
    public void close() {
        shell.close();
    }
}
