package io.plumbline.ui.overview;

import io.plumbline.domain.Progress;
import io.plumbline.imports.ImportRequest;
import io.plumbline.imports.ImportService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Imports the sample files that the program carries, one after the other, as if a person had dropped them on the window. */
public final class SampleImport {

    private final Function<Path, List<Path>> write;
    private final ImportService service;

    /** @param write puts the sample files into a folder and names them in the order in which to import them */
    public SampleImport(Function<Path, List<Path>> write, ImportService service) {
        this.write = write;
        this.service = service;
    }

    /** Returns the number of files. */
    int run(Progress progress) throws IOException {
        Path folder = Files.createTempDirectory("plumbline-sample");
        try {
            List<Path> files = write.apply(folder);
            long total = 0;
            for (Path file : files) {
                total += Files.size(file);
            }
            long before = 0;
            for (Path file : files) {
                progress.check();
                service.importFile(ImportRequest.of(file), new Part(progress, before, Files.size(file), total));
                before += Files.size(file);
            }
            return files.size();
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Progress of one file as a part of all bytes. */
    private record Part(Progress whole, long before, long size, long total) implements Progress {

        @Override
        public void update(long done, long of, String unit, String message) {
            long inFile = of > 0 ? Math.min(size, Math.round(size * (done / (double) of))) : 0;
            whole.update(before + inFile, total, "bytes", message);
        }

        @Override
        public boolean cancelled() {
            return whole.cancelled();
        }
    }
}
