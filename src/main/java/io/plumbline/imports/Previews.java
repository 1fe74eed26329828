package io.plumbline.imports;

import io.plumbline.domain.ImportKind;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.Reject;
import io.plumbline.domain.Sample;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.Excerpt;
import io.plumbline.imports.source.FileHash;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.ReadingProgress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a file as an import would and stores nothing. */
final class Previews {

    private static final int RECORDS_OF_A_BEGINNING = 500;

    private final Glimpse glimpse;
    private final Recognition recognition;

    Previews(Glimpse glimpse, Recognition recognition) {
        this.glimpse = glimpse;
        this.recognition = recognition;
    }

    static List<RunData> readRuns(Recognition recognition, Optional<RunReader> reader, Optional<MappingProfile> profile, Glimpse glimpse,
                                  RunReading reading) throws IOException {
        return reader.isPresent() ? reader.get().read(glimpse, reading)
            : new TableRunReader(recognition.format(), profile.orElseThrow().mapping()).read(glimpse, reading);
    }

    Preview of(ImportRequest request, Optional<RunReader> reader, Optional<MappingProfile> profile, Preview.Extent extent,
               ReadingProgress progress) throws IOException {
        if (profile.filter(p -> !p.mapping().provides(needed())).isPresent()) {
            return unread(request, profile.get());
        }
        return recognition.kind() != ImportKind.LOG ? runs(request, reader, profile, progress)
            : log(request, profile.orElseThrow(), extent, progress);
    }

    /** The field without which no record of a table can be read. */
    private MappedField needed() {
        return recognition.kind() != ImportKind.LOG ? MappedField.RESPONSE : MappedField.TIME;
    }

    /** The table as it stands, for a person who has to say first what its columns mean. */
    private Preview unread(ImportRequest request, MappingProfile profile) {
        boolean namesModel = recognition.kind() == ImportKind.RUN || profile.mapping().provides(MappedField.MODEL);
        return new Preview(recognition, Optional.of(profile), glimpse.columns(), tableRows(), 0, 0, List.of(), Preview.Extent.BEGINNING,
            namesModel ? glimpse.file().name() : request.model());
    }

    /** Runs are small: a look at them is a look at all of them. */
    private Preview runs(ImportRequest request, Optional<RunReader> reader, Optional<MappingProfile> profile, ReadingProgress progress)
        throws IOException {
        RunReading reading = new RunReading(request, "preview", "0".repeat(64), progress);
        List<RunData> runs = readRuns(recognition, reader, profile, glimpse, reading);
        long samples = runs.stream().mapToLong(run -> run.samples().size()).sum();
        String models = runs.stream().map(run -> run.run().displayName()).distinct().collect(Collectors.joining(", "));
        List<String> columns = profile.isPresent() ? glimpse.columns() : sampleColumns(runs);
        List<List<String>> rows = profile.isPresent() ? tableRows() : sampleRows(runs);
        return new Preview(recognition, profile, columns, rows, samples, reading.rejects().size(),
            reading.rejects().stream().limit(Preview.REJECTS).toList(), Preview.Extent.WHOLE_FILE, models);
    }

    private Preview log(ImportRequest request, MappingProfile profile, Preview.Extent extent, ReadingProgress progress) throws IOException {
        Counts counts = new Counts();
        if (request.model().isEmpty() && !profile.mapping().provides(MappedField.MODEL)) {
            return new Preview(recognition, Optional.of(profile), glimpse.columns(), tableRows(), 0, 0, List.of(), Preview.Extent.BEGINNING,
                "");
        }
        ColumnMapping mapping = WorkspaceImportService.withModel(profile.mapping(), request, glimpse);
        new LogImport(glimpse, new LogRecordMapper(mapping, user -> ""), TornEnd.KEEP_WHOLE_RECORDS).read(progress, FileHash.none(),
            Previews::models, batch -> {
                counts.accepted += batch.records();
                counts.rejected += batch.rejects().size();
                batch.rejects().stream().limit(Preview.REJECTS - counts.rejects.size()).forEach(counts.rejects::add);
                counts.models.addAll(batch.result());
                return extent == Preview.Extent.WHOLE_FILE || counts.accepted + counts.rejected < RECORDS_OF_A_BEGINNING;
            });
        return new Preview(recognition, Optional.of(profile), glimpse.columns(), tableRows(), counts.accepted, counts.rejected,
            counts.rejects, extent, String.join(", ", counts.models));
    }

    private static Set<String> models(List<LogRecord> records) {
        return records.stream().map(LogRecord::model).collect(Collectors.toSet());
    }

    private List<List<String>> tableRows() {
        return glimpse.firstRows().stream().limit(Preview.ROWS).map(row -> glimpse.columns().stream()
            .map(column -> row.fields().get(column)).map(value -> value == null ? "" : Excerpt.of(value.toString())).toList()).toList();
    }

    private static List<String> sampleColumns(List<RunData> runs) {
        List<String> columns = new ArrayList<>(List.of("key", "category", "prompt", "response"));
        columns.addAll(judges(runs));
        return columns;
    }

    private static Set<String> judges(List<RunData> runs) {
        Set<String> judges = new LinkedHashSet<>();
        runs.forEach(run -> judges.addAll(run.run().judges()));
        return judges;
    }

    private static List<List<String>> sampleRows(List<RunData> runs) {
        Set<String> judges = judges(runs);
        return runs.stream().flatMap(run -> run.samples().stream()).limit(Preview.ROWS).map(sample -> {
            List<String> row = new ArrayList<>(List.of(sample.key(), sample.category(), Excerpt.of(sample.prompt()),
                Excerpt.of(sample.response())));
            judges.forEach(judge -> row.add(label(sample, judge)));
            return (List<String>) row;
        }).toList();
    }

    private static String label(Sample sample, String judge) {
        return sample.judgementOf(judge).map(Judgement::rawLabel).orElse("");
    }

    private static final class Counts {

        private final List<Reject> rejects = new ArrayList<>();
        private final Set<String> models = new TreeSet<>();
        private long accepted;
        private long rejected;
    }
}
