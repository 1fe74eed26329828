package io.plumbline.monitoring;

import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.NewcombeInterval;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A day on which a metric began to behave differently.
 *
 * @param date       first day of the new segment
 * @param earliest   earliest day that the bootstrap interval admits
 * @param latest     latest day that it admits
 * @param before     value of the metric between the change point before and this one
 * @param after      value of the metric between this change point and the next
 * @param beforeN    effective records before
 * @param afterN     effective records after
 * @param difference interval of after − before, on the rate that was segmented
 * @param lastDay    last day of the segment after
 * @param statistic  likelihood-ratio statistic (−2 log Λ) of one level against two
 * @param pValue     probability of such a statistic, maximised over the day, without a change
 * @param adjustedP  the same after Holm's adjustment over all series
 * @param holds      true where the adjusted p supports it; the others are shown dotted and raise no finding
 * @param cusumAlarm day on which a tabular CUSUM against the level before gave the alarm, where it did
 */
public record ChangePoint(LocalDate date, LocalDate earliest, LocalDate latest, double before, double after, long beforeN, long afterN,
                          Interval difference, LocalDate lastDay, double statistic, double pValue, double adjustedP, boolean holds,
                          Optional<LocalDate> cusumAlarm) {

    public boolean fell() {
        return after < before;
    }

    /** Change of the metric in parts of the level before. */
    public double relative() {
        return (after - before) / before;
    }

    /** The same day with the rates of these records. */
    ChangePoint stated(Tally all, Tally then, double confidence) {
        return all.isEmpty() || then.isEmpty() ? this : new ChangePoint(date, earliest, latest, all.rate(), then.rate(), all.trials(),
            then.trials(), NewcombeInterval.of(all.successes(), all.trials(), then.successes(), then.trials(), confidence), lastDay, statistic,
            pValue, adjustedP, holds, cusumAlarm);
    }

    ChangePoint valued(double was, double is) {
        return new ChangePoint(date, earliest, latest, was, is, beforeN, afterN, difference, lastDay, statistic, pValue, adjustedP, holds,
            cusumAlarm);
    }

    ChangePoint judged(double adjusted, boolean supported) {
        return new ChangePoint(date, earliest, latest, before, after, beforeN, afterN, difference, lastDay, statistic, pValue, adjusted,
            supported, cusumAlarm);
    }
}
