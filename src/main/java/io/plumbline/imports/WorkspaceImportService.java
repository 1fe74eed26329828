package io.plumbline.imports;

import io.plumbline.domain.CancelledException;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Progress;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.FileHash;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.ReadingProgress;
import io.plumbline.imports.source.SourceFile;
import io.plumbline.store.Imports;
import io.plumbline.store.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Imports files into one workspace. */
public final class WorkspaceImportService implements ImportService {

    /** Stands for the model of logs that name none. */
    static final String UNNAMED_MODEL = "unnamed model";

    private final Workspace workspace;
    private final Clock clock;
    private final Formats formats = new Formats();
    private final Retreat retreat = new Retreat();
    private final MappingProfiles profiles;
    private final ImportPaths paths;

    public WorkspaceImportService(Workspace workspace) {
        this(workspace, Clock.systemUTC());
    }

    WorkspaceImportService(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
        this.profiles = new MappingProfiles(workspace.settings());
        this.paths = new ImportPaths(workspace.settings());
    }

    @Override
    public MappingProfiles profiles() {
        return profiles;
    }

    @Override
    public Recognition recognise(Path file) {
        return plan(ImportRequest.of(file), formats.look(SourceFile.at(file))).recognition();
    }

    @Override
    public Preview preview(ImportRequest request, Preview.Extent extent, Progress progress) {
        Glimpse glimpse = formats.look(SourceFile.at(request.file()));
        Plan plan = plan(request, glimpse);
        ReadingProgress reading = new ReadingProgress(progress, glimpse.file().size(), "Looking into " + glimpse.file().name());
        try {
            Previews previews = new Previews(glimpse, plan.recognition());
            return previews.of(request, plan.reader(), plan.profile(), extent, reading);
        } catch (IOException e) {
            throw glimpse.file().unreadable(e);
        }
    }

    @Override
    public ImportManifest importFile(ImportRequest request, Progress progress) {
        Instant started = clock.instant();
        SourceFile file = SourceFile.at(request.file());
        Optional<ImportManifest> earlier = earlierImportOf(file, progress);
        if (earlier.isPresent()) {
            return duplicateOf(earlier.get(), file, started);
        }
        Glimpse glimpse = formats.look(file);
        Plan plan = plan(request, glimpse);
        boolean log = plan.recognition().kind() == ImportKind.LOG;
        String known = log ? "" : file.sha256(new ReadingProgress(progress, file.size(), "Checking " + file.name()));
        ReadingProgress reading = new ReadingProgress(progress, file.size(), "Reading " + file.name());
        retreat.await(progress);
        paths.begun(file);
        Imports.Writer writer = workspace.imports().begin(plan.recognition().kind(), file.name(), known);
        try {
            FileHash hash = FileHash.sha256();
            ImportTally tally = log ? storeLog(request, glimpse, plan, reading, hash, writer)
                : storeRuns(request, glimpse, plan, known, reading, writer);
            progress.check();
            ImportManifest manifest = new ImportManifest(writer.importId(), file.name(), plan.recognition().kind(),
                plan.recognition().format(), plan.profile().map(MappingProfile::name).orElse(""), tally.models(), log ? hash.hex() : known,
                file.size(), tally.records(), tally.rejected(), tally.duplicates(), tally.canaries(), started, seconds(started),
                workspace.actor()).remarking(remarks(file, request, plan));
            writer.commit(manifest);
            paths.finished(file, manifest);
            return manifest;
        } catch (CancelledException e) {
            paths.ended(file);
            retreat.takeBack(writer);
            throw e;
        } catch (IOException e) {
            writer.close();
            throw file.unreadable(e);
        } catch (RuntimeException | Error e) {
            writer.close();
            throw e;
        }
    }

    private ImportTally storeRuns(ImportRequest request, Glimpse glimpse, Plan plan, String sha256, ReadingProgress progress,
                                  Imports.Writer writer) throws IOException {
        RunReading reading = new RunReading(request, writer.importId(), sha256, progress);
        List<RunData> runs = plan.readRuns(glimpse, reading);
        ImportTally tally = new ImportTally(writer);
        reading.rejects().forEach(tally::reject);
        runs.forEach(tally::run);
        tally.requireSomething(glimpse.file().name());
        return tally;
    }

