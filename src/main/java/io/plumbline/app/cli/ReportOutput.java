package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.InputException;
import io.plumbline.report.Report;
import io.plumbline.report.ReportFile;
import io.plumbline.report.ReportFormat;
import io.plumbline.report.ReportPrinter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a report goes, and what is said about it. Include with {@code @Mixin}. */
final class ReportOutput {

    @Option(names = {"-o", "--output"}, required = true, paramLabel = "FILE",
        description = "File to write; its ending says the format: .pdf, .html or .md. An existing file is left alone.")
    private Path file;

    @Mixin
    private JsonOutput json;

    /** Finds out before anything is computed whether the report could be written. */
    void check() {
        ReportFormat.of(file);
        if (Files.exists(file)) {
            throw new InputException(file + " exists already and was left as it is. Choose another name, or remove the file first.");
        }
    }

    void write(Report report, String kind, PrintWriter out) {
        ReportFile written = ReportFile.write(report, file, new ReportPrinter());
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
