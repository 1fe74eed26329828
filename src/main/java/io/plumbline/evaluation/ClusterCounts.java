package io.plumbline.evaluation;

import io.plumbline.domain.Policy;
import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.ClusteredRelativeChange;
import io.plumbline.stats.proportion.ClusteredSignTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Prompts made from one template or for one persona fall or stand together; a hundred of them can be worth no more than the few patterns they
 * were made from (REQUIREMENTS section 3, item 3). A change on such prompts is judged by clusters as well as by prompts, and the more careful
 * of both answers counts.
 */
final class ClusterCounts {

    private final long[] n;
    private final long[] base;
    private final long[] candidate;

    private ClusterCounts(List<long[]> clusters) {
        n = clusters.stream().mapToLong(cluster -> cluster[0]).toArray();
        base = clusters.stream().mapToLong(cluster -> cluster[1]).toArray();
        candidate = clusters.stream().mapToLong(cluster -> cluster[2]).toArray();
    }

    /** Counts the judged prompts; one that names no cluster is one by itself. */
    static ClusterCounts of(List<PromptOutcome> ledger) {
        Map<String, long[]> named = new HashMap<>();
        List<long[]> all = new ArrayList<>();
        for (PromptOutcome outcome : ledger) {
            if (outcome.kind() == FlipKind.UNJUDGED) {
                continue;
            }
            String cluster = outcome.prompt().cluster();
            long[] counts = cluster.isEmpty() ? null : named.get(cluster);
            if (counts == null) {
                counts = new long[3];
                all.add(counts);
                if (!cluster.isEmpty()) {
                    named.put(cluster, counts);
                }
            }
            counts[0]++;
            counts[1] += outcome.base().holds() ? 1 : 0;
            counts[2] += outcome.candidate().holds() ? 1 : 0;
        }
        return new ClusterCounts(all);
    }

    /** The change by prompts, made as careful as its clusters demand. */
    PairedChange temper(PairedChange change, Policy policy) {
        if (n.length == change.n() || change.n() == 0) {
            return change;
        }
        if (n.length == 1 || !change.isDefined()) {
            // What lies between clusters can't be told from one of them.
            return change.clustered(PairedChange.UNBOUNDED, PairedChange.UNBOUNDED, 0.5, 1, n.length, Double.NaN);
        }
        ClusteredRelativeChange robust = ClusteredRelativeChange.of(n, base, candidate, change.harmfulFlips(), change.beneficialFlips());
        double worse = ClusteredSignTest.oneSided(differences(base, candidate));
        double better = ClusteredSignTest.oneSided(differences(candidate, base));
        return change.clustered(hull(change.interval(), robust.interval(policy.number("gate.confidence"))),
            hull(change.likelyInterval(), robust.interval(policy.number("gate.likely.confidence"))),
            worse, Math.min(1, 2 * Math.min(worse, better)), n.length, robust.designEffect());
    }

    private static long[] differences(long[] more, long[] less) {
        long[] differences = new long[more.length];
        for (int k = 0; k < differences.length; k++) {
            differences[k] = more[k] - less[k];
        }
        return differences;
    }

    private static Interval hull(Interval first, Interval second) {
        return new Interval(Math.min(first.lower(), second.lower()), Math.max(first.upper(), second.upper()));
    }
}
