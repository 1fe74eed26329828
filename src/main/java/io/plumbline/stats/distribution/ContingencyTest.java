package io.plumbline.stats.distribution;

import io.plumbline.stats.Argument;
import io.plumbline.stats.ChiSquared;

/**
 * Chi-squared and G tests of independence in a table of counts, and of fit to given shares. Rows and columns without any record say
 * nothing and are left out.
 * Sources: Pearson 1900; G: Sokal &amp; Rohlf 1995, Biometry, section 17.2; Yates 1934; V: Cramér 1946, section 21.9.
 *
 * @param statistic zero or more; Infinity when a count stands where the expected share is 0
 * @param degreesOfFreedom at least 1
 * @param pValue upper tail of the chi-squared distribution
 */
public record ContingencyTest(double statistic, int degreesOfFreedom, double pValue) {

    /**
     * Pearson's statistic.
     *
     * @param table rows of counts, all of one length; at least two rows and two columns with records
     */
    public static ContingencyTest chiSquared(long[][] table) {
        return test(new Table(table), 0, ContingencyTest::pearson);
    }

    /** Pearson's statistic with Yates' correction of at most one half in each cell, which belongs to one degree of freedom. */
    public static ContingencyTest yates(long[][] table) {
        return test(new Table(table), 0.5, ContingencyTest::pearson);
    }

    /** The likelihood-ratio statistic G. */
    public static ContingencyTest likelihoodRatio(long[][] table) {
        return test(new Table(table), 0, ContingencyTest::logRatio);
    }

    /** G after Yates' correction of the counts, as SciPy does for one degree of freedom. */
    public static ContingencyTest correctedLikelihoodRatio(long[][] table) {
        return test(new Table(table), 0.5, ContingencyTest::logRatio);
    }

    /**
     * Pearson's test of counts against expected weights.
     *
     * @param counts records of each category, not all zero
     * @param weights expected weights of the same categories, zero or more; normalised here
     */
    public static ContingencyTest goodnessOfFit(long[] counts, double[] weights) {
        Argument.sameLength("counts and weights", counts.length, weights.length);
        Argument.atLeast("number of categories", 2, counts.length);
        double[] shares = Shares.of(weights);
        Shares.ofCounts(counts);
        long total = 0;
        for (long count : counts) {
            total = Math.addExact(total, count);
        }
        double statistic = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = shares[i] * total;
            double distance = counts[i] - expected;
            statistic += expected == 0 ? (counts[i] == 0 ? 0 : Double.POSITIVE_INFINITY) : distance * distance / expected;
        }
        return new ContingencyTest(statistic, counts.length - 1, ChiSquared.survival(statistic, counts.length - 1));
    }

    /** Cramér's V in [0, 1]: the chi-squared statistic (not corrected) on the scale of a correlation. */
    public static double cramersV(long[][] counts) {
        Table table = new Table(counts);
        double statistic = test(table, 0, ContingencyTest::pearson).statistic();
        return Math.sqrt(statistic / (table.total * (Math.min(table.usedRows, table.usedColumns) - 1.0)));
    }

    private static ContingencyTest test(Table table, double correction, CellTerm term) {
        double statistic = 0;
        for (int i = 0; i < table.rows.length; i++) {
            for (int j = 0; j < table.columns.length; j++) {
                if (table.rows[i] > 0 && table.columns[j] > 0) {
                    double expected = (double) table.rows[i] * table.columns[j] / table.total;
                    double distance = expected - table.counts[i][j];
                    double observed = table.counts[i][j] + Math.copySign(Math.min(correction, Math.abs(distance)), distance);
                    statistic += term.of(observed, expected);
                }
            }
        }
        int degrees = (table.usedRows - 1) * (table.usedColumns - 1);
        statistic = Math.max(0, statistic);
        return new ContingencyTest(statistic, degrees, ChiSquared.survival(statistic, degrees));
    }

    private static double pearson(double observed, double expected) {
        return (observed - expected) * (observed - expected) / expected;
    }

    private static double logRatio(double observed, double expected) {
        return observed == 0 ? 0 : 2 * observed * Math.log(observed / expected);
    }

    @FunctionalInterface
    private interface CellTerm {
        double of(double observed, double expected);
    }

    private static final class Table {
        private final long[][] counts;
        private final long[] rows;
        private final long[] columns;
        private long total;
        private int usedRows;
        private int usedColumns;

        Table(long[][] counts) {
            Argument.atLeast("number of rows", 2, counts.length);
            this.counts = counts;
            rows = new long[counts.length];
            columns = new long[counts[0].length];
            for (int i = 0; i < rows.length; i++) {
                Argument.sameLength("rows", columns.length, counts[i].length);
                for (int j = 0; j < columns.length; j++) {
                    Argument.count("a count", counts[i][j]);
                    rows[i] = Math.addExact(rows[i], counts[i][j]);
                    columns[j] = Math.addExact(columns[j], counts[i][j]);
                    total = Math.addExact(total, counts[i][j]);
                }
            }
            for (long row : rows) {
                usedRows += row > 0 ? 1 : 0;
            }
            for (long column : columns) {
                usedColumns += column > 0 ? 1 : 0;
            }
            if (usedRows < 2 || usedColumns < 2) {
                throw new IllegalArgumentException("a test of independence needs two rows and two columns with records");
            }
        }
    }
}
