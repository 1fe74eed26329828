package io.plumbline.ui.data;

import io.plumbline.domain.CancelledException;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Progress;
import io.plumbline.imports.ColumnMapping;
import io.plumbline.imports.ImportPaths;
import io.plumbline.imports.ImportRequest;
import io.plumbline.imports.ImportService;
import io.plumbline.imports.MappedField;
import io.plumbline.imports.MappingProfile;
import io.plumbline.imports.MappingProfiles;
import io.plumbline.imports.Preview;
import io.plumbline.imports.Recognition;
import io.plumbline.store.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Imports that know one format: a log with the columns "when" and "said", of which only the second maps itself. Files named bad*.* fail. */
final class TwoColumnImports implements ImportService {

    final List<ImportRequest> imported = new ArrayList<>();
    private final MappingProfiles profiles;
    private final ImportPaths paths;

    TwoColumnImports(Settings settings) {
        profiles = new MappingProfiles(settings);
        paths = new ImportPaths(settings);
    }

    @Override
    public Recognition recognise(Path file) {
        if (file.getFileName().toString().startsWith("bad")) {
            throw new InputException(file.getFileName() + " is no file that Plumbline reads.");
        }
        return new Recognition("jsonl", "JSON Lines", ImportKind.LOG, Recognition.Columns.MAPPED);
    }

    @Override
    public Preview preview(ImportRequest request, Preview.Extent extent, Progress progress) {
        Recognition recognition = recognise(request.file());
        MappingProfile profile = request.profile().orElseGet(() -> new MappingProfile("", ImportKind.LOG,
            new ColumnMapping(Map.of(MappedField.RESPONSE, "said"), Map.of(), List.of())));
        return new Preview(recognition, Optional.of(profile), List.of("when", "said"), List.of(List.of("2026-05-01T00:00:00Z", "I can’t help with that.")),
            2, 0, List.of(), extent, "bot");
    }

    @Override
    public ImportManifest importFile(ImportRequest request, Progress progress) {
        if (progress.cancelled()) {
            throw new CancelledException();
        }
        imported.add(request);
        progress.update(2, 2, "records", "2 records in");
        return new ImportManifest("i" + imported.size(), request.fileName(), ImportKind.LOG, "jsonl", "", "bot", "00", 10, 2, 0, 0, 0,
            Instant.EPOCH, 0.1, "Reviewer A");
    }

    @Override
    public ImportManifest replayRejects(String importId, ImportRequest request, Progress progress) {
        return importFile(request, progress);
    }

    @Override
    public ImportPaths paths() {
        return paths;
    }

    @Override
    public MappingProfiles profiles() {
        return profiles;
    }
}
