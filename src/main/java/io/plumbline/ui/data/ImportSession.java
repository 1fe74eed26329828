package io.plumbline.ui.data;

import io.plumbline.domain.CancelledException;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Progress;
import io.plumbline.imports.ImportRequest;
import io.plumbline.imports.ImportService;
import io.plumbline.imports.MappingProfile;
import io.plumbline.imports.Preview;
import io.plumbline.ui.common.TaskRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One visit of the import dialog: some files, recognised, mapped, checked and imported one after the other. Tested without a window. */
public final class ImportSession {

    /** Where the session is. */
    public enum Phase {
        READING, READY, CHECKING, IMPORTING, DONE
    }

    /** How far the file that is being imported is; read by the view a few times a second. */
    public record Step(String file, long done, long total, String unit, String message, Duration elapsed) {
    }

    private final ImportService service;
    private final TaskRunner tasks;
    private final Consumer<Throwable> failed;
    private final String slot = "import." + UUID.randomUUID();
    private final ObservableList<ImportFile> files = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.READING);
    private final ReadOnlyObjectWrapper<Integer> selected = new ReadOnlyObjectWrapper<>(0);
    private volatile List<Path> scores = List.of();
    private volatile Step step = new Step("", 0, -1, "", "", Duration.ZERO);
    private Optional<TaskRunner.Running> running = Optional.empty();

    public ImportSession(ImportService service, TaskRunner tasks, Consumer<Throwable> failed) {
        this.service = service;
        this.tasks = tasks;
        this.failed = failed;
    }

    public ObservableList<ImportFile> files() {
        return files;
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /** Index of the file that is looked at. */
    public ReadOnlyObjectProperty<Integer> selected() {
        return selected.getReadOnlyProperty();
    }

    public Optional<ImportFile> current() {
        return selected.get() < files.size() ? Optional.of(files.get(selected.get())) : Optional.empty();
    }

    public Step step() {
        return step;
    }

    public void select(int index) {
        selected.set(index);
    }

    /** Opens files; of a folder, all files in it. */
    public void open(List<Path> paths) {
        phase.set(Phase.READING);
        start("Recognising files", progress -> {
            List<ImportFile> read = new ArrayList<>();
            List<Path> all = flatten(paths);
            scores = service.scoreFiles(all);
            for (Path path : all) {
                progress.check();
                progress.update(read.size(), -1, "files", String.valueOf(path.getFileName()));
                ImportFile file = ImportFile.of(path, Files.size(path));
                read.add(scores.contains(path) ? file.joined("Holds scores on the calls in the other files chosen here. They are joined to these calls "
                    + "while those files are imported; there is nothing else to do.") : read(file, Preview.Extent.BEGINNING, progress));
            }
            return read;
        }, read -> {
            files.setAll(read);
            selected.set(firstToMend());
            phase.set(Phase.READY);
        });
    }

    /** Opens a file that was imported before, for the lines that were rejected then. */
    public void openRejects(ImportManifest earlier, Path path) {
        phase.set(Phase.READING);
        ImportFile of = ImportFile.rejectsOf(earlier, path, path.toFile().length());
        // What was said when the file was imported need not be said again.
        ImportFile file = earlier.model().contains(",") ? of : of.ofModel(earlier.model());
        start("Reading " + path.getFileName(), progress -> List.of(read(service.profiles().find(earlier.profile()).map(file::mapped).orElse(file),
            Preview.Extent.BEGINNING, progress)), read -> {
                files.setAll(read);
                selected.set(0);
                phase.set(Phase.READY);
            });
    }

    /** Maps one column of the current file anew and reads its beginning again with that mapping. */
    public void assign(String column, Assignment assignment) {
        current().ifPresent(file -> file.profile().ifPresent(profile ->
            reread(file.mapped(MappingEditor.assign(profile, column, assignment)), Preview.Extent.BEGINNING)));
    }

    /** Reads the current file, a table, as a log or as a run, whatever its columns look like. */
    public void readAs(ImportKind kind) {
        current().ifPresent(file -> {
            int index = selected.get();
            start("Reading the beginning of " + file.name(), progress -> {
                try {
                    return file.readByAPerson().previewed(service.preview(ImportRequest.of(file.path()).ofModel(file.model()).as(kind),
                        Preview.Extent.BEGINNING, progress));
                } catch (InputException unusable) {
                    return file.failed(unusable.getMessage());
                }
            }, read -> {
                files.set(index, read);
                phase.set(Phase.READY);
            });
        });
    }

    /** Says which model the current file, and every other that names none, is of. */
    public void nameModel(String name) {
        for (int i = 0; i < files.size(); i++) {
            ImportFile file = files.get(i);
            boolean namesNone = file.preview().filter(p -> p.model().isBlank()).isPresent();
            if (i == selected.get() || namesNone && file.done().isEmpty()) {
                files.set(i, file.ofModel(name.strip()));
            }
        }
        // Only now can its records be made, and what would be rejected be counted.
        current().filter(ImportFile::isReady).ifPresent(file -> reread(file, Preview.Extent.BEGINNING));
    }

    public List<MappingProfile> profiles() {
        return service.profiles().list().stream()
            .filter(profile -> current().flatMap(ImportFile::kind).filter(kind -> kind == profile.kind()).isPresent()).toList();
    }

    public void use(MappingProfile profile) {
        current().ifPresent(file -> reread(file.mapped(profile), Preview.Extent.BEGINNING));
    }

    /** Keeps the current mapping under a name. */
    public void saveProfile(String name) {
        current().flatMap(ImportFile::profile).ifPresent(profile -> {
            try {
                service.profiles().save(profile.named(name.strip()));
                files.set(selected.get(), files.get(selected.get()).mapped(profile.named(name.strip())));
            } catch (RuntimeException failure) {
                failed.accept(failure);
            }
        });
    }

    /** Reads the whole current file without storing anything: exact counts of what would be rejected, and why. */
    public void check() {
        current().filter(ImportFile::isReady).ifPresent(file -> reread(file, Preview.Extent.WHOLE_FILE));
    }

    /** Whether there is anything to import and nothing that still has to be said. */
    public boolean canImport() {
        return phase.get() == Phase.READY && files.stream().anyMatch(ImportFile::isReady)
            && files.stream().noneMatch(file -> file.problem().isEmpty() && file.done().isEmpty() && !file.isReady());
    }

    /** Imports every file that is ready, one after the other. A file that can't be imported does not stop the others. */
    public void importAll() {
        if (canImport()) {
            phase.set(Phase.IMPORTING);
            importNext();
        }
    }

    /** Stops what runs; nothing of the file under way stays behind. */
    public void cancel() {
        running.ifPresent(TaskRunner.Running::cancel);
        running = Optional.empty();
    }

    private void importNext() {
        int next = indexOfReady();
        if (next < 0) {
            phase.set(Phase.DONE);
            return;
        }
        selected.set(next);
        ImportFile file = files.get(next);
        long started = System.nanoTime();
        running = Optional.of(tasks.start(slot, "Importing " + file.name(), progress -> {
            try {
                Progress watched = new Watched(progress, file.name(), started);
                return file.imported(file.rejectsOf().isPresent()
                    ? service.replayRejects(file.rejectsOf().get().id(), file.request(), watched) : service.importFile(file.request().joining(scores), watched));
            } catch (InputException unusable) {
                return file.failed(unusable.getMessage());
            }
        }, finished -> {
            files.set(next, finished);
            importNext();
        }, failure -> {
            if (failure instanceof CancelledException) {
                phase.set(Phase.READY);
                return;
            }
            files.set(next, file.failed("This file could not be imported: " + failure.getMessage()));
            failed.accept(failure);
            importNext();
        }));
    }

    private int indexOfReady() {
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).isReady()) {
                return i;
            }
        }
        return -1;
    }

    private void reread(ImportFile file, Preview.Extent extent) {
        int index = selected.get();
        files.set(index, file);
        phase.set(extent == Preview.Extent.WHOLE_FILE ? Phase.CHECKING : Phase.READY);
        start(extent == Preview.Extent.WHOLE_FILE ? "Checking " + file.name() : "Reading the beginning of " + file.name(),
            progress -> read(file, extent, progress), read -> {
                files.set(index, read);
                phase.set(Phase.READY);
            });
    }

    private ImportFile read(ImportFile file, Preview.Extent extent, Progress progress) {
        try {
            Preview preview = service.preview(file.request(), extent, new Watched(progress, file.name(), System.nanoTime()));
            return file.previewed(preview);
        } catch (InputException unusable) {
            return file.profile().isPresent() ? file.failed(unusable.getMessage()) : asTable(file, unusable, progress);
        }
    }

    /** What was not recognised may still be a table, whose columns a person can map. */
    private ImportFile asTable(ImportFile file, InputException unrecognised, Progress progress) {
        try {
            return file.failedButTable(unrecognised.getMessage(), service.preview(file.request().as(ImportKind.LOG), Preview.Extent.BEGINNING, progress));
        } catch (InputException noTable) {
            return file.failed(unrecognised.getMessage());
        }
    }

    private <T> void start(String title, TaskRunner.Work<T> work, Consumer<T> done) {
        running = Optional.of(tasks.start(slot, title, work, done, failure -> {
            phase.set(files.isEmpty() ? Phase.DONE : Phase.READY);
            if (!(failure instanceof CancelledException)) {
                failed.accept(failure);
            }
        }));
    }

    private int firstToMend() {
        for (int i = 0; i < files.size(); i++) {
            if (!files.get(i).isReady() && files.get(i).problem().isEmpty()) {
                return i;
            }
        }
        return 0;
    }

    private static List<Path> flatten(List<Path> paths) {
        List<Path> flat = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.walk(path)) {
                    inside.filter(Files::isRegularFile).filter(ImportSession::isVisible).sorted().forEach(flat::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            } else {
                flat.add(path);
            }
        }
        return flat;
    }

    private static boolean isVisible(Path file) {
        return !String.valueOf(file.getFileName()).startsWith(".");
    }

    /** Passes progress on to the task strip and keeps the latest for the dialog. */
    private final class Watched implements Progress {

        private final Progress strip;
        private final String file;
        private final long started;

        Watched(Progress strip, String file, long started) {
            this.strip = strip;
            this.file = file;
            this.started = started;
        }

        @Override
        public void update(long done, long total, String unit, String message) {
            step = new Step(file, done, total, unit, message, Duration.ofNanos(System.nanoTime() - started));
            strip.update(done, total, unit, message);
        }

        @Override
        public boolean cancelled() {
            return strip.cancelled();
        }
    }
}
