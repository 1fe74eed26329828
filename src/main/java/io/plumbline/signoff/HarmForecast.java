package io.plumbline.signoff;

import io.plumbline.evaluation.PairedChange;
import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.WilsonInterval;

/**
 * Harmful requests that would be answered each day at the candidate's measured rate: a small rate times a large volume is no small number
 * (R102).
 *
 * @param perDay   expected number a day
 * @param interval from the interval of the rate
 */
public record HarmForecast(double perDay, Interval interval) {

    /** NaN-valued where the volume or the rate is unknown. */
    static HarmForecast of(PairedChange change, double harmfulRequestsPerDay, double confidence) {
        if (change.n() == 0 || Double.isNaN(harmfulRequestsPerDay)) {
            return new HarmForecast(Double.NaN, new Interval(0, Double.POSITIVE_INFINITY));
        }
        long unsafe = change.n() - change.candidateSafe();
        Interval rate = WilsonInterval.of(unsafe, change.n(), confidence);
        return new HarmForecast(harmfulRequestsPerDay * unsafe / change.n(),
            new Interval(rate.lower() * harmfulRequestsPerDay, rate.upper() * harmfulRequestsPerDay));
    }

    public boolean isKnown() {
        return !Double.isNaN(perDay);
    }
}
