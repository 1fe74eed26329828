package io.plumbline.signals.anomaly;

import io.plumbline.domain.MeasuredRecord;
import io.plumbline.stats.anomaly.ParetoTail;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What is ordinary on baseline days, and therefore what is not. Each signal is measured against the records of the same category: how far
 * beyond its median in units of its own spread, and how rare that is. The score of a record is the surprise of its most surprising signal,
 * with a little of the others; its p-value comes from baseline records kept apart, so that a level of 0.1 % flags 0.1 % of ordinary records (split conformal; Vovk,
 * Gammerman &amp; Shafer 2005; Bates et al. 2023, Ann. Stat. 51:149).
 *
 * @param version     of the method
 * @param from        first baseline day
 * @param to          last baseline day
 * @param names       names of the signals
 * @param groups      per category, and {@link #ANY} over all: what is usual of each signal
 * @param tails       per signal: tail above and tail below
 * @param level       share of ordinary records that is flagged
 * @param trained     records that the usual was taken from
 * @param calibrated  records that the p-values rest on
 * @param highest     highest scores of these, descending
 * @param check       what happened on baseline days that were held back from both
 */
public record AnomalyModel(String version, LocalDate from, LocalDate to, List<String> names, Map<String, List<Usual>> groups,
                           List<Tails> tails, double level, long trained, long calibrated, double[] highest, Check check) {

    public static final String NAME = "anomaly score";
    public static final String VERSION = "anomaly 1.0";
    static final String ANY = "";
    private static final int CAUSES = 4;
    /** What the other signals add: enough to tell records apart that are alike in the most surprising one. */
    private static final double OTHERS = 0.05;

    /** Median, and spread above and below it; all NaN where the group has no value of the signal. */
    public record Usual(double median, double up, double down) {
    }

    /** How rare a distance above or below the median is. */
    public record Tails(ParetoTail above, ParetoTail below) {
    }

    /**
     * Baseline days that neither trained nor calibrated.
     *
     * @param records records of user traffic on them
     * @param flagged flagged among these
     */
    public record Check(LocalDate from, LocalDate to, long records, long flagged) {
    }

    /**
     * One signal of a record that is unusual.
     *
     * @param signal   its name
     * @param value    value of the record
     * @param usual    median of the same category on baseline days
     * @param surprise minus the logarithm of the chance of a value so far out
     */
    public record Cause(String signal, double value, double usual, double surprise) {
    }

    /**
     * How unusual a record is.
     *
     * @param score  surprise of the most surprising signal, with a little of the others
     * @param pValue conformal p-value
     * @param causes most surprising signals first
     */
    public record Score(double score, double pValue, List<Cause> causes) {
    }

    public Score score(MeasuredRecord measured) {
        double[] vector = SignalVector.of(measured);
        List<Cause> causes = new ArrayList<>();
        double score = score(measured.record().category(), vector, causes);
        causes.sort(Comparator.comparingDouble(Cause::surprise).reversed());
        return new Score(score, pValue(score), List.copyOf(causes.subList(0, Math.min(CAUSES, causes.size()))));
    }

    /** Whether a record is flagged at the model's level. */
    public boolean isFlagged(Score score) {
        return score.pValue <= level;
    }

    /** {@code (1 + calibration scores that are as high) / (1 + calibration scores)}, exact among the highest. */
    double pValue(double score) {
        int asHigh = 0;
        while (asHigh < highest.length && highest[asHigh] >= score) {
            asHigh++;
        }
        return (1.0 + asHigh) / (1.0 + calibrated);
    }

    double score(String category, double[] vector, List<Cause> causes) {
        List<Usual> own = groups.getOrDefault(category, groups.get(ANY));
        double highestSurprise = 0;
        double all = 0;
        for (int i = 0; i < names.size() && i < vector.length; i++) {
            Usual usual = own.get(i);
            if (Double.isNaN(vector[i]) || Double.isNaN(usual.median)) {
                continue;
            }
            double surprise = surprise(i, usual, vector[i]);
            highestSurprise = Math.max(highestSurprise, surprise);
            all += surprise;
            causes.add(new Cause(names.get(i), vector[i], unscaled(usual.median), surprise));
        }
        return highestSurprise + OTHERS * (all - highestSurprise);
    }

    private double surprise(int i, Usual usual, double value) {
        double distance = SignalVector.scaled(value) - usual.median;
        return distance >= 0 ? tails.get(i).above.surprise(distance / usual.up) : tails.get(i).below.surprise(-distance / usual.down);
    }

    private static double unscaled(double value) {
        return value > 1 ? Math.exp(value - 1) : value;
    }
}
