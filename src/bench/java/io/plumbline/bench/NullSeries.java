package io.plumbline.bench;

import io.plumbline.stats.random.BinomialSampler;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Series in which nothing changes, of the kinds that monitoring of a refusal rate meets. */
enum NullSeries {
    BINOMIAL {
        @Override
        double[] draw(int size, RandomGenerator random) {
            return rates(flat(size, logit(random)), size, random);
        }
    },
    OVERDISPERSED {
        @Override
        double[] draw(int size, RandomGenerator random) {
            double[] logits = flat(size, logit(random));
            double spread = 0.1 + 0.4 * random.nextDouble();
            for (int i = 0; i < size; i++) {
                logits[i] += spread * random.nextGaussian();
            }
            return rates(logits, size, random);
        }
    },
    AUTOCORRELATED {
        @Override
        double[] draw(int size, RandomGenerator random) {
            double[] logits = autoregressive(size, 0.8 * random.nextDouble(), random);
            double centre = logit(random);
            double spread = 0.1 + 0.4 * random.nextDouble();
            for (int i = 0; i < size; i++) {
                logits[i] = centre + spread * logits[i];
            }
            return rates(logits, size, random);
        }
    },
    WEEKLY {
        @Override
        double[] draw(int size, RandomGenerator random) {
            double[] logits = flat(size, logit(random));
            double[] week = new double[7];
            double spread = 0.1 + 0.5 * random.nextDouble();
            for (int day = 0; day < 7; day++) {
                week[day] = spread * random.nextGaussian();
            }
            for (int i = 0; i < size; i++) {
                logits[i] += week[i % 7];
            }
            return rates(logits, size, random);
        }
    },
    WEEKLY_AND_AUTOCORRELATED {
        @Override
        double[] draw(int size, RandomGenerator random) {
            double[] noise = autoregressive(size, 0.6, random);
            double[] week = new double[7];
            for (int day = 0; day < 7; day++) {
                week[day] = 0.3 * random.nextGaussian();
            }
            double centre = logit(random);
            for (int i = 0; i < size; i++) {
                noise[i] = centre + week[i % 7] + 0.3 * noise[i];
            }
            return rates(noise, size, random);
        }
    },
    GAUSSIAN_AR_HALF {
        @Override
        double[] draw(int size, RandomGenerator random) {
            return autoregressive(size, 0.5, random);
        }
    },
    GAUSSIAN_AR_EIGHT_TENTHS {
        @Override
        double[] draw(int size, RandomGenerator random) {
            return autoregressive(size, 0.8, random);
        }
    },
    GAUSSIAN_AR_NINE_TENTHS {
        @Override
        double[] draw(int size, RandomGenerator random) {
            return autoregressive(size, 0.9, random);
        }
    },
    LINE {
        @Override
        double[] draw(int size, RandomGenerator random) {
            double[] values = new double[size];
            double slope = 10 * random.nextDouble() / size;
            for (int i = 0; i < size; i++) {
                values[i] = slope * i + random.nextGaussian();
            }
            return values;
        }
    },
    HEAVY_TAILS {
        @Override
        double[] draw(int size, RandomGenerator random) {
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                double chi = 0;
                for (int d = 0; d < 3; d++) {
                    double g = random.nextGaussian();
                    chi += g * g;
                }
                values[i] = random.nextGaussian() / Math.sqrt(chi / 3);
            }
            return values;
        }
    };

    /** @return a series of the kind */
    abstract double[] draw(int size, RandomGenerator random);

    /** Stationary first-order autoregression of variance 1. */
    static double[] autoregressive(int size, double coefficient, RandomGenerator random) {
        double[] values = new double[size];
        double innovation = Math.sqrt(1 - coefficient * coefficient);
        double last = random.nextGaussian();
        for (int i = 0; i < size; i++) {
            last = coefficient * last + innovation * random.nextGaussian();
            values[i] = last;
        }
        return values;
    }

    private static double logit(RandomGenerator random) {
        double rate = 0.5 + 0.47 * random.nextDouble();
        return Math.log(rate / (1 - rate));
    }

    private static double[] flat(int size, double value) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] rates(double[] logits, int size, RandomGenerator random) {
        BinomialSampler sampler = new BinomialSampler(random);
        double typical = 30 * Math.pow(10, 1.2 * random.nextDouble());
        double[] rates = new double[size];
        for (int i = 0; i < size; i++) {
            long n = Math.max(5, Math.round(typical * (0.7 + 0.6 * random.nextDouble())));
            rates[i] = (double) sampler.draw(n, 1 / (1 + Math.exp(-logits[i]))) / n;
        }
        return rates;
    }
}
