package io.plumbline.imports;

import io.plumbline.domain.ImportKind;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.Timestamps;
import io.plumbline.imports.source.Unwrapping;
import io.plumbline.imports.trace.LogField;
import io.plumbline.imports.trace.TraceLog;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a file will be read.
 *
 * @param recognition what it turned out to be
 * @param glimpse     the file as the table that is read, where it is one
 * @param reader      who reads it, where it is a run of a known format
 * @param profile     what its columns mean, where it is a table
 * @param trace       the tool that wrote it, where it is a log of a known format
 */
record ImportPlan(Recognition recognition, Glimpse glimpse, Optional<RunReader> reader, Optional<MappingProfile> profile,
                   Optional<TraceLog> trace) {

    /** Known formats of runs come first, then those of logs, then what a person or the names of the columns say. */
    static ImportPlan of(ImportRequest request, Glimpse file, Formats formats) {
        boolean mapped = request.profile().isPresent();
        Optional<RunReader> reader = mapped || request.kind().equals(Optional.of(ImportKind.LOG)) ? Optional.empty()
            : formats.readerOf(file);
        if (reader.isPresent()) {
            return new ImportPlan(new Recognition(reader.get().format(), reader.get().title(), reader.get().kind(),
                Recognition.Columns.FIXED),
                file, reader, Optional.empty(), Optional.empty());
        }
        Glimpse records = unwrapped(file);
        if (!mapped && records.shape().isTable()) {
            KnownStrangers.refuse(records);
        }
        Optional<TraceLog> trace = mapped || !request.kind().orElse(ImportKind.LOG).equals(ImportKind.LOG) ? Optional.empty()
            : formats.traceLog(records, request.model().isEmpty() ? WorkspaceImportService.UNNAMED_MODEL : request.model());
        return trace.isPresent() ? ofTrace(request.beside().isEmpty() ? trace.get()
            : trace.get().joining(ScoreFiles.of(request.beside(), formats))) : ofTable(request, records);
    }

    private static Glimpse unwrapped(Glimpse file) {
        try {
            return Unwrapping.of(file);
        } catch (IOException e) {
            throw file.file().unreadable(e);
        }
    }

    private static ImportPlan ofTrace(TraceLog trace) {
        Map<MappedField, String> columns = new EnumMap<>(MappedField.class);
        for (LogField field : LogField.values()) {
            columns.put(MappedField.valueOf(field.name()), field.column());
        }
        MappingProfile profile = new MappingProfile("", ImportKind.LOG, new ColumnMapping(columns, Map.of(), List.of()));
        return new ImportPlan(new Recognition(trace.format(), trace.title(), ImportKind.LOG, Recognition.Columns.FIXED), trace.asTable(),
            Optional.empty(), Optional.of(profile), Optional.of(trace));
    }

    private static ImportPlan ofTable(ImportRequest request, Glimpse records) {
        MappingProfile profile = Formats.profile(records, request);
        String format = Formats.tableFormat(records);
        String title = (profile.kind() == ImportKind.RUN ? "Evaluation run as " : "Production log as ") + format.toUpperCase(Locale.ROOT);
        return new ImportPlan(new Recognition(format, title, profile.kind(), Recognition.Columns.MAPPED), records, Optional.empty(),
            Optional.of(profile), Optional.empty());
    }

    boolean isLog() {
        return recognition.kind() == ImportKind.LOG;
    }

    /** Name of the mapping used; empty for a proposal that nobody saved. */
    String profileName() {
        return profile.map(MappingProfile::name).orElse("");
    }

    List<RunData> readRuns(RunReading reading) throws IOException {
        return Previews.readRuns(recognition, reader, profile, glimpse, reading);
    }

    /** What is to be said of the reading of a log; whole when it was read. */
    List<String> remarks() {
        return trace.isPresent() ? trace.get().remarks() : timesLackZone() ? List.of(TraceLog.WITHOUT_ZONE) : List.of();
    }

    private boolean timesLackZone() {
        Optional<String> column = profile.filter(p -> p.kind() == ImportKind.LOG).flatMap(p -> p.mapping().columnOf(MappedField.TIME));
        return column.isPresent() && glimpse.firstRows().stream().map(row -> row.fields().get(column.get()))
            .anyMatch(Timestamps::lacksZone);
    }
}
