package io.plumbline.imports;

import io.plumbline.domain.CancelledException;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Progress;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Imports files into one workspace. */
public final class WorkspaceImportService implements ImportService {

    private final Workspace workspace;
    private final Clock clock;
    private final Formats formats = new Formats();
    private final Retreat retreat = new Retreat();
    private final MappingProfiles profiles;

    public WorkspaceImportService(Workspace workspace) {
        this(workspace, Clock.systemUTC());
    }

    WorkspaceImportService(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
        this.profiles = new MappingProfiles(workspace.settings());
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
            Previews previews = new Previews(glimpse, plan.recognition(), workspace.policy());
            return previews.of(request, plan.reader(), plan.profile(), extent, reading);
        } catch (IOException e) {
            throw glimpse.file().unreadable(e);
        }
    }

    @Override
    public ImportManifest importFile(ImportRequest request, Progress progress) {
        Instant started = clock.instant();
        SourceFile file = SourceFile.at(request.file());
        String sha256 = file.sha256(new ReadingProgress(progress, file.size(), "Checking " + file.name()));
        Optional<ImportManifest> earlier = workspace.imports().findByHash(sha256);
        if (earlier.isPresent()) {
            return duplicateOf(earlier.get(), file, started);
        }
        Glimpse glimpse = formats.look(file);
        Plan plan = plan(request, glimpse);
        ReadingProgress reading = new ReadingProgress(progress, file.size(), "Reading " + file.name());
        retreat.await(progress);
        Imports.Writer writer = workspace.imports().begin(plan.recognition().kind(), file.name(), sha256);
        try {
            ImportTally tally = plan.recognition().kind() != ImportKind.LOG ? storeRuns(request, glimpse, plan, sha256, reading, writer)
                : storeLog(request, glimpse, plan, reading, writer);
            progress.check();
            ImportManifest manifest = new ImportManifest(writer.importId(), file.name(), plan.recognition().kind(),
                plan.recognition().format(), plan.profile().map(MappingProfile::name).orElse(""), tally.models(), sha256, file.size(),
                tally.records(), tally.rejected(), tally.duplicates(), tally.canaries(), started, seconds(started), workspace.actor());
            writer.commit(manifest);
            return manifest;
        } catch (CancelledException e) {
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

    private ImportTally storeLog(ImportRequest request, Glimpse glimpse, Plan plan, ReadingProgress progress, Imports.Writer writer)
        throws IOException {
        MappingProfile profile = plan.profile().orElseThrow();
        LogRecordMapper mapper = new LogRecordMapper(withModel(profile.mapping(), request, glimpse),
            UserKey.of(workspace.directory())::pseudonym);
        ImportTally tally = new ImportTally(writer);
        new LogImport(glimpse, mapper, workspace.policy(), request.tornEnd()).read(progress, (records, rejects) -> {
            rejects.forEach(tally::reject);
            tally.records(records);
            return true;
        });
        tally.requireSomething(glimpse.file().name());
        return tally;
    }

    /** The mapping with the model that the person named, for logs that don't. */
    static ColumnMapping withModel(ColumnMapping mapping, ImportRequest request, Glimpse glimpse) {
        if (!mapping.provides(MappedField.TIME)) {
            throw new InputException(glimpse.file().name() + " has no column for the time. Choose which column holds it.");
        }
        if (mapping.provides(MappedField.MODEL)) {
            return mapping;
        }
        if (request.model().isEmpty()) {
            throw new InputException(glimpse.file().name() + " does not say which model answered. Give the model's name (--model NAME).");
        }
        Map<MappedField, String> fixed = new HashMap<>(mapping.fixed());
        fixed.put(MappedField.MODEL, request.model());
        return new ColumnMapping(mapping.columns(), fixed, mapping.labels());
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
