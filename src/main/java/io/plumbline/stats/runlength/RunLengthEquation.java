package io.plumbline.stats.runlength;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * Average run lengths of a finite Markov chain: (I - P) L = 1. Brook &amp; Evans (1972), "An approach to the probability distribution of
 * CUSUM run length", Biometrika 59, eq. 4.
 */
final class RunLengthEquation {

    private RunLengthEquation() {
    }

    /**
     * @param stay probability (or quadrature weight) of going from state i to state j without a signal
     * @return average number of steps to the signal from each state; infinite where a signal never comes
     */
    static double[] solve(double[][] stay) {
        int states = stay.length;
        double[][] matrix = new double[states][states];
        for (int i = 0; i < states; i++) {
            for (int j = 0; j < states; j++) {
                matrix[i][j] = (i == j ? 1 : 0) - stay[i][j];
            }
        }
        double[] ones = new double[states];
        Arrays.fill(ones, 1);
        LUDecomposition decomposition = new LUDecomposition(new Array2DRowRealMatrix(matrix, false), 1e-300);
        if (!decomposition.getSolver().isNonSingular()) {
            Arrays.fill(ones, Double.POSITIVE_INFINITY);
            return ones;
        }
        return decomposition.getSolver().solve(new ArrayRealVector(ones, false)).toArray();
    }
}
