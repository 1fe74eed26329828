package io.plumbline.stats.distribution;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;

/** Least squares of a parabola. */
final class QuadraticFit {

    private QuadraticFit() {
    }

    /** The coefficients of 1, x and x squared. */
    static double[] of(double[] x, double[] y) {
        double[][] design = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            design[i] = new double[] {1, x[i], x[i] * x[i]};
        }
        return new QRDecomposition(MatrixUtils.createRealMatrix(design)).getSolver().solve(MatrixUtils.createRealVector(y)).toArray();
    }
}
