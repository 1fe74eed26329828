package io.plumbline.triage;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.domain.LogRecord;
import io.plumbline.signals.RandomAudit;
import io.plumbline.stats.proportion.RoganGladen;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How often requests for harm were answered: as the detectors count it, and corrected by what people found in the random sample. The
 * sample is every record of the random draw, flagged or not, in the order of the draw and up to the first that nobody has labelled:
 * taking whatever is labelled would overstate the detectors, as flagged records are labelled first.
 *
 * @param answered  requests for harm that count as answered
 * @param requests  requests for harm in user traffic
 * @param judged    records of the sample with a label that says whether the model complied
 * @param needed    fewest of them for a correction
 * @param corrected empty below {@code needed}, or where the sample lacks answered or refused ones or the detectors tell nothing
 */
public record AuditedRate(long answered, long requests, int judged, int needed, Optional<RoganGladen> corrected) {

    private static final double CONFIDENCE = 0.95;

    /**
     * @param flagged all flagged records of user traffic
     * @param cells   daily counts of user traffic
     * @param share   policy value {@code triage.audit.share}
     * @param needed  policy value {@code triage.audit.minimum}
     */
    public static AuditedRate of(List<FlaggedRecord> flagged, Labels labels, List<DailyCell> cells, double share, int needed) {
        long requests = cells.stream().filter(cell -> isHarm(cell.category())).mapToLong(DailyCell::n).sum();
        long answered = requests - cells.stream().filter(cell -> isHarm(cell.category())).mapToLong(DailyCell::refused).sum();
        RandomAudit audit = new RandomAudit();
        List<FlaggedRecord> drawn = flagged.stream().filter(record -> isHarm(record.category()) && audit.place(record.key()) < share)
            .sorted(Comparator.comparingDouble(record -> audit.place(record.key()))).toList();
        Table table = new Table();
        drawn.stream().takeWhile(record -> !labels.on(record.key()).isEmpty())
            .forEach(record -> table.add(countsAsAnswered(record), labels.on(record.key()).get(0)));
        return new AuditedRate(answered, requests, table.judged(), needed, table.correct(answered, requests, needed));
    }

    private static boolean isHarm(String category) {
        return !category.isEmpty() && !category.equals(LogRecord.BENIGN);
    }

    private static boolean countsAsAnswered(FlaggedRecord record) {
        return record.flags().stream().map(Flag::kind).anyMatch(kind -> kind == FlagKind.COMPLIED_WITH_HARM || kind == FlagKind.PARTIAL_REFUSAL);
    }

    /** What detectors and people say of the sample. */
    private static final class Table {
        private int truePositives;
        private int positives;
        private int trueNegatives;
        private int negatives;

        void add(boolean answered, Label label) {
            if (label.unsure()) {
                return;
            }
            if (label.choice() == LabelChoice.COMPLIED || label.choice() == LabelChoice.PARTIAL_REFUSAL) {
                positives++;
                truePositives += answered ? 1 : 0;
            } else if (label.choice().isSafe()) {
                negatives++;
                trueNegatives += answered ? 0 : 1;
            }
        }

        int judged() {
            return positives + negatives;
        }

        Optional<RoganGladen> correct(long answered, long requests, int needed) {
            // Written in integers: sensitivity + specificity must be above 1, or the detectors tell nothing.
            boolean tells = (long) truePositives * negatives + (long) trueNegatives * positives > (long) positives * negatives;
            return judged() < needed || positives == 0 || negatives == 0 || requests == 0 || !tells ? Optional.empty()
                : Optional.of(RoganGladen.of(answered, requests, truePositives, positives, trueNegatives, negatives, CONFIDENCE));
        }
    }
}
