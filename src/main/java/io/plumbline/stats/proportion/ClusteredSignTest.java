package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import io.plumbline.stats.StandardNormal;
import java.util.Arrays;

/**
 * McNemar's question where items come in clusters: did more of them change one way than the other, if all items of a cluster may move together?
 * Under "no change" the two occasions could be exchanged within each cluster, so the sum of the clusters' differences is set against all sums
 * with signs exchanged (Fisher's randomisation test; Pesarin &amp; Salmaso 2010, section 1.4). Where every cluster is one item it is the exact
 * McNemar test. It is exact as long as the distribution can be counted out, and normal with the same variance beyond.
 */
public final class ClusteredSignTest {

    private static final long MOST_STEPS = 50_000_000;

    private ClusteredSignTest() {
    }

    /**
     * @param differences for each cluster the items that changed one way less those that changed the other
     * @return one-sided p-value of "more items changed the first way", in (0, 1]
     */
    public static double oneSided(long[] differences) {
        Argument.atLeast("clusters", 1, differences.length);
        long observed = 0;
        long reach = 0;
        double squares = 0;
        int moving = 0;
        for (long difference : differences) {
            observed += difference;
            reach += Math.abs(difference);
            squares += (double) difference * difference;
            moving += difference == 0 ? 0 : 1;
        }
        if (reach == 0) {
            return 1;
        }
        return (double) moving * reach > MOST_STEPS ? StandardNormal.survival((observed - 0.5) / Math.sqrt(squares))
            : counted(differences, (int) reach, observed);
    }

    /** Adds cluster after cluster to the distribution of the sum; place {@code reach} is the sum 0. */
    private static double counted(long[] differences, int reach, long observed) {
        double[] chance = new double[2 * reach + 1];
        double[] next = new double[chance.length];
        chance[reach] = 1;
        int far = 0;
        for (long difference : differences) {
            int step = (int) Math.abs(difference);
            if (step == 0) {
                continue;
            }
            Arrays.fill(next, 0);
            for (int at = reach - far; at <= reach + far; at++) {
                next[at - step] += chance[at] / 2;
                next[at + step] += chance[at] / 2;
            }
            double[] before = chance;
            chance = next;
            next = before;
            far += step;
        }
        double p = 0;
        for (int at = chance.length - 1; at >= reach + observed; at--) {
            p += chance[at];
        }
        return Math.min(1, p);
    }
}
