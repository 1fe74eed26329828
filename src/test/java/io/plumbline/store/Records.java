package io.plumbline.store;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.SignalValues;
import io.plumbline.domain.TextSpan;
import io.plumbline.domain.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records for tests of the store. */
final class Records {

    static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

    private Records() {
    }

    static MeasuredRecord record(int number) {
        return record(number, START.plusSeconds(600L * number), "");
    }

    static MeasuredRecord record(int number, Instant time, String canary) {
        boolean harmful = number % 4 == 0;
        boolean refused = harmful && number % 8 == 0;
        LogRecord log = new LogRecord("r%09d".formatted(number), time, "support-bot-v3", "u" + number % 17, "s" + number / 3, number % 3 + 1,
            number < 500 ? "c0" : "c41", "en", harmful ? "weapons" : LogRecord.BENIGN, "topic " + number % 10,
            "How do I do the thing named 'topic " + number % 10 + "'?", refused ? "I'm sorry, but I can't help with that." : "Sure. First, …",
            "stop", 12, 40 + number % 100, 300 + number % 700, Optional.of(refused), (number % 1000) / 1000.0, "d1", canary, 0.5,
            Feedback.NONE);
        List<Flag> flags = harmful && !refused
            ? List.of(new Flag(FlagKind.COMPLIED_WITH_HARM, "refusal-patterns", "1.2", 0.9, "Complied, category weapons", false,
                List.of(new TextSpan(0, 4))))
            : List.of();
        return new MeasuredRecord(log, refused ? Verdict.REFUSED : Verdict.COMPLIED, List.of(new TextSpan(0, 5)), "refusal-patterns 1.2",
            log.language(), log.topic(), SignalValues.NONE, flags);
    }

    static List<MeasuredRecord> records(int from, int to) {
        List<MeasuredRecord> records = new ArrayList<>();
        for (int i = from; i < to; i++) {
            records.add(record(i));
        }
        return records;
    }

    static ImportManifest manifest(Imports.Writer writer, ImportKind kind, String file, String sha256, long records) {
        return new ImportManifest(writer.importId(), file, kind, "jsonl-log", "", "support-bot-v3", sha256, 1000, records, 0, 0, 0,
            Instant.parse("2026-06-01T10:00:00.123456789Z"), 1.5, "Reviewer A");
    }

    /** Imports these records as one finished file and returns the import's id. */
    static String importLog(Workspace workspace, String file, List<MeasuredRecord> records) {
        try (Imports.Writer writer = workspace.imports().begin(ImportKind.LOG, file, "sha-of-" + file)) {
            int left = writer.addRecords(records);
            writer.commit(manifest(writer, ImportKind.LOG, file, "sha-of-" + file, records.size() - left));
            return writer.importId();
        }
    }
}
