package io.plumbline.ui.signoff;

import io.plumbline.report.GateReports;
import io.plumbline.report.ReportFile;
import io.plumbline.report.ReportPrinter;
import io.plumbline.ui.shell.Frame;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** Writes the gate as it is on the screen into a file that can be read and checked without this program. */
final class GateExport {

    private final GateReports reports;
    private final ReportPrinter printer;
    private final Frame frame;

    GateExport(GateReports reports, ReportPrinter printer, Frame frame) {
        this.reports = reports;
        this.printer = printer;
        this.frame = frame;
    }

    /** Asks where to and writes. */
    void ask(GateView view, Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the gate report");
        chooser.setInitialFileName("gate-" + view.dossier().subject().shortName() + ".pdf");
        chooser.getExtensionFilters().addAll(new ExtensionFilter("PDF", "*.pdf"), new ExtensionFilter("HTML, one file", "*.html"),
            new ExtensionFilter("Markdown", "*.md"), new ExtensionFilter("JSON, an in-toto statement for pipelines", "*.json"));
        Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath).ifPresent(file -> write(view, file));
    }

    void write(GateView view, Path file) {
        frame.tasks().start("signoff.export", "Writing the gate report",
            progress -> ReportFile.write(reports.of(view.dossier(), view.policy()), file, printer),
            written -> frame.dialogs().explain("Gate report written", written.file()
                + "\n\nIt is signed. Anyone can check every byte of it, without this workspace, with: plumbline verify "
                + written.file().getFileName() + "\n\nSHA-256 " + written.sha256()), frame.errors()::show);
    }
}
