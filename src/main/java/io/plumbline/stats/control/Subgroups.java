package io.plumbline.stats.control;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Samples of several measurements taken together, as variables charts expect them. Rows may differ in length; a row of one value makes the
 * whole an individuals chart, whose deviation comes from the moving range. Montgomery (2013), "Introduction to Statistical Quality
 * Control", 7th edition, sections 6.2 to 6.4.
 *
 * @param rows one row of finite measurements per sample; at least one row, none empty
 */
public record Subgroups(double[][] rows) {

    public Subgroups {
        if (rows.length == 0) {
            throw new IllegalArgumentException("A chart needs at least one sample");
        }
        for (double[] row : rows) {
            if (row.length == 0 || Arrays.stream(row).anyMatch(value -> !Double.isFinite(value))) {
                throw new IllegalArgumentException("Every sample needs at least one measurement, all of them finite");
            }
        }
    }

    /** @return each value as a sample of its own */
    public static Subgroups individuals(double[] values) {
        return new Subgroups(Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new));
    }

    public double[] means() {
        return each(row -> Arrays.stream(row).average().orElseThrow());
    }

    public double[] ranges() {
        return each(row -> Arrays.stream(row).max().orElseThrow() - Arrays.stream(row).min().orElseThrow());
    }

    public double[] deviations() {
        return each(Subgroups::deviation);
    }

    public int[] sizes() {
        return Arrays.stream(rows).mapToInt(row -> row.length).toArray();
    }

    /** @return average of all measurements */
    public double center() {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).average().orElseThrow();
    }

    /**
     * @return process deviation from the average range over d2 (samples) or the average moving range of two over d2 (individuals); NaN for
     *     a single individual
     */
    public double deviationByRange() {
        if (hasIndividuals()) {
            return MovingRange.deviation(means());
        }
        double[] ranges = ranges();
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += ranges[i] / ControlChartConstants.d2(rows[i].length);
        }
        return sum / rows.length;
    }

    /** @return process deviation from the average sample deviation over c4; samples of at least two */
    public double deviationByDeviation() {
        double[] deviations = deviations();
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += deviations[i] / ControlChartConstants.c4(rows[i].length);
        }
        return sum / rows.length;
    }

    private boolean hasIndividuals() {
        return Arrays.stream(rows).anyMatch(row -> row.length == 1);
    }

    private static double deviation(double[] row) {
        double mean = Arrays.stream(row).average().orElseThrow();
        double squares = Arrays.stream(row).map(value -> (value - mean) * (value - mean)).sum();
        return row.length < 2 ? Double.NaN : Math.sqrt(squares / (row.length - 1));
    }

    private double[] each(ToDoubleFunction<double[]> statistic) {
        return Arrays.stream(rows).mapToDouble(statistic).toArray();
    }
}
