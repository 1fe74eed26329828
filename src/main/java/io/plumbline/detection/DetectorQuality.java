package io.plumbline.detection;

import io.plumbline.domain.FlaggedRecord;
import io.plumbline.signals.Detector;
import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.WilsonInterval;
import io.plumbline.triage.DetectorPrecision;
import io.plumbline.triage.Label;
import io.plumbline.triage.Labels;
import java.util.List;
import java.util.Optional;

/**
 * How well one detector does, by the labels that people gave in this workspace. Precision: of its flags on which a label speaks, the share
 * that the label bears out. Recall: of the records that the random draw or another detector brought before people and on which the label
 * names what this detector looks for, the share that it had flagged; the records that nobody looked at are not in it.
 *
 * @param detector  which
 * @param version   in which version
 * @param flagged   flags of this version, judged or not
 * @param confirmed flags borne out
 * @param judged    flags that a label speaks to
 * @param found     labelled cases that it had flagged
 * @param cases     labelled cases
 */
public record DetectorQuality(Detector detector, String version, long flagged, long confirmed, long judged, long found, long cases) {

    private static final double CONFIDENCE = 0.95;

    public static DetectorQuality of(Detector detector, String version, List<FlaggedRecord> records, Labels labels) {
        long flagged = 0;
        long found = 0;
        long cases = 0;
        for (FlaggedRecord record : records) {
            boolean mine = record.flags().stream().anyMatch(flag -> detector.flags().contains(flag.kind()) && isBy(detector, version, flag.version()));
            flagged += mine ? 1 : 0;
            Optional<Label> label = labels.on(record.key()).stream().findFirst().filter(given -> !given.unsure());
            if (label.isPresent() && DetectorPrecision.claims(detector.flags(), label.get().choice())) {
                cases++;
                found += mine ? 1 : 0;
            }
        }
        List<DetectorPrecision> precisions = DetectorPrecision.of(records, labels).stream()
            .filter(precision -> detector.flags().contains(precision.kind()) && isBy(detector, version, precision.version())).toList();
        return new DetectorQuality(detector, version, flagged, precisions.stream().mapToLong(DetectorPrecision::confirmed).sum(),
            precisions.stream().mapToLong(DetectorPrecision::judged).sum(), found, cases);
    }

    /** Flags of content policies carry the name and version of the policy. */
    private static boolean isBy(Detector detector, String version, String flags) {
        return flags.equals(version) || detector == Detector.CONTENT_POLICIES;
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
