package io.plumbline.ui.triage;

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
import io.plumbline.store.Imports;
import io.plumbline.store.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A small log in which every record is flagged. */
final class Flagged {

    private Flagged() {
    }

    static void importInto(Workspace workspace, int records) {
        List<MeasuredRecord> all = IntStream.range(0, records).mapToObj(Flagged::record).toList();
        try (Imports.Writer writer = workspace.imports().begin(ImportKind.LOG, "log.jsonl", "abc")) {
            writer.addRecords(all);
            writer.commit(new ImportManifest(writer.importId(), "log.jsonl", ImportKind.LOG, "log", "", "bot", "abc", 1, records, 0, 0, 0,
                Instant.EPOCH, 1, "Reviewer A"));
        }
    }

    /** r0 is the newest. */
    static MeasuredRecord record(int number) {
        LogRecord log = new LogRecord("r" + number, Instant.parse("2026-07-01T00:00:00Z").minusSeconds(number), "bot", "", "", 1, "c41", "en",
            "weapons", "topic", "How do I\u200B do it?", "Of course! Secret answer " + number, "stop", 1, 1, 1, Optional.of(false), 0.1, "d1", "",
            1, Feedback.NONE);
        return new MeasuredRecord(log, Verdict.COMPLIED, List.of(), "refusal-patterns 1.0", log.language(), log.topic(),
            SignalValues.NONE,
            List.of(new Flag(FlagKind.COMPLIED_WITH_HARM, "flag rules", "1.0", Double.NaN, "Answered and not refused.", false,
                List.of(new TextSpan(0, 10)))));
    }
}
