package io.plumbline.imports;

import io.plumbline.domain.ImportKind;
import io.plumbline.signals.MeasuringDepth;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One file that a person wants in the workspace, and what they said about it.
 *
 * @param file    the file
 * @param kind    run or log, where they said so; decided by content otherwise
 * @param profile the column mapping to use for a table; proposed from names and content otherwise
 * @param model   name of the model, for files that do not hold it; empty if not given
 * @param tornEnd what to do with a compressed file that breaks off
 * @param depth   how much is measured on each record of a log
 * @param purpose what a run is evidence of, where they said so
 * @param beside  files with scores of the calls in this one
 */
public record ImportRequest(Path file, Optional<ImportKind> kind, Optional<MappingProfile> profile, String model, TornEnd tornEnd,
                            MeasuringDepth depth, Optional<StatedPurpose> purpose, List<Path> beside) {

    public ImportRequest {
        beside = List.copyOf(beside);
    }

    public static ImportRequest of(Path file) {
        return new ImportRequest(file, Optional.empty(), Optional.empty(), "", TornEnd.REFUSE, MeasuringDepth.EVERYTHING, Optional.empty(), List.of());
    }

    public ImportRequest as(ImportKind wanted) {
        return new ImportRequest(file, Optional.of(wanted), profile, model, tornEnd, depth, purpose, beside);
    }

    public ImportRequest mappedBy(MappingProfile wanted) {
        return new ImportRequest(file, Optional.of(wanted.kind()), Optional.of(wanted), model, tornEnd, depth, purpose, beside);
    }

    public ImportRequest ofModel(String name) {
        return new ImportRequest(file, kind, profile, name.strip(), tornEnd, depth, purpose, beside);
    }

    public ImportRequest keepingWholeRecords() {
        return new ImportRequest(file, kind, profile, model, TornEnd.KEEP_WHOLE_RECORDS, depth, purpose, beside);
    }

    public ImportRequest measuring(MeasuringDepth wanted) {
        return new ImportRequest(file, kind, profile, model, tornEnd, wanted, purpose, beside);
    }

    public ImportRequest asEvidenceOf(StatedPurpose wanted) {
        return new ImportRequest(file, kind, profile, model, tornEnd, depth, Optional.of(wanted), beside);
    }

    /** With scores and feedback out of other files, chosen at the same time. */
    public ImportRequest joining(List<Path> files) {
        return new ImportRequest(file, kind, profile, model, tornEnd, depth, purpose, files);
    }

    /** Name of the file without its folder, as sentences and manifests name it. */
    public String fileName() {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