    private ImportTally storeLog(ImportRequest request, Glimpse glimpse, Plan plan, ReadingProgress progress, FileHash hash,
                                 Imports.Writer writer) throws IOException {
        LogRecordMapper mapper = new LogRecordMapper(withModel(plan.profile().orElseThrow().mapping(), request, glimpse),
            UserKey.of(workspace.directory())::pseudonym);
        ImportTally tally = new ImportTally(writer);
        new LogImport(glimpse, mapper, request.tornEnd()).read(progress, hash,
            PreparedRecords.preparing(workspace.policy(), request.depth(), writer.segments()), batch -> {
                batch.rejects().forEach(tally::reject);
                tally.records(batch.result());
                return true;
            });
        if (hash.bytes() < glimpse.file().size()) {
            throw new InputException(glimpse.file().name() + " became shorter while it was read. Nothing of it was kept; import it again "
                + "when nobody writes to it.");
        }
        tally.requireSomething(glimpse.file().name());
        return tally;
    }

    /** The mapping with the model that the person named, for logs that don't; they may be imported first and named when it matters. */
    static ColumnMapping withModel(ColumnMapping mapping, ImportRequest request, Glimpse glimpse) {
        if (!mapping.provides(MappedField.TIME)) {
            throw new InputException(glimpse.file().name() + " has no column for the time. Choose which column holds it.");
        }
        if (mapping.provides(MappedField.MODEL)) {
            return mapping;
        }
        Map<MappedField, String> fixed = new HashMap<>(mapping.fixed());
        fixed.put(MappedField.MODEL, request.model().isEmpty() ? UNNAMED_MODEL : request.model());
        return new ColumnMapping(mapping.columns(), fixed, mapping.labels());
    }

    /**
     * The import that brought these bytes in. A file of a size that no import had can't be one of them, so most files are hashed only while
     * they are read.
     */
    private Optional<ImportManifest> earlierImportOf(SourceFile file, Progress progress) {
        if (workspace.imports().list().stream().noneMatch(manifest -> manifest.bytes() == file.size())) {
            return Optional.empty();
        }
        return workspace.imports().findByHash(file.sha256(new ReadingProgress(progress, file.size(), "Checking " + file.name())));
    }

    private static List<String> remarks(SourceFile file, ImportRequest request, Plan plan) {
        List<String> remarks = new ArrayList<>();
        long added = file.sizeNow() - file.size();
        if (added > 0) {
            remarks.add("The file grew by %,d bytes while it was read; it was imported as it was at the beginning, with %,d. Import it again to "
                .formatted(added, file.size()) + "have the rest.");
        }
        if (request.model().isEmpty() && plan.profile().filter(p -> p.kind() == ImportKind.LOG && !p.mapping().provides(MappedField.MODEL))
            .isPresent()) {
            remarks.add("The log does not say which model answered; its records stand under “" + UNNAMED_MODEL + "”. To name it, undo the "
                + "import and give the model's name (--model NAME).");
        }
        return remarks;
    }

    private ImportManifest duplicateOf(ImportManifest earlier, SourceFile file, Instant started) {
        return new ImportManifest(earlier.id(), file.name(), earlier.kind(), earlier.format(), earlier.profile(), earlier.model(),
            earlier.sha256(), earlier.bytes(), 0, 0, earlier.records() + earlier.duplicates(), 0, started, seconds(started),
            earlier.importedBy());
    }

    private double seconds(Instant started) {
        return Duration.between(started, clock.instant()).toMillis() / 1000.0;
    }

    /** How a file will be read. */
    private Plan plan(ImportRequest request, Glimpse glimpse) {
        Optional<RunReader> reader = request.profile().isPresent() || request.kind().equals(Optional.of(ImportKind.LOG)) ? Optional.empty()
            : formats.readerOf(glimpse);
        if (reader.isPresent()) {
            return new Plan(new Recognition(reader.get().format(), reader.get().title(), reader.get().kind(), Recognition.Columns.FIXED), reader,
                Optional.empty());
        }
        MappingProfile profile = Formats.profile(glimpse, request);
        String format = Formats.tableFormat(glimpse);
        String title = (profile.kind() == ImportKind.RUN ? "Evaluation run as " : "Production log as ") + format.toUpperCase(Locale.ROOT);
        return new Plan(new Recognition(format, title, profile.kind(), Recognition.Columns.MAPPED), Optional.empty(), Optional.of(profile));
    }

    private record Plan(Recognition recognition, Optional<RunReader> reader, Optional<MappingProfile> profile) {

        List<RunData> readRuns(Glimpse glimpse, RunReading reading) throws IOException {
            return Previews.readRuns(recognition, reader, profile, glimpse, reading);
        }
    }
}
