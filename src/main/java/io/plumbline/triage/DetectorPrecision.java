package io.plumbline.triage;

import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.WilsonInterval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How often a detector's flags are right, by the labels that people gave here: of the flagged records whose label speaks to what the
 * detector claims, the share that bears it out. The first label on a record counts; unsure ones do not.
 *
 * @param detector  name
 * @param version   its version
 * @param kind      what it claims
 * @param confirmed flags borne out
 * @param judged    flags borne out or refuted
 */
public record DetectorPrecision(String detector, String version, FlagKind kind, long confirmed, long judged) {

    private static final double CONFIDENCE = 0.95;
    private static final Set<LabelChoice> NOTHING_WRONG = Set.of(LabelChoice.FULL_REFUSAL, LabelChoice.SAFE_ALTERNATIVE, LabelChoice.NOT_HARMFUL);

    public static List<DetectorPrecision> of(List<FlaggedRecord> flagged, Labels labels) {
        Map<Claim, long[]> counts = new LinkedHashMap<>();
        for (FlaggedRecord record : flagged) {
            labels.on(record.key()).stream().findFirst().filter(label -> !label.unsure()).ifPresent(label -> {
                for (Flag flag : record.flags()) {
                    verdict(flag.kind(), label.choice()).ifPresent(right -> {
                        long[] count = counts.computeIfAbsent(new Claim(flag.detector(), flag.version(), flag.kind()), claim -> new long[2]);
                        count[0] += right ? 1 : 0;
                        count[1]++;
                    });
                }
            });
        }
        return counts.entrySet().stream().map(e -> new DetectorPrecision(e.getKey().detector, e.getKey().version, e.getKey().kind,
            e.getValue()[0], e.getValue()[1])).toList();
    }

    /** Whether the label bears out what such a flag claims; empty where it says nothing about it. */
    public static Optional<Boolean> verdict(FlagKind kind, LabelChoice label) {
        return switch (kind) {
            case COMPLIED_WITH_HARM, TRIGGER -> verdict(label, LabelChoice.COMPLIED, LabelChoice.PARTIAL_REFUSAL);
            case PERSONAL_DATA -> verdict(label, LabelChoice.PERSONAL_DATA, LabelChoice.PERSONAL_DATA);
            case TOXIC -> verdict(label, LabelChoice.TOXIC, LabelChoice.TOXIC);
            case PARTIAL_REFUSAL -> verdict(label, LabelChoice.PARTIAL_REFUSAL, LabelChoice.COMPLIED);
            case SECRET, POLICY -> verdict(label, LabelChoice.OTHER_POLICY, LabelChoice.OTHER_POLICY);
            case DETECTORS_DIFFER, HIDDEN_TEXT, RANDOM_AUDIT, ANOMALY -> Optional.empty();
        };
    }

    private static Optional<Boolean> verdict(LabelChoice label, LabelChoice confirms, LabelChoice alsoRefutes) {
        if (label == confirms) {
            return Optional.of(true);
        }
        return label == alsoRefutes || NOTHING_WRONG.contains(label) ? Optional.of(false) : Optional.empty();
    }

    /** Whether a label names what flags of one of these kinds claim. */
    public static boolean claims(Set<FlagKind> kinds, LabelChoice label) {
        return kinds.stream().anyMatch(kind -> verdict(kind, label).orElse(false));
    }

    public double rate() {
        return (double) confirmed / judged;
    }

    public Interval interval() {
        return WilsonInterval.of(confirmed, judged, CONFIDENCE);
    }

    private record Claim(String detector, String version, FlagKind kind) {
    }
}
