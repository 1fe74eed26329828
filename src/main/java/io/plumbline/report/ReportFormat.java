package io.plumbline.report;

import io.plumbline.domain.InputException;
import java.nio.file.Path;
import java.util.Locale;

/** The files a report can be written as; JSON is for programs. */
public enum ReportFormat {
    HTML("html"), PDF("pdf"), MARKDOWN("md"), JSON("json");

    private final String extension;

    ReportFormat(String extension) {
        this.extension = extension;
    }

    public String extension() {
        return extension;
    }

    /** The format that a file's name asks for. */
    public static ReportFormat of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        for (ReportFormat format : values()) {
            if (name.endsWith("." + format.extension)) {
                return format;
            }
        }
        throw new InputException("A report can't be written to " + file.getFileName() + ": the name has to end in .pdf, .html, .md or .json.");
    }
}
