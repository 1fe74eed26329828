package io.plumbline.stats.distribution;

import java.util.function.DoubleUnaryOperator;

/** The integral of a function of the gap F(x) - G(x) between two empirical distribution functions. */
final class GapIntegral {

    private GapIntegral() {
    }

    static double of(double[] first, double[] second, DoubleUnaryOperator ofGap) {
        MergedSamples samples = new MergedSamples(first, second);
        double m = samples.firstSize();
        double n = samples.secondSize();
        double[] last = {Double.NaN, 0, 0};
        samples.forEachValue((value, belowFirst, equalFirst, belowSecond, equalSecond) -> {
            if (!Double.isNaN(last[0])) {
                last[2] += ofGap.applyAsDouble(last[1]) * (value - last[0]);
            }
            last[0] = value;
            last[1] = (belowFirst + equalFirst) / m - (belowSecond + equalSecond) / n;
        });
        return last[2];
    }
}
