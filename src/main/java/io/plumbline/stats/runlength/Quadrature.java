package io.plumbline.stats.runlength;

/** Nodes and weights of the Gauss–Legendre rule on an interval, by Newton's method on the Legendre polynomial. */
final class Quadrature {

    final double[] nodes;
    final double[] weights;

    Quadrature(int count, double from, double to) {
        nodes = new double[count];
        weights = new double[count];
        double middle = (from + to) / 2;
        double half = (to - from) / 2;
        for (int i = 0; i < count; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (count + 0.5));
            double slope = 1;
            for (int iteration = 0; iteration < 100; iteration++) {
                double previous = 1;
                double value = x;
                for (int degree = 2; degree <= count; degree++) {
                    double next = ((2 * degree - 1) * x * value - (degree - 1) * previous) / degree;
                    previous = value;
                    value = next;
                }
                slope = count * (x * value - previous) / (x * x - 1);
                double step = value / slope;
                x -= step;
                if (Math.abs(step) < 1e-15) {
                    break;
                }
            }
            nodes[i] = middle + half * x;
            weights[i] = 2 * half / ((1 - x * x) * slope * slope);
        }
    }
}
