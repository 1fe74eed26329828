package io.plumbline.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The sample files that the program carries: real published runs and a simulated log (see {@code sample-data/SOURCES.md}). */
public final class SampleData {

    private static final String ROOT = "/io/plumbline/sample-data/";

    /** Writes the files into a folder, keeping their subfolders, and returns them in the order in which to import them. */
    public List<Path> writeTo(Path folder) {
        return names().stream().map(name -> write(name, folder.resolve(name))).toList();
    }

    private static List<String> names() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open("files.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(String name, Path file) {
        try (InputStream in = open(name)) {
            Files.createDirectories(file.getParent());
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = SampleData.class.getResourceAsStream(ROOT + name);
        if (in == null) {
            throw new IllegalStateException("The program was built without its sample file " + name);
        }
        return in;
    }
}
