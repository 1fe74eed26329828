package io.plumbline.app.cli;

import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Verdict;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the records of a file came to, in one sentence. */
final class SignalsSummary {

    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private int records;
    private int flagged;
    private int rejected;

    void add(MeasuredRecord record) {
        records++;
        verdicts.merge(record.refusal(), 1, Integer::sum);
        flagged += record.flags().isEmpty() ? 0 : 1;
    }

    void reject() {
        rejected++;
    }

    /** Lines that could not be read. */
    int rejects() {
        return rejected;
    }

    String sentence(String file) {
        String counts = verdicts.entrySet().stream().map(e -> e.getValue() + " " + SignalsCommand.word(e.getKey()).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
        return file + ": " + records + " records" + (counts.isEmpty() ? "" : ": " + counts) + "; " + flagged + " flagged"
            + (rejected == 0 ? "." : "; " + rejected + " could not be read.");
    }
}
