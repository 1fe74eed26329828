package io.plumbline.stats.text;

import io.plumbline.stats.Argument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which words mark one set of texts against all: the log odds ratio of a word, drawn towards 0 by a Dirichlet prior and divided by its
 * standard error, so that rare words do not win by accident.
 * Source: Monroe, Colaresi &amp; Quinn 2008, Polit. Anal. 16:372, eqs. 15, 16 and 18 to 22; each set is compared with all sets together and
 * the prior is added where the set has the word, as R's tidylo does.
 *
 * @param set number of the set, from 0
 * @param word the word
 * @param count how often the set has it
 * @param logOdds log odds ratio of the word in the set against all sets
 * @param z the log odds ratio over its standard error
 */
public record WeightedLogOdds(int set, String word, long count, double logOdds, double z) {

    /** The informative prior: a word counts beforehand as often as it occurs in all sets. */
    public static List<WeightedLogOdds> informative(List<Map<String, Long>> sets) {
        Map<String, Long> all = totals(sets);
        return of(sets, word -> all.get(word));
    }

    /** The flat prior: every word counts beforehand {@code weight} times. */
    public static List<WeightedLogOdds> uninformative(List<Map<String, Long>> sets, double weight) {
        Argument.positive("weight", weight);
        return of(sets, word -> weight);
    }

    /**
     * The z-score of one word between two sets, each shifted by the same informative prior.
     * Source: Monroe, Colaresi &amp; Quinn 2008, eqs. 16, 20 and 22 (for two groups, with the approximate variance).
     *
     * @param first how often the first set has the word
     * @param firstSize words of the first set
     * @param second how often the second set has it
     * @param secondSize words of the second set
     * @param prior how often the word counts beforehand, above 0
     * @param priorSize how often all words together count beforehand
     */
    public static double between(double first, double firstSize, double second, double secondSize, double prior, double priorSize) {
        double a = first + prior;
        double b = second + prior;
        double difference = Math.log(a / (firstSize + priorSize - a)) - Math.log(b / (secondSize + priorSize - b));
        return difference / Math.sqrt(1 / a + 1 / b);
    }

    private interface Prior {
        double of(String word);
    }

    /** One result for each word of each set, the most telling first (largest |z|), then by set and word. */
    private static List<WeightedLogOdds> of(List<Map<String, Long>> sets, Prior prior) {
        Argument.atLeast("number of sets", 2, sets.size());
        totals(sets);
        Map<String, Double> weight = new HashMap<>();
        double[] size = new double[sets.size()];
        double all = 0;
        for (int i = 0; i < size.length; i++) {
            for (Map.Entry<String, Long> entry : sets.get(i).entrySet()) {
                double y = entry.getValue() + prior.of(entry.getKey());
                size[i] += y;
                all += y;
                weight.merge(entry.getKey(), y, Double::sum);
            }
        }
        List<WeightedLogOdds> results = new ArrayList<>();
        for (int i = 0; i < size.length; i++) {
            for (Map.Entry<String, Long> entry : sets.get(i).entrySet()) {
                double y = entry.getValue() + prior.of(entry.getKey());
                double everywhere = weight.get(entry.getKey());
                double logOdds = Math.log(y / (size[i] - y)) - Math.log(everywhere / (all - everywhere));
                results.add(new WeightedLogOdds(i, entry.getKey(), entry.getValue(), logOdds, logOdds / Math.sqrt(1 / y + 1 / everywhere)));
            }
        }
        results.sort(Comparator.comparingDouble((WeightedLogOdds result) -> -Math.abs(result.z))
            .thenComparingInt(WeightedLogOdds::set).thenComparing(WeightedLogOdds::word));
        return results;
    }

    private static Map<String, Long> totals(List<Map<String, Long>> sets) {
        Map<String, Long> totals = new HashMap<>();
        for (Map<String, Long> set : sets) {
            if (set.size() < 2) {
                throw new IllegalArgumentException("every set needs at least two different words");
            }
            set.forEach((word, count) -> totals.merge(word, Argument.count("a count", count), Math::addExact));
        }
        totals.forEach((word, total) -> {
            if (total == 0) {
                throw new IllegalArgumentException("a word that no set has: " + word);
            }
        });
        return totals;
    }
}
