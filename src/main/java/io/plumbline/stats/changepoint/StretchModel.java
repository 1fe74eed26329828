package io.plumbline.stats.changepoint;

/** What one stretch of a series between two changes looks like. */
public enum StretchModel {
    /** One level. */
    LEVEL(1) {
        @Override
        SegmentCost cost(double[] values, double[] weights) {
            return new MeanCost(values, weights);
        }

        @Override
        void fill(double[] values, double[] weights, int from, int to, double[] residuals) {
            double weight = 0;
            double sum = 0;
            for (int i = from; i < to; i++) {
                weight += weights[i];
                sum += weights[i] * values[i];
            }
            for (int i = from; i < to; i++) {
                residuals[i] = Math.sqrt(weights[i]) * (values[i] - sum / weight);
            }
        }
    },
    /** One straight line. */
    TREND(2) {
        @Override
        SegmentCost cost(double[] values, double[] weights) {
            return new TrendCost(values, weights);
        }

        @Override
        void fill(double[] values, double[] weights, int from, int to, double[] residuals) {
            double weight = 0;
            double time = 0;
            double sum = 0;
            for (int i = from; i < to; i++) {
                weight += weights[i];
                time += weights[i] * i;
                sum += weights[i] * values[i];
            }
            double aroundTime = 0;
            double together = 0;
            for (int i = from; i < to; i++) {
                aroundTime += weights[i] * (i - time / weight) * (i - time / weight);
                together += weights[i] * (i - time / weight) * (values[i] - sum / weight);
            }
            double slope = aroundTime > 0 ? together / aroundTime : 0;
            for (int i = from; i < to; i++) {
                residuals[i] = Math.sqrt(weights[i]) * (values[i] - sum / weight - slope * (i - time / weight));
            }
        }
    };

    private final int parameters;

    StretchModel(int parameters) {
        this.parameters = parameters;
    }

    /** @return parameters that one stretch needs */
    public int parameters() {
        return parameters;
    }

    abstract SegmentCost cost(double[] values, double[] weights);

    abstract void fill(double[] values, double[] weights, int from, int to, double[] residuals);

    /** @return standardised residuals (times the root of the weight) around the model of each stretch */
    double[] residuals(double[] values, double[] weights, int[] changePoints) {
        double[] residuals = new double[values.length];
        int from = 0;
        for (int change : changePoints) {
            fill(values, weights, from, change, residuals);
            from = change;
        }
        fill(values, weights, from, values.length, residuals);
        return residuals;
    }
}
