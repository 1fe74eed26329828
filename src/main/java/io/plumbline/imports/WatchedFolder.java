package io.plumbline.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.CancelledException;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Progress;
import io.plumbline.store.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A folder of which every file is imported once it has stopped growing. Off until somebody names a folder. It looks when it is told to, and
 * never by itself; what became of each file is kept, so that nothing is imported twice and nothing fails unseen.
 */
public final class WatchedFolder {

    private static final String FOLDER = "import.watched.folder";
    private static final String MODEL = "import.watched.model";
    private static final String PROFILE = "import.watched.profile";
    private static final String FILE = "import.watched.file.";
    /** A file that has not changed for so long is whole: exporters write without such pauses. */
    private static final Duration QUIET = Duration.ofSeconds(3);
    /** A file that could not be imported may be mended by what people do elsewhere, such as saving a mapping. */
    private static final Duration TRIED_AGAIN = Duration.ofMinutes(1);
    /** Names under which downloads and copies grow before they get their own. */
    private static final Set<String> UNFINISHED = Set.of(".tmp", ".part", ".partial", ".crdownload", ".download", ".filepart", ".swp");

    private final Settings settings;
    private final ImportService service;
    private final Clock clock;
    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();
    private final ObjectMapper json = new ObjectMapper();

    public WatchedFolder(Settings settings, ImportService service, Clock clock) {
        this.settings = settings;
        this.service = service;
        this.clock = clock;
    }

    /** The folder; empty while watching is off. */
    public Optional<Path> path() {
        return settings.get(FOLDER).filter(path -> !path.isBlank()).map(Path::of);
    }

    /** Name of the model for files that do not hold it; may be empty. */
    public String model() {
        return settings.get(MODEL).orElse("");
    }

    /** Saved mapping for tables; empty where each table is mapped by its own columns. */
    public String profile() {
        return settings.get(PROFILE).orElse("");
    }

    /** Watches a folder from now on; the files that are in it already included. */
    public void watch(Path folder, String model, String profile) {
        if (!Files.isDirectory(folder)) {
            throw new InputException(folder + " is no folder. Choose the folder into which exports are written.");
        }
        settings.put(MODEL, model.strip());
        settings.put(PROFILE, profile.strip());
        settings.put(FOLDER, folder.toAbsolutePath().normalize().toString());
        seen.clear();
    }

    /** Watches no more. What was imported stays. */
    public void stop() {
        settings.remove(FOLDER);
        seen.clear();
    }

    /** Looks once: the files that have stopped growing and were not taken yet, by name. */
    public List<Path> ready() {
        Optional<Path> folder = path().filter(Files::isDirectory);
        if (folder.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.filter(WatchedFolder::isExport).sorted().filter(this::hasSettled).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Imports a file and keeps what became of it. A file that can't be used is no failure: its sentence is kept. */
    public Taken take(Path file, Progress progress) {
        Seen state = Seen.of(file, clock.instant());
        try {
            ImportRequest request = ImportRequest.of(file).ofModel(model());
            ImportManifest manifest = service.importFile(profile().isEmpty() ? request
                : request.mappedBy(service.profiles().named(profile())), progress);
            return keep(file, state, Outcome.IMPORTED, manifest.records() == 0 ? "Nothing new: all of it is in the workspace already."
                : "%,d records, %,d rejected, %,d duplicates.".formatted(manifest.records(), manifest.rejected(), manifest.duplicates()));
        } catch (InputException unusable) {
            return keep(file, state, Outcome.REFUSED, unusable.getMessage());
        } catch (CancelledException e) {
            keep(file, state, Outcome.CANCELLED, "Cancelled by a person. Import it by hand if it is wanted after all.");
            throw e;
        }
    }

    private Taken keep(Path file, Seen state, Outcome outcome, String sentence) {
        Taken taken = new Taken(name(file), state.bytes, state.modified, clock.instant(), outcome, sentence);
        settings.put(FILE + taken.file, write(taken));
        return taken;
    }

    /** What became of each file, the latest first. */
    public List<Taken> taken() {
        return settings.startingWith(FILE).values().stream().map(this::read).sorted(Comparator.comparing(Taken::when).reversed()).toList();
    }

    private boolean hasSettled(Path file) {
        Seen now;
        try {
            now = Seen.of(file, clock.instant());
        } catch (UncheckedIOException vanished) {
            seen.remove(file);
            return false;
        }
        Optional<Taken> taken = settings.get(FILE + name(file)).map(this::read)
            .filter(t -> t.bytes == now.bytes && t.modified.equals(now.modified));
        if (taken.isPresent() && (taken.get().outcome != Outcome.REFUSED || taken.get().when.plus(TRIED_AGAIN).isAfter(now.since))) {
            return false;
        }
        Seen before = seen.get(file);
        if (before == null || before.bytes != now.bytes || !before.modified.equals(now.modified)) {
            seen.put(file, now);
            return false;
        }
        return now.bytes > 0 && !before.since.plus(QUIET).isAfter(now.since);
    }

    private static boolean isExport(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && !name.startsWith(".") && !name.endsWith("~") && UNFINISHED.stream().noneMatch(name::endsWith);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private String write(Taken taken) {
        return json.createObjectNode().put("file", taken.file).put("bytes", taken.bytes).put("modified", taken.modified.toString())
            .put("when", taken.when.toString()).put("outcome", taken.outcome.name()).put("sentence", taken.sentence).toString();
    }

    private Taken read(String stored) {
        try {
            ObjectNode node = (ObjectNode) json.readTree(stored);
            return new Taken(node.path("file").asText(), node.path("bytes").asLong(), Instant.parse(node.path("modified").asText()),
                Instant.parse(node.path("when").asText()), Outcome.valueOf(node.path("outcome").asText()), node.path("sentence").asText());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What became of a file.
     *
     * @param file     its name
     * @param bytes    its size then
     * @param modified when it was last changed then
     * @param when     when it was taken
     * @param outcome  how it ended
     * @param sentence the same for people
     */
    public record Taken(String file, long bytes, Instant modified, Instant when, Outcome outcome, String sentence) {
    }

    /** How it ended with a file. */
    public enum Outcome {
        IMPORTED, REFUSED, CANCELLED
    }

    private record Seen(long bytes, Instant modified, Instant since) {

        static Seen of(Path file, Instant now) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return new Seen(attributes.size(), Instant.ofEpochMilli(attributes.lastModifiedTime().toMillis()), now);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
