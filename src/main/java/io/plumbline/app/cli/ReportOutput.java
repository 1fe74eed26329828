package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.InputException;
import io.plumbline.report.Report;
import io.plumbline.report.ReportFile;
import io.plumbline.report.ReportFormat;
import io.plumbline.report.ReportPrinter;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a report goes, and what is said about it. Include with {@code @Mixin}. */
final class ReportOutput {

    @Option(names = {"-o", "--output"}, required = true, paramLabel = "FILE",
        description = "File to write; its ending says the format: .pdf, .html, .md or .json (a signed in-toto statement). An existing file is left alone.")
    private Path file;

    @Mixin
    private PassphraseOption passphrase;

    @Mixin
    private JsonOutput json;

    /** Finds out before anything is computed whether the report could be written. */
    void check() {
        ReportFormat.of(file);
        if (Files.exists(file)) {
            throw new InputException(file + " exists already and was left as it is. Choose another name, or remove the file first.");
        }
    }

    /** Writes the report, signed for the person at work. */
    void write(Report report, String kind, Workspace workspace, PrintWriter out) {
        passphrase.unlock(workspace);
        ReportFile written = ReportFile.write(report, file, ReportPrinter.signing(workspace));
        if (json.wanted()) {
            ObjectNode document = json.object();
            document.put("file", written.file().toString()).put("sha256", written.sha256()).put("kind", kind);
            json.print(out, document);
        } else {
            out.println(written.file() + "  SHA-256 " + written.sha256());
            out.flush();
        }
    }
}
