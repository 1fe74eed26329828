package io.plumbline.triage;

import io.plumbline.domain.Flag;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.signals.RandomAudit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** In which order flagged records come up. */
public enum QueueOrder {
    /** Gravest kind of flag first, within it the most certain, within that the newest. */
    MOST_CERTAIN("Most certain"),
    NEWEST("Newest"),
    /** The random sample first, in the order of the draw: it is what the detectors are measured by. */
    AUDIT_FIRST("Random audit first");

    private static final Comparator<FlaggedRecord> BY_TIME = Comparator.comparing(FlaggedRecord::time).reversed()
        .thenComparing(FlaggedRecord::key);
    private final String word;

    QueueOrder(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    Comparator<FlaggedRecord> comparator() {
        return switch (this) {
            case MOST_CERTAIN -> byCertainty();
            case NEWEST -> BY_TIME;
            case AUDIT_FIRST -> byDraw();
        };
    }

    /** The whole draw, flagged records of it too: a sample without them says nothing about what detectors catch. */
    private static Comparator<FlaggedRecord> byDraw() {
        RandomAudit audit = new RandomAudit();
        Map<String, Double> places = new HashMap<>();
        return Comparator.comparingDouble((FlaggedRecord r) -> places.computeIfAbsent(r.key(), audit::place)).thenComparing(BY_TIME);
    }

    private static Comparator<FlaggedRecord> byCertainty() {
        return Comparator.comparing((FlaggedRecord r) -> leading(r).kind()).thenComparing(r -> -score(leading(r))).thenComparing(BY_TIME);
    }

    /** The flag a record is queued by. A rule that gives no certainty either holds or does not, so it counts as certain. */
    public static Flag leading(FlaggedRecord record) {
        return record.flags().stream().min(Comparator.comparing(Flag::kind).thenComparing(f -> -score(f))).orElseThrow();
    }

    private static double score(Flag flag) {
        return Double.isNaN(flag.score()) ? 1 : flag.score();
    }
}
