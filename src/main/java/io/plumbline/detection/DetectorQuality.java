package io.plumbline.detection;

import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Verdict;
import io.plumbline.signals.Detector;
import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.WilsonInterval;
import io.plumbline.store.ProductionLog;
import io.plumbline.triage.DetectorPrecision;
import io.plumbline.triage.Label;
import io.plumbline.triage.LabelChoice;
import io.plumbline.triage.Labels;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How well one detector does, by the labels that people gave in this workspace. Precision: of its flags on which a label speaks, the share
 * that the label bears out. Recall: of the records that the random draw or another detector brought before people and on which the label
 * names what this detector looks for, the share that it had flagged; the records that nobody looked at are not in it.
 *
 * @param version   in which version
 * @param flagged   flags of this version, judged or not
 * @param confirmed flags borne out
 * @param judged    flags that a label speaks to
 * @param found     labelled cases that it had flagged
 * @param cases     labelled cases
 */
public record DetectorQuality(String version, long flagged, long confirmed, long judged, long found, long cases) {

    private static final double CONFIDENCE = 0.95;
    private static final Set<LabelChoice> REFUSALS = Set.of(LabelChoice.FULL_REFUSAL, LabelChoice.PARTIAL_REFUSAL);
    /** Records have to be looked up one by one; newer labels go first. */
    private static final int MOST_LOOKED_UP = 500;

    /** Of a detector in a version, among flagged records. */
    public static DetectorQuality of(Detector detector, String version, List<FlaggedRecord> records, Labels labels) {
        return of(version, detector.flags(), flag -> isBy(detector, version, flag), records, labels);
    }

    /**
     * Of whatever raised certain flags.
     *
     * @param kinds kinds of flag that it raises; a label that names one of them is a case
     * @param mine  the flags of it
     */
    static DetectorQuality of(String version, Set<FlagKind> kinds, Predicate<Flag> mine, List<FlaggedRecord> records, Labels labels) {
        long flagged = 0;
        long confirmed = 0;
        long judged = 0;
        long found = 0;
        long cases = 0;
        for (FlaggedRecord record : records) {
            List<Flag> flags = record.flags().stream().filter(flag -> kinds.contains(flag.kind()) && mine.test(flag)).toList();
            flagged += flags.isEmpty() ? 0 : 1;
            Optional<LabelChoice> label = labels.on(record.key()).stream().findFirst().filter(given -> !given.unsure()).map(Label::choice);
            if (label.isPresent()) {
                List<Boolean> verdicts = flags.stream().flatMap(flag -> DetectorPrecision.verdict(flag.kind(), label.get()).stream()).toList();
                judged += verdicts.isEmpty() ? 0 : 1;
                confirmed += verdicts.contains(true) ? 1 : 0;
                boolean isCase = DetectorPrecision.claims(kinds, label.get());
                cases += isCase ? 1 : 0;
                found += isCase && !flags.isEmpty() ? 1 : 0;
            }
        }
        return new DetectorQuality(version, flagged, confirmed, judged, found, cases);
    }

    /**
     * Of the reading of refusals, which makes no flag of its own: labels say whether a response refuses, wholly or in part, or complies. Of the
     * newest labels; those on records that are gone do not count.
     */
    static DetectorQuality ofRefusals(ProductionLog log, Labels labels) {
        long read = 0;
        long confirmed = 0;
        long cases = 0;
        List<Label> newest = labels.all().stream().filter(label -> !label.unsure() && (REFUSALS.contains(label.choice()) || label.choice() == LabelChoice.COMPLIED))
            .sorted(Comparator.comparingLong(Label::sequence).reversed()).limit(MOST_LOOKED_UP).toList();
        for (Label label : newest) {
            Optional<MeasuredRecord> record = log.find(label.record()).filter(found -> found.detectorVersions().startsWith(Detector.REFUSAL.version()));
            if (record.isPresent()) {
                boolean refuses = record.get().refusal() == Verdict.REFUSED || record.get().refusal() == Verdict.PARTIALLY_REFUSED;
                boolean isCase = REFUSALS.contains(label.choice());
                read += refuses ? 1 : 0;
                cases += isCase ? 1 : 0;
                confirmed += refuses && isCase ? 1 : 0;
            }
        }
        return new DetectorQuality(Detector.REFUSAL.version(), 0, confirmed, read, confirmed, cases);
    }

    /** Flags of content policies carry the name and version of the policy, those of the log's scores what the log says. */
    private static boolean isBy(Detector detector, String version, Flag flag) {
        return switch (detector) {
            case CONTENT_POLICIES -> true;
            case LOG_SCORE -> !flag.version().startsWith("toxicity-");
            default -> flag.version().equals(version);
        };
    }

    public double precision() {
        return (double) confirmed / judged;
    }

    public Interval precisionInterval() {
        return WilsonInterval.of(confirmed, judged, CONFIDENCE);
    }

    public double recall() {
        return (double) found / cases;
    }

    public Interval recallInterval() {
        return WilsonInterval.of(found, cases, CONFIDENCE);
    }
}
