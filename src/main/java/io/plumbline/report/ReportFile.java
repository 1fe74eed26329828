package io.plumbline.report;

import io.plumbline.domain.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * A report on disk.
 *
 * @param sha256 of the file's bytes
 */
public record ReportFile(Path file, String sha256) {

    /** Writes a report in the format that the file's name asks for; a file that is there already is left alone. */
    public static ReportFile write(Report report, Path file, ReportPrinter printer) {
        return write(report, file, printer, StandardOpenOption.CREATE_NEW);
    }

    /** The same where a person has been asked and agreed that the file may be replaced. */
    public static ReportFile replace(Report report, Path file, ReportPrinter printer) {
        return write(report, file, printer, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static ReportFile write(Report report, Path file, ReportPrinter printer, OpenOption... how) {
        byte[] bytes = printer.print(report, ReportFormat.of(file));
        try (OutputStream out = Files.newOutputStream(file, Stream.concat(Stream.of(StandardOpenOption.WRITE), Stream.of(how))
            .toArray(OpenOption[]::new))) {
            out.write(bytes);
        } catch (FileAlreadyExistsException e) {
            throw new InputException(file + " exists already and was left as it is. Choose another name, or remove the file first.", e);
        } catch (NoSuchFileException e) {
            throw new InputException("The folder of " + file + " does not exist. Make it first, or choose another place.", e);
        } catch (AccessDeniedException e) {
            throw new InputException(file + " can't be written here. Choose a folder that you may write to.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ReportFile(file, Manifest.sha256(bytes));
    }
}
