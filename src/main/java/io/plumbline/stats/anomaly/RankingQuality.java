package io.plumbline.stats.anomaly;

import io.plumbline.stats.Argument;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How well scores rank marked records above the others. Sources: Hanley &amp; McNeil 1982, Radiology 143:29; Manning, Raghavan &amp;
 * Schütze 2008, section 8.4.
 */
public final class RankingQuality {

    private RankingQuality() {
    }

    /**
     * Area under the receiver operating characteristic: the probability that a marked record scores higher than another, ties counting
     * half.
     *
     * @param scores one for each record, no NaN
     * @param marked at least one true and one false
     * @return in [0, 1]; 0.5 for chance
     */
    public static double areaUnderCurve(double[] scores, boolean[] marked) {
        int[] order = descending(scores, marked);
        double wins = 0;
        long positives = 0;
        for (int from = 0; from < order.length;) {
            int to = from;
            int positivesHere = 0;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                positivesHere += marked[order[to++]] ? 1 : 0;
            }
            long negativesHere = to - from - positivesHere;
            wins += negativesHere * (positives + positivesHere / 2.0);
            positives += positivesHere;
            from = to;
        }
        return wins / ((double) positives * (order.length - positives));
    }

    /** Average precision: the mean, over marked records, of the share of marked ones among all that score at least as high. */
    public static double averagePrecision(double[] scores, boolean[] marked) {
        int[] order = descending(scores, marked);
        double sum = 0;
        long positives = 0;
        for (int from = 0; from < order.length;) {
            int to = from;
            int positivesHere = 0;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                positivesHere += marked[order[to++]] ? 1 : 0;
            }
            positives += positivesHere;
            sum += positivesHere * ((double) positives / to);
            from = to;
        }
        return sum / positives;
    }

    private static int[] descending(double[] scores, boolean[] marked) {
        Argument.sameLength("scores and marks", scores.length, marked.length);
        long positives = IntStream.range(0, marked.length).filter(i -> marked[i]).count();
        if (positives == 0 || positives == marked.length) {
            throw new IllegalArgumentException("a ranking needs marked and other records");
        }
        for (double score : scores) {
            if (Double.isNaN(score)) {
                throw new IllegalArgumentException("a score is missing (NaN)");
            }
        }
        return IntStream.range(0, scores.length).boxed().sorted(Comparator.comparingDouble(i -> -scores[i]))
            .mapToInt(Integer::intValue).toArray();
    }
}
