package io.plumbline.stats.distribution;

import io.plumbline.stats.Argument;
import io.plumbline.stats.ChiSquared;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The Epps-Singleton test compares empirical characteristic functions; it works for discrete values, where Kolmogorov-Smirnov is
 * conservative. Source: Epps &amp; Singleton 1986, J. Stat. Comput. Simul. 26:177, with t = 0.4 and 0.8 in units of half the interquartile
 * range and the small-sample correction of section 3.
 *
 * @param statistic W, about chi-squared under "one distribution"
 * @param pValue its upper tail
 */
public record EppsSingleton(double statistic, double pValue) {

    private static final double[] T = {0.4, 0.8};
    private static final int SMALL = 25;

    /**
     * @param first finite values, at least five
     * @param second finite values, at least five; the interquartile range of all values must not be 0
     */
    public static EppsSingleton of(double[] first, double[] second) {
        Argument.finite("the first sample", first);
        Argument.finite("the second sample", second);
        if (first.length < 5 || second.length < 5) {
            throw new IllegalArgumentException("both samples need at least five values");
        }
        double m = first.length;
        double n = second.length;
        double total = m + n;
        double[] pooled = DoubleStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
        double scale = (Quantiles.of(pooled, 0.75) - Quantiles.of(pooled, 0.25)) / 2;
        if (scale == 0) {
            throw new IllegalArgumentException("the interquartile range of all values is 0");
        }
        double[][] g = waves(first, scale);
        double[][] h = waves(second, scale);
        double[] gMean = means(g);
        double[] hMean = means(h);
        RealMatrix covariance = covariance(g, gMean).scalarMultiply(total / m).add(covariance(h, hMean).scalarMultiply(total / n));
        SingularValueDecomposition svd = new SingularValueDecomposition(covariance);
        double[] singular = svd.getSingularValues();
        RealMatrix inverse = new Array2DRowRealMatrix(2 * T.length, 2 * T.length);
        int rank = 0;
        for (int i = 0; i < singular.length; i++) {
            if (singular[i] > 1e-15 * singular[0]) {
                rank++;
                RealMatrix part = svd.getV().getColumnMatrix(i).multiply(svd.getU().getColumnMatrix(i).transpose());
                inverse = inverse.add(part.scalarMultiply(1 / singular[i]));
            }
        }
        double[] difference = new double[gMean.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = gMean[i] - hMean[i];
        }
        double[] image = inverse.operate(difference);
        double w = 0;
        for (int i = 0; i < difference.length; i++) {
            w += total * difference[i] * image[i];
        }
        if (Math.max(m, n) < SMALL) {
            w /= 1 + Math.pow(total, -0.45) + 10.1 * (Math.pow(m, -1.7) + Math.pow(n, -1.7));
        }
        return new EppsSingleton(w, ChiSquared.survival(Math.max(0, w), rank));
    }

    private static double[][] waves(double[] values, double scale) {
        double[][] waves = new double[values.length][2 * T.length];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < T.length; j++) {
                waves[i][j] = Math.cos(T[j] / scale * values[i]);
                waves[i][T.length + j] = Math.sin(T[j] / scale * values[i]);
            }
        }
        return waves;
    }

    private static double[] means(double[][] rows) {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += row[j] / rows.length;
            }
        }
        return mean;
    }

    private static RealMatrix covariance(double[][] rows, double[] mean) {
        double[][] sum = new double[mean.length][mean.length];
        for (double[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                for (int j = 0; j < mean.length; j++) {
                    sum[i][j] += (row[i] - mean[i]) * (row[j] - mean[j]) / rows.length;
                }
            }
        }
        return new Array2DRowRealMatrix(sum);
    }
}
