package io.plumbline.imports;

import io.plumbline.domain.InputException;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.source.FormatSniffer;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.SourceFile;
import io.plumbline.imports.trace.TraceFormats;
import io.plumbline.imports.trace.TraceLog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every format that can be imported, in the order in which they are asked whether a file is theirs. */
final class Formats {

    private final FormatSniffer sniffer = new FormatSniffer();
    private final List<RunReader> readers = RunFormats.all();

    private final TraceFormats traces = new TraceFormats();

    Glimpse look(SourceFile file) {
        return sniffer.look(file);
    }

    /** The reader whose format fixes the meaning of a file; none for plain tables. */
    Optional<RunReader> readerOf(Glimpse glimpse) {
        return readers.stream().filter(reader -> reader.recognises(glimpse)).findFirst();
    }

    /** The log of a known tool; none where the columns have to say what they mean. */
    Optional<TraceLog> traceLog(Glimpse glimpse, String model) {
        return traces.recognise(glimpse, model);
    }

    /** Name of a plain table's format. */
    static String tableFormat(Glimpse glimpse) {
        return switch (glimpse.shape()) {
            case JSON_LINES -> "jsonl";
            case JSON_ARRAY -> "json";
            case CSV -> "csv";
            case JSON_OBJECT, ZIP_ARCHIVE -> throw notATable(glimpse);
        };
    }

    /** The mapping of a plain table: the one given, or a proposal. */
    static MappingProfile profile(Glimpse glimpse, ImportRequest request) {
        if (!glimpse.shape().isTable()) {
            KnownStrangers.refuse(glimpse);
            throw notATable(glimpse);
        }
        if (request.profile().isPresent()) {
            return checked(glimpse, request.profile().get());
        }
        return new MappingProposal(glimpse).propose(request.kind());
    }

    private static MappingProfile checked(Glimpse glimpse, MappingProfile profile) {
        for (var mapped : profile.mapping().columns().entrySet()) {
            if (!glimpse.columns().contains(mapped.getValue()) && needs(profile, mapped.getKey())) {
                throw new InputException(glimpse.file().name() + " has no column “" + mapped.getValue() + "”, in which the mapping"
                    + (profile.name().isEmpty() ? "" : " “" + profile.name() + "”") + " expects the "
                    + mapped.getKey().title().toLowerCase(Locale.ROOT) + ". Map the columns anew.");
            }
        }
        return profile;
    }

    private static boolean needs(MappingProfile profile, MappedField field) {
        return switch (profile.kind()) {
            case LOG -> field == MappedField.TIME || field == MappedField.ID || field == MappedField.MODEL;
            case RUN, LABELS -> field == MappedField.RESPONSE;
        };
    }

    private static InputException notATable(Glimpse glimpse) {
        String keys = String.join(", ", glimpse.keys().stream().sorted().limit(6).toList());
        return new InputException(glimpse.file().name() + " is a JSON document of no known format (it begins with the fields " + keys
            + "). Export the run or log as JSONL, one record a line, or as CSV.");
    }
}
