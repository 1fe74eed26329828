package io.plumbline.imports;

import io.plumbline.domain.ImportKind;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.Glimpse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a file will be read.
 *
 * @param recognition what it is
 * @param reader      who reads a format whose meaning is fixed
 * @param profile     what the columns of a table mean
 */
record ImportPlan(Recognition recognition, Optional<RunReader> reader, Optional<MappingProfile> profile) {

    static ImportPlan of(ImportRequest request, Glimpse glimpse, Formats formats) {
        Optional<RunReader> reader = request.profile().isPresent() || request.kind().equals(Optional.of(ImportKind.LOG)) ? Optional.empty()
            : formats.readerOf(glimpse);
        if (reader.isPresent()) {
            return new ImportPlan(new Recognition(reader.get().format(), reader.get().title(), reader.get().kind(),
                Recognition.Columns.FIXED), reader, Optional.empty());
        }
        MappingProfile profile = Formats.profile(glimpse, request);
        String format = Formats.tableFormat(glimpse);
        String title = (profile.kind() == ImportKind.RUN ? "Evaluation run as " : "Production log as ") + format.toUpperCase(Locale.ROOT);
        return new ImportPlan(new Recognition(format, title, profile.kind(), Recognition.Columns.MAPPED), Optional.empty(),
            Optional.of(profile));
    }

    boolean isLog() {
        return recognition.kind() == ImportKind.LOG;
    }

    /** Name of the mapping used; empty for a proposal that nobody saved. */
    String profileName() {
        return profile.map(MappingProfile::name).orElse("");
    }

    List<RunData> readRuns(Glimpse glimpse, RunReading reading) throws IOException {
        return Previews.readRuns(recognition, reader, profile, glimpse, reading);
    }
}
