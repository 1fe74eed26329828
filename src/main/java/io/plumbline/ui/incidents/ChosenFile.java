package io.plumbline.ui.incidents;

import io.plumbline.report.ReportFormat;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;

/**
 * The platform's file chooser.
 *
 * @param owner a node of the window that it belongs to
 */
record ChosenFile(Node owner) implements ReportDestination {

    @Override
    public Optional<Path> ask(ReportFormat format, String proposedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the incident report");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(format.name(), "*." + format.extension()));
        chooser.setInitialFileName(proposedName);
        return Optional.ofNullable(chooser.showSaveDialog(owner.getScene().getWindow())).map(file -> named(file, format).toPath());
    }

    private static File named(File file, ReportFormat format) {
        return file.getName().endsWith("." + format.extension()) ? file
            : new File(file.getParentFile(), file.getName() + "." + format.extension());
    }
}
