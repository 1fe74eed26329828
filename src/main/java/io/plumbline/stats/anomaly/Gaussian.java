package io.plumbline.stats.anomaly;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/** Mean and covariance of some rows, ready for Mahalanobis distances through the covariance's Cholesky factor. */
final class Gaussian {

    private final double[] mean;
    private final double[][] factor;

    /** @throws IllegalArgumentException if the rows lie in fewer dimensions than they have columns */
    Gaussian(double[][] rows, int[] chosen) {
        int columns = rows[0].length;
        mean = new double[columns];
        for (int i : chosen) {
            for (int j = 0; j < columns; j++) {
                mean[j] += rows[i][j] / chosen.length;
            }
        }
        double[][] covariance = new double[columns][columns];
        double[] centred = new double[columns];
        for (int i : chosen) {
            for (int j = 0; j < columns; j++) {
                centred[j] = rows[i][j] - mean[j];
                for (int k = 0; k <= j; k++) {
                    covariance[j][k] += centred[j] * centred[k] / chosen.length;
                }
            }
        }
        for (int j = 0; j < columns; j++) {
            for (int k = 0; k < j; k++) {
                covariance[k][j] = covariance[j][k];
            }
        }
        try {
            factor = new CholeskyDecomposition(new Array2DRowRealMatrix(covariance, false), 1e-12, 0).getL().getData();
        } catch (NonPositiveDefiniteMatrixException e) {
            throw new IllegalArgumentException("the rows lie in fewer dimensions than they have columns", e);
        }
    }

    double logDeterminant() {
        double sum = 0;
        for (int j = 0; j < factor.length; j++) {
            sum += 2 * Math.log(factor[j][j]);
        }
        return sum;
    }

    /** Squared Mahalanobis distances of all rows. */
    double[] distances(double[][] rows) {
        double[] distance = new double[rows.length];
        double[] solved = new double[mean.length];
        for (int i = 0; i < rows.length; i++) {
            double sum = 0;
            for (int j = 0; j < mean.length; j++) {
                double rest = rows[i][j] - mean[j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[j][k] * solved[k];
                }
                solved[j] = rest / factor[j][j];
                sum += solved[j] * solved[j];
            }
            distance[i] = sum;
        }
        return distance;
    }
}
