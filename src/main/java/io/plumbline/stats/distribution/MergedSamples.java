package io.plumbline.stats.distribution;

import io.plumbline.stats.Argument;
import java.util.Arrays;

/** Two samples walked through together in ascending order, value by distinct value: the common ground of the tests on two samples. */
final class MergedSamples {

    private final double[] first;
    private final double[] second;

    MergedSamples(double[] first, double[] second) {
        this.first = Argument.finite("the first sample", first).clone();
        this.second = Argument.finite("the second sample", second).clone();
        Arrays.sort(this.first);
        Arrays.sort(this.second);
    }

    /** Called for each distinct value with how many values of each sample are below it and equal to it. */
    interface Visitor {
        void at(double value, int belowFirst, int equalFirst, int belowSecond, int equalSecond);
    }

    void forEachValue(Visitor visitor) {
        int i = 0;
        int j = 0;
        while (i < first.length || j < second.length) {
            double value = i == first.length ? second[j] : j == second.length ? first[i] : Math.min(first[i], second[j]);
            int nextI = i;
            int nextJ = j;
            while (nextI < first.length && first[nextI] == value) {
                nextI++;
            }
            while (nextJ < second.length && second[nextJ] == value) {
                nextJ++;
            }
            visitor.at(value, i, nextI - i, j, nextJ - j);
            i = nextI;
            j = nextJ;
        }
    }

    int firstSize() {
        return first.length;
    }

    int secondSize() {
        return second.length;
    }
}
