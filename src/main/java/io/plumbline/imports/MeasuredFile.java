package io.plumbline.imports;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.InputException;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Reject;
import io.plumbline.domain.Sample;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.FileHash;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.ReadingProgress;
import io.plumbline.imports.source.SourceFile;
import io.plumbline.signals.BatchMeasurer;
import io.plumbline.signals.MeasuringDepth;
import io.plumbline.signals.RecordMeasurer;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A file whose records are measured and nothing is stored: logs and evaluation runs alike, so that the detectors can be looked at and
 * scored against other people's labels. A log needs no time and no model for that.
 */
public final class MeasuredFile {

    /** Stands where the log has no time; nothing that is measured depends on it. */
    private static final String ANY_TIME = "2000-01-01T00:00:00Z";

    private final Formats formats = new Formats();
    private final BatchMeasurer measurer;

    public MeasuredFile(Policy policy) {
        measurer = new BatchMeasurer(new RecordMeasurer(), policy, MeasuringDepth.EVERYTHING);
    }

    /** Measures every record, in the order of the file. Both takers are called on the calling thread. */
    public void read(ImportRequest request, Consumer<MeasuredRecord> records, Consumer<Reject> rejects) {
        ImportPlan plan = ImportPlan.of(request, formats.look(SourceFile.at(request.file())), formats);
        Glimpse glimpse = plan.glimpse();
        ReadingProgress progress = new ReadingProgress(Progress.NONE, glimpse.file().size(), "Measuring " + glimpse.file().name());
        try {
            if (plan.recognition().kind() == ImportKind.LOG) {
                log(plan, progress, records, rejects);
            } else {
                runs(plan, request, progress, records, rejects);
            }
        } catch (IOException e) {
            throw glimpse.file().unreadable(e);
        }
    }

    private void log(ImportPlan plan, ReadingProgress progress, Consumer<MeasuredRecord> records, Consumer<Reject> rejects) throws IOException {
        ColumnMapping mapping = plan.profile().orElseThrow().mapping();
        if (!mapping.provides(MappedField.RESPONSE) && !mapping.provides(MappedField.PROMPT)) {
            throw new InputException(plan.glimpse().file().name() + " has no column with texts. Save a mapping that says which column holds "
                + "the response, and name it with --profile.");
        }
        if (plan.recognition().columns() != Recognition.Columns.FIXED) {
            textsAreThere(plan.glimpse(), plan.profile().orElseThrow());
        }
        LogRecordMapper mapper = new LogRecordMapper(completed(mapping), user -> "");
        new LogImport(plan.glimpse(), mapper, TornEnd.KEEP_WHOLE_RECORDS).read(progress, FileHash.none(), measurer::measure, batch -> {
            batch.result().forEach(records);
            batch.rejects().forEach(rejects);
            return true;
        });
    }

    /** A log may lack any field, but without the texts nothing would be measured and nobody told. */
    private static void textsAreThere(Glimpse glimpse, MappingProfile profile) {
        ColumnMapping mapping = profile.mapping();
        boolean there = Stream.of(MappedField.RESPONSE, MappedField.PROMPT).flatMap(field -> mapping.columnOf(field).stream())
            .anyMatch(glimpse.columns()::contains);
        if (!there) {
            throw new InputException(glimpse.file().name() + " has no column “" + mapping.columnOf(MappedField.RESPONSE)
                .or(() -> mapping.columnOf(MappedField.PROMPT)).orElse("") + "”, in which the mapping" + (profile.name().isEmpty() ? ""
                : " “" + profile.name() + "”") + " expects the texts. Map the columns anew.");
        }
    }

    private static ColumnMapping completed(ColumnMapping mapping) {
        Map<MappedField, String> fixed = new HashMap<>(mapping.fixed());
        if (!mapping.provides(MappedField.TIME)) {
            fixed.put(MappedField.TIME, ANY_TIME);
        }
        if (!mapping.provides(MappedField.MODEL)) {
            fixed.put(MappedField.MODEL, WorkspaceImportService.UNNAMED_MODEL);
        }
        return new ColumnMapping(mapping.columns(), fixed, mapping.labels());
    }

    private void runs(ImportPlan plan, ImportRequest request, ReadingProgress progress, Consumer<MeasuredRecord> records,
                      Consumer<Reject> rejects) throws IOException {
        RunReading reading = new RunReading(request, "signals", "0".repeat(64), progress);
        for (RunData run : plan.readRuns(reading)) {
            measurer.measure(run.samples().stream().filter(Sample::responded).map(sample -> record(sample, run.run().model())).toList())
                .forEach(records);
        }
        reading.rejects().forEach(rejects);
    }

    /** A sample as the detectors see records; a prompt that asks for harm counts as one of a harm category. */
    private static LogRecord record(Sample sample, String model) {
        String category = sample.intent() == PromptIntent.HARMFUL ? sample.category().isEmpty() ? "harm" : sample.category() : LogRecord.BENIGN;
        String id = sample.epoch() > 1 ? sample.key() + "#" + sample.epoch() : sample.key();
        return new LogRecord(id, Instant.EPOCH, model, "", "", 0, "", "", category, "", sample.prompt(), sample.response(), "", -1, -1, -1,
            Optional.empty(), Double.NaN, "", "", 1, Feedback.NONE);
    }
}
