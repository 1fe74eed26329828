package io.plumbline.signals.anomaly;

import io.plumbline.domain.MeasuredRecord;
import io.plumbline.stats.anomaly.ParetoTail;
import io.plumbline.stats.proportion.FutureCount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What is ordinary on baseline days, and therefore what is not. Each signal is measured against the records of the same category and topic, or
 * of the same category where the topic is rare: how far beyond its median in units of its own spread, and how rare that is. The score of a
 * record is the surprise of its most surprising signal, with a little of the others. Days are dealt into folds; each part of the model learnt
 * from all folds but one and keeps the scores that it gave to the days of that one. A record's p-value counts, part by part, how many of those
 * are as high as the score it gets there, so that a level of 0.1 % flags 0.1 % of ordinary records of a new day (cross-conformal prediction;
 * Vovk 2015, Ann. Math. Artif. Intell. 74:9, with whole days in the folds).
 *
 * @param version     of the method
 * @param from        first baseline day
 * @param to          last baseline day
 * @param parts       one for each fold
 * @param level       share of ordinary records that is flagged
 * @param calibrated  records that the p-values rest on
 * @param dispersion  by how much counts of flags on days scatter more than chance; at least 1
 */
public record AnomalyModel(String version, LocalDate from, LocalDate to, List<Part> parts, double level, long calibrated, double dispersion) {

    public static final String NAME = "anomaly score";
    public static final String VERSION = "anomaly 2.0";
    static final String ANY = "";
    private static final int CAUSES = 4;
    /** Beyond this p-value nobody asks for it exactly. */
    private static final double FAR = 0.05;
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

    /** How many flags among so many ordinary records are no surprise, the scatter of the calibration and of days counted. */
    public FutureCount.Range expected(long records, double confidence) {
        return FutureCount.range(records, Math.max(1, Math.floor(level * (calibrated + 1))), calibrated, dispersion, confidence);
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

    /** Where a record is far from being flagged, its p-value is a lower bound and its causes are none. */
    public Score score(MeasuredRecord measured) {
        double[] vector = SignalVector.of(measured);
        double sum = 0;
        double p = 0;
        int asHigh = 0;
        for (Part part : parts) {
            double score = part.score(measured.record().category(), measured.topic(), vector);
            sum += score;
            asHigh += part.asHigh(score);
            p = (1.0 + asHigh) / (1.0 + calibrated);
            if (p > Math.max(level, FAR)) {
                return new Score(score, p, List.of());
            }
        }
        List<Cause> causes = parts.get(0).causes(measured.record().category(), measured.topic(), vector);
        return new Score(sum / parts.size(), p, List.copyOf(causes.subList(0, Math.min(CAUSES, causes.size()))));
    }

    /** Whether a record is flagged at the model's level. */
    public boolean isFlagged(Score score) {
        return score.pValue <= level;
    }

    /**
     * What all folds but one say is ordinary.
     *
     * @param names   names of the signals
     * @param groups  per category and topic, per category, and {@link #ANY} over all: what is usual of each signal
     * @param tails   per signal: tail above and tail below
     * @param highest highest scores of the days of the fold left out, descending
     */
    public record Part(List<String> names, Map<String, List<Usual>> groups, List<Tails> tails, double[] highest) {

        /** Name of the group of records of one category and topic. */
        static String group(String category, String topic) {
            return category + '\n' + topic;
        }

        List<Usual> usual(String category, String topic) {
            List<Usual> own = groups.get(group(category, topic));
            return own != null ? own : groups.getOrDefault(category, groups.get(ANY));
        }

        int asHigh(double score) {
            int asHigh = 0;
            while (asHigh < highest.length && highest[asHigh] >= score) {
                asHigh++;
            }
            return asHigh;
        }

        double score(String category, String topic, double[] vector) {
            List<Usual> own = usual(category, topic);
            double highestSurprise = 0;
            double all = 0;
            for (int i = 0; i < names.size() && i < vector.length; i++) {
                Usual usual = own.get(i);
                if (!Double.isNaN(vector[i]) && !Double.isNaN(usual.median)) {
                    double surprise = surprise(i, usual, vector[i]);
                    highestSurprise = Math.max(highestSurprise, surprise);
                    all += surprise;
                }
            }
            return highestSurprise + OTHERS * (all - highestSurprise);
        }

        /** Every signal that was measured, most surprising first. */
        List<Cause> causes(String category, String topic, double[] vector) {
            List<Usual> own = usual(category, topic);
            List<Cause> causes = new ArrayList<>();
            for (int i = 0; i < names.size() && i < vector.length; i++) {
                Usual usual = own.get(i);
                if (!Double.isNaN(vector[i]) && !Double.isNaN(usual.median)) {
                    causes.add(new Cause(names.get(i), vector[i], unscaled(usual.median), surprise(i, usual, vector[i])));
                }
            }
            causes.sort(Comparator.comparingDouble(Cause::surprise).reversed());
            return causes;
        }

        private double surprise(int i, Usual usual, double value) {
            double distance = SignalVector.scaled(value) - usual.median;
            return distance >= 0 ? tails.get(i).above.surprise(distance / usual.up) : tails.get(i).below.surprise(-distance / usual.down);
        }

        private static double unscaled(double value) {
            return value > 1 ? Math.exp(value - 1) : value;
        }
    }
}
