package io.plumbline.imports;

import io.plumbline.detection.SignalDesk;
import io.plumbline.domain.CancelledException;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Progress;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.FileHash;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.ReadingProgress;
import io.plumbline.imports.source.SourceFile;
import io.plumbline.monitoring.StoredTopics;
import io.plumbline.store.Imports;
import io.plumbline.store.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Takes one file into the workspace: whole, or nothing of it. */
final class Intake {

    private final Workspace workspace;
    private final ImportPace pace;
    private final Clock clock;
    private final Retreat retreat = new Retreat();
    private final ImportPaths paths;

    Intake(Workspace workspace, ImportPace pace, Clock clock) {
        this.pace = pace;
        this.workspace = workspace;
        this.clock = clock;
        this.paths = new ImportPaths(workspace.settings());
    }

    /** @param rejected set where nothing but the lines that an earlier import rejected is wanted */
    ImportManifest take(ImportRequest request, ImportPlan plan, Optional<RejectedLines> rejected, Progress progress) {
        Instant started = clock.instant();
        SourceFile file = plan.glimpse().file();
        FileHash hash = FileHash.sha256();
        // The parts of a run carry the hash of their file in their ids, so it must be known before.
        String known = plan.isLog() ? "" : file.sha256(new ReadingProgress(progress, file.size(), "Checking " + file.name()));
        ReadingProgress reading = new ReadingProgress(progress, file.size(), "Reading " + file.name());
        retreat.await(progress);
        paths.begun(file);
        Imports.Writer writer = workspace.imports().begin(plan.recognition().kind(), file.name(), known);
        try {
            ImportTally tally = plan.isLog() ? storeLog(request, plan, rejected, reading, hash, writer)
                : storeRuns(request, plan, known, reading, writer);
            progress.check();
            String sha256 = rejected.map(lines -> lines.hash(plan.profileName())).orElseGet(() -> plan.isLog() ? hash.hex() : known);
            ImportManifest manifest = new ImportManifest(writer.importId(), file.name(), plan.recognition().kind(),
                plan.recognition().format(), plan.profileName(), tally.models(), sha256, file.size(), tally.records(), tally.rejected(),
                tally.duplicates(), tally.canaries(), started, Duration.between(started, clock.instant()).toMillis() / 1000.0,
                workspace.actor()).remarking(remarks(file, request, plan, rejected, tally));
            writer.commit(manifest);
            paths.finished(file, manifest);
            return manifest;
        } catch (CancelledException e) {
            paths.ended(file);
            retreat.takeBack(writer);
            throw e;
        } catch (IOException e) {
            abandon(file, writer, e);
            throw file.unreadable(e);
        } catch (RuntimeException | Error e) {
            abandon(file, writer, e);
            throw e;
        }
    }

    /** Leaves the workspace as it was. Where that fails too, as on a full drive, the first failure is the one to be told. */
    private void abandon(SourceFile file, Imports.Writer writer, Throwable failure) {
        try {
            writer.close();
            paths.ended(file);
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }

    private static ImportTally storeRuns(ImportRequest request, ImportPlan plan, String sha256, ReadingProgress progress,
                                  Imports.Writer writer) throws IOException {
        RunReading reading = new RunReading(request, writer.importId(), sha256, progress);
        List<RunData> runs = plan.readRuns(reading);
        ImportTally tally = new ImportTally(writer);
        reading.rejects().forEach(tally::reject);
        runs.forEach(tally::run);
        tally.requireSomething(plan.glimpse().file().name());
        return tally;
    }

    private ImportTally storeLog(ImportRequest request, ImportPlan plan, Optional<RejectedLines> rejected,
                                 ReadingProgress progress, FileHash hash, Imports.Writer writer) throws IOException {
        Glimpse glimpse = plan.glimpse();
        LogRecordMapper mapper = new LogRecordMapper(WorkspaceImportService.withModel(plan.profile().orElseThrow().mapping(), request,
            glimpse),
            UserKey.of(workspace.directory())::pseudonym);
        ImportTally tally = new ImportTally(writer);
        RecordOddities oddities = new RecordOddities(clock.instant());
        LongPredicate wanted = rejected.isPresent() ? rejected.get().lines()::contains : line -> true;
        new LogImport(glimpse, mapper, request.tornEnd(), wanted, pace).read(progress, hash,
            oddities.watching(PreparedRecords.preparing(new SignalDesk(workspace.decisions()).plan()
                .withTopics(new StoredTopics(workspace).model()), workspace.policy(), request.depth(),
                writer.segments())), batch -> {
                batch.rejects().forEach(tally::reject);
                tally.records(batch.result());
                return true;
            });
        if (hash.bytes() < glimpse.file().size()) {
            throw new InputException(glimpse.file().name() + " became shorter while it was read. Nothing of it was kept; import it again "
                + "when nobody writes to it.");
        }
        oddities.remarks().forEach(tally::remark);
        tally.requireSomething(glimpse.file().name(), plan.remarks());
        return tally;
    }

    private static List<String> remarks(SourceFile file, ImportRequest request, ImportPlan plan,
                                        Optional<RejectedLines> rejected, ImportTally tally) {
        List<String> remarks = new ArrayList<>(plan.remarks());
        remarks.addAll(tally.remarks());
        rejected.map(RejectedLines::remark).ifPresent(remarks::add);
        long added = file.sizeNow() - file.size();
        if (added > 0) {
            remarks.add("The file grew by %,d bytes while it was read; it was imported as it was at the beginning, with %,d. Import it again to "
                .formatted(added, file.size()) + "have the rest.");
        }
        if (request.model().isEmpty() && plan.isLog() && plan.profile().filter(p -> !p.mapping().provides(MappedField.MODEL))
            .isPresent()) {
            remarks.add("The log does not say which model answered; its records stand under “" + WorkspaceImportService.UNNAMED_MODEL + "”. To name it, undo the "
                + "import and give the model's name (--model NAME).");
        }
        return remarks;
    }
}
