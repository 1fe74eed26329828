package io.plumbline.report;

import io.plumbline.domain.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A report on disk.
 *
 * @param sha256 of the file's bytes
 */
public record ReportFile(Path file, String sha256) {

    /** Writes a report in the format that the file's name asks for; a file that is there already is left alone. */
    public static ReportFile write(Report report, Path file, ReportPrinter printer) {
        byte[] bytes = printer.print(report, ReportFormat.of(file));
        try {
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new InputException(file + " exists already and was left as it is. Choose another name, or remove the file first.", e);
        } catch (NoSuchFileException e) {
            throw new InputException("The folder of " + file + " does not exist. Make it first, or choose another place.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ReportFile(file, Manifest.sha256(bytes));
    }
}
