package io.plumbline.ui.data;

import io.plumbline.domain.ImportManifest;
import io.plumbline.imports.ImportService;
import io.plumbline.store.Imports;
import io.plumbline.ui.shell.Command;
import io.plumbline.ui.shell.Frame;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;

/** The ways into the import dialog: dropped files, the file chooser, Ctrl+I. */
public final class ImportLauncher {

    private static final Duration TOLD = Duration.millis(300);

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
        List<File> chosen = staying(owner -> Objects.requireNonNullElse(chooser.showOpenMultipleDialog(owner), List.<File>of()));
        if (!chosen.isEmpty()) {
            open(chosen.stream().map(File::toPath).toList());
        }
    }

    public void open(List<Path> files) {
        show().open(files);
    }

    /** Reads the rejected lines of an import anew: from where its file was, or from where a person says that it is. */
    public void openRejects(ImportManifest earlier) {
        Optional<Path> place = service.paths().of(earlier.id()).or(() -> chooseFile("Where is " + earlier.file() + " now?"));
        place.ifPresent(path -> show().openRejects(earlier, path));
    }

    /** Where the file of an import that was cut off is, if it is still there. */
    public Optional<Path> placeOfCutOff(String file) {
        return service.paths().ofCutOff(file);
    }

    private ImportSession show() {
        ImportSession session = new ImportSession(service, frame.tasks(), frame.errors()::show);
        ImportDialog dialog = new ImportDialog(session, imports, frame);
        frame.dialogs().show(dialog, dialog::close);
        return session;
    }

    private Optional<Path> chooseFile(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        return staying(stage -> Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath));
    }

    /** Some window managers take a window out of its maximised state while a chooser is above it, and tell of it late. */
    private <T> T staying(Function<Window, T> choice) {
        Window owner = window.getScene().getWindow();
        if (!(owner instanceof Stage stage) || !stage.isMaximized()) {
            return choice.apply(owner);
        }
        Rectangle2D before = bounds(stage);
        T chosen = choice.apply(owner);
        PauseTransition told = new PauseTransition(TOLD);
        told.setOnFinished(e -> {
            if (!bounds(stage).equals(before)) {
                stage.setMaximized(false);
                stage.setMaximized(true);
            }
        });
        told.play();
        return chosen;
    }

    private static Rectangle2D bounds(Stage stage) {
        return new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }
}
