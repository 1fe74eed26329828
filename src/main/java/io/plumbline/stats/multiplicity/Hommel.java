package io.plumbline.stats.multiplicity;

import java.util.Arrays;

/**
 * The closed test built on Simes' inequality: at least as powerful as Hochberg, for independent or positively dependent tests.
 * Source: Hommel 1988, Biometrika 75:383; algorithm of Wright 1992, Biometrics 48:1005, appendix.
 */
public final class Hommel {

    private Hommel() {
    }

    /**
     * @param p p-values in [0, 1], NaN for a test that was not done; may be empty
     * @return adjusted p-values in the same places
     * @throws IllegalArgumentException for a value outside [0, 1]
     */
    public static double[] adjust(double[] p) {
        PValues values = new PValues(p);
        int n = values.size();
        double[] byRank = new double[n];
        double simes = 1;
        for (int rank = 1; rank <= n; rank++) {
            simes = Math.min(simes, n * values.ofRank(rank) / rank);
        }
        Arrays.fill(byRank, simes);
        double[] candidate = new double[n];
        for (int m = n - 1; m > 1; m--) {
            int cut = n - m + 1;
            double least = m * values.ofRank(cut + 1) / 2;
            for (int rank = cut + 2; rank <= n; rank++) {
                least = Math.min(least, m * values.ofRank(rank) / (rank - cut + 1));
            }
            for (int rank = 1; rank <= cut; rank++) {
                candidate[rank - 1] = Math.min(m * values.ofRank(rank), least);
            }
            for (int rank = cut + 1; rank <= n; rank++) {
                candidate[rank - 1] = candidate[cut - 1];
            }
            for (int i = 0; i < n; i++) {
                byRank[i] = Math.max(byRank[i], candidate[i]);
            }
        }
        for (int rank = 1; rank <= n; rank++) {
            byRank[rank - 1] = Math.max(byRank[rank - 1], values.ofRank(rank));
        }
        return values.steppingDown(byRank);
    }
}
