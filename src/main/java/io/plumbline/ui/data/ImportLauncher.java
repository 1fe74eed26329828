package io.plumbline.ui.data;

import io.plumbline.imports.ImportService;
import io.plumbline.store.Imports;
import io.plumbline.ui.shell.Command;
import io.plumbline.ui.shell.Frame;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.stage.FileChooser;

/** The ways into the import dialog: dropped files, the file chooser, Ctrl+I. */
public final class ImportLauncher {

    private final ImportService service;
    private final Imports imports;
    private final Frame frame;
    private final Node window;

    /** @param window any node of the window that the file chooser belongs to */
    public ImportLauncher(ImportService service, Imports imports, Frame frame, Node window) {
        this.service = service;
        this.imports = imports;
        this.frame = frame;
        this.window = window;
        frame.commands().add(Command.always(Command.COMMANDS, "fth-upload", "Import files…", "format is recognised for you", "Ctrl I",
            this::chooseFiles));
    }

    public void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import evaluation runs or production logs");
        List<File> chosen = chooser.showOpenMultipleDialog(window.getScene().getWindow());
        if (chosen != null) {
            open(chosen.stream().map(File::toPath).toList());
        }
    }

    public void open(List<Path> files) {
        ImportSession session = new ImportSession(service, frame.tasks(), frame.errors()::show);
        ImportDialog dialog = new ImportDialog(session, imports, frame);
        frame.dialogs().show(dialog, dialog::close);
        session.open(files);
    }
}
