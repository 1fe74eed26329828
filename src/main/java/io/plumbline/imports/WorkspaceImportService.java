package io.plumbline.imports;

import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Progress;
import io.plumbline.domain.Reject;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.ReadingProgress;
import io.plumbline.imports.source.SourceFile;
import io.plumbline.store.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Imports files into one workspace. */
public final class WorkspaceImportService implements ImportService {

    /** Stands for the model of logs that name none. */
    static final String UNNAMED_MODEL = "unnamed model";

    private final Workspace workspace;
    private final Clock clock;
    private final Intake intake;
    private final Formats formats = new Formats();
    private final MappingProfiles profiles;
    private final ImportPaths paths;

    public WorkspaceImportService(Workspace workspace) {
        this(workspace, ImportPace.EVERY_PROCESSOR);
    }

    public WorkspaceImportService(Workspace workspace, ImportPace pace) {
        this(workspace, pace, Clock.systemUTC());
    }

    WorkspaceImportService(Workspace workspace, ImportPace pace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
        this.intake = new Intake(workspace, pace, clock);
        this.profiles = new MappingProfiles(workspace.settings());
        this.paths = new ImportPaths(workspace.settings());
    }

    @Override
    public MappingProfiles profiles() {
        return profiles;
    }

    @Override
    public Recognition recognise(Path file) {
        return ImportPlan.of(ImportRequest.of(file), formats.look(SourceFile.at(file)), formats).recognition();
    }

    @Override
    public Preview preview(ImportRequest request, Preview.Extent extent, Progress progress) {
        ImportPlan plan = ImportPlan.of(request, formats.look(SourceFile.at(request.file())), formats);
        plan.trace().ifPresent(log -> ScoreFiles.refuse(request.fileName(), log, workspace.imports().list()));
        Glimpse glimpse = plan.glimpse();
        ReadingProgress reading = new ReadingProgress(progress, glimpse.file().size(), "Looking into " + glimpse.file().name());
        try {
            Previews previews = new Previews(glimpse, plan.recognition());
            boolean proposed = request.profile().isEmpty() && plan.recognition().columns() == Recognition.Columns.MAPPED;
            return previews.of(request, plan.reader(), proposed ? plan.profile().map(profile -> ContentProposal.completed(profile, glimpse))
                : plan.profile(), extent, reading);
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
            ImportManifest manifest = duplicateOf(earlier.get(), file, started);
            return request.beside().isEmpty() ? manifest : manifest.remarking(List.of("The file was imported before (import " + manifest.id()
                + "), and scores are joined while a file is read: take that import back (undo " + manifest.id() + ") and import both again."));
        }
        ImportPlan plan = ImportPlan.of(request, formats.look(file), formats);
        plan.trace().ifPresent(log -> ScoreFiles.refuse(request.fileName(), log, workspace.imports().list()));
        return intake.take(request, plan, Optional.empty(), progress);
    }

    @Override
    public List<Path> scoreFiles(List<Path> files) {
        return files.size() < 2 ? List.of() : ScoreFiles.among(files, formats);
    }

    @Override
    public ImportManifest replayRejects(String importId, ImportRequest request, Progress progress) {
        ImportManifest earlier = workspace.imports().list().stream().filter(manifest -> manifest.id().equals(importId)).findFirst()
            .orElseThrow(() -> new InputException("There is no import " + importId + " in this workspace."));
        Set<Long> lines = workspace.imports().rejects(importId, 0, Integer.MAX_VALUE).stream().map(Reject::line)
            .collect(Collectors.toSet());
        if (earlier.kind() != ImportKind.LOG || lines.isEmpty()) {
            throw new InputException(lines.isEmpty() ? "The import of " + earlier.file() + " rejected nothing."
                : earlier.file() + " is no log: undo its import and import it again with a mapping that fits.");
        }
        SourceFile file = SourceFile.at(request.file());
        String hash = file.sha256(new ReadingProgress(progress, file.size(), "Checking " + file.name()));
        if (!hash.equals(earlier.sha256())) {
            throw new InputException(file.name() + " is not the file that was imported: its bytes differ. Say where that file is now, or "
                + "import this one as a file of its own.");
        }
        ImportPlan plan = ImportPlan.of(request.as(ImportKind.LOG), formats.look(file), formats);
        return intake.take(request, plan, Optional.of(new RejectedLines(earlier, lines)), progress);
    }

    @Override
    public ImportPaths paths() {
        return paths;
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

    private ImportManifest duplicateOf(ImportManifest earlier, SourceFile file, Instant started) {
        double seconds = Duration.between(started, clock.instant()).toMillis() / 1000.0;
        return new ImportManifest(earlier.id(), file.name(), earlier.kind(), earlier.format(), earlier.profile(), earlier.model(),
            earlier.sha256(), earlier.bytes(), 0, 0, earlier.records() + earlier.duplicates(), 0, started, seconds,
            earlier.importedBy());
    }
}
