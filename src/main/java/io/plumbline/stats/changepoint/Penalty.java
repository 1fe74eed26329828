package io.plumbline.stats.changepoint;

/** Published prices of one change point, as multiples of what a change adds to the model. */
public enum Penalty {
    /** Yao (1988): (parameters + 1) log n. */
    BIC {
        @Override
        public double of(int size, int parameters) {
            return (parameters + 1) * Math.log(size);
        }
    },
    /** Zhang &amp; Siegmund (2007): (parameters + 2) log n, together with {@link ModifiedBicCost}. */
    MBIC {
        @Override
        public double of(int size, int parameters) {
            return (parameters + 2) * Math.log(size);
        }
    },
    /** Akaike: 2 (parameters + 1). */
    AIC {
        @Override
        public double of(int size, int parameters) {
            return 2.0 * (parameters + 1);
        }
    },
    /** Hannan &amp; Quinn: 2 (parameters + 1) log log n. */
    HANNAN_QUINN {
        @Override
        public double of(int size, int parameters) {
            return 2 * (parameters + 1) * Math.log(Math.log(size));
        }
    };

    /**
     * @param size points in the series, at least 3
     * @param parameters parameters that one more segment adds: 1 for a mean or a rate, 2 for mean and variance
     * @return the penalty on the scale of twice the negative log-likelihood
     */
    public abstract double of(int size, int parameters);
}
