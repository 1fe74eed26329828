package io.plumbline.stats.text;

import io.plumbline.stats.Argument;
import io.plumbline.stats.multiplicity.BenjaminiHochberg;
import io.plumbline.stats.proportion.FisherExactTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which n-grams stand in the flagged texts more often than in the rest, and is that more than chance? Texts are counted, not occurrences:
 * one long text cannot make a pattern.
 * Sources: lift: Brin et al. 1997, SIGMOD; Fisher's one-sided exact test of the 2 x 2 table of texts; Benjamini &amp; Hochberg 1995.
 *
 * @param nGram the n-gram
 * @param inFlagged flagged texts that hold it
 * @param inRest other texts that hold it
 * @param lift share of flagged texts that hold it over the share of all texts that do, zero or more
 * @param pValue one-sided p-value of "more often among the flagged"
 * @param adjusted the same adjusted over all n-grams tested
 */
public record NGramLift(String nGram, long inFlagged, long inRest, double lift, double pValue, double adjusted) {

    /**
     * @param flagged the n-grams of each flagged text, at least one text
     * @param rest the n-grams of each other text, at least one text
     * @param leastTexts n-grams in fewer texts than this are not tested, at least 1
     * @return smallest p-value first, then by lift and n-gram
     */
    public static List<NGramLift> of(List<Set<String>> flagged, List<Set<String>> rest, int leastTexts) {
        Argument.atLeast("flagged texts", 1, flagged.size());
        Argument.atLeast("other texts", 1, rest.size());
        Argument.atLeast("least texts", 1, leastTexts);
        Map<String, Long> inFlagged = texts(flagged);
        Map<String, Long> inRest = texts(rest);
        Set<String> all = new TreeSet<>(inFlagged.keySet());
        all.addAll(inRest.keySet());
        List<String> tested = new ArrayList<>();
        for (String nGram : all) {
            if (inFlagged.getOrDefault(nGram, 0L) + inRest.getOrDefault(nGram, 0L) >= leastTexts) {
                tested.add(nGram);
            }
        }
        double[] p = new double[tested.size()];
        for (int i = 0; i < p.length; i++) {
            long a = inFlagged.getOrDefault(tested.get(i), 0L);
            long c = inRest.getOrDefault(tested.get(i), 0L);
            p[i] = FisherExactTest.greater(a, flagged.size() - a, c, rest.size() - c);
        }
        double[] adjusted = BenjaminiHochberg.adjust(p);
        List<NGramLift> results = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            long a = inFlagged.getOrDefault(tested.get(i), 0L);
            long c = inRest.getOrDefault(tested.get(i), 0L);
            double lift = (double) a / flagged.size() / ((double) (a + c) / (flagged.size() + rest.size()));
            results.add(new NGramLift(tested.get(i), a, c, lift, p[i], adjusted[i]));
        }
        results.sort(Comparator.comparingDouble(NGramLift::pValue).thenComparing(Comparator.comparingDouble(NGramLift::lift).reversed())
            .thenComparing(NGramLift::nGram));
        return results;
    }

    private static Map<String, Long> texts(List<Set<String>> texts) {
        Map<String, Long> counts = new HashMap<>();
        for (Set<String> text : texts) {
            for (String nGram : text) {
                counts.merge(nGram, 1L, Long::sum);
            }
        }
        return counts;
    }
}
