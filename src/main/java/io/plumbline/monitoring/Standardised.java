package io.plumbline.monitoring;

import io.plumbline.stats.mix.KitagawaSplit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Takes the mix of categories out of comparisons of the overall rate, so that people asking differently
 * is not read as a model that changed (C15).
 */
public final class Standardised {

    private Standardised() {
    }

    /** The overall rate that the categories' current rates give at the baseline's mix, with the count that carries its variance. */
    public static Tally rate(Map<String, Tally> base, Map<String, Tally> current) {
        double total = 0;
        for (Map.Entry<String, Tally> entry : base.entrySet()) {
            if (!current.getOrDefault(entry.getKey(), Tally.NONE).isEmpty()) {
                total += entry.getValue().effectiveN();
            }
        }
        double rate = 0;
        double variance = 0;
        for (Map.Entry<String, Tally> entry : base.entrySet()) {
            Tally now = current.getOrDefault(entry.getKey(), Tally.NONE);
            if (total > 0 && !now.isEmpty()) {
                double share = entry.getValue().effectiveN() / total;
                double smoothed = (now.successes() + 0.5) / (now.trials() + 1.0);
                rate += share * now.rate();
                variance += share * share * smoothed * (1 - smoothed) / now.trials();
            }
        }
        long all = current.values().stream().reduce(Tally.NONE, Tally::plus).trials();
        if (total == 0 || all == 0) {
            return Tally.NONE;
        }
        double smoothed = (rate * all + 0.5) / (all + 1.0);
        long n = Math.max(1, Math.min(all, Math.round(smoothed * (1 - smoothed) / variance)));
        return Tally.of(n, Math.min(n, Math.round(rate * n)));
    }

    /** How much of the change of the overall rate the rates explain and how much the mix, with a test of the rates. */
    public static MixAndRate split(Map<String, Tally> base, Map<String, Tally> current) {
        List<String> categories = List.copyOf(new TreeSet<>(union(base, current)));
        double baseTotal = total(base);
        double currentTotal = total(current);
        if (baseTotal == 0 || currentTotal == 0) {
            return new MixAndRate(0, 0, 0, 1, List.of());
        }
        double[] baseShare = categories.stream().mapToDouble(c -> tally(base, c).effectiveN() / baseTotal).toArray();
        double[] share = categories.stream().mapToDouble(c -> tally(current, c).effectiveN() / currentTotal).toArray();
        double[] baseRate = categories.stream().mapToDouble(c -> tally(base, c).rate()).toArray();
        double[] rate = categories.stream().mapToDouble(c -> tally(current, c).rate()).toArray();
        KitagawaSplit split = KitagawaSplit.of(baseShare, baseRate, share, rate);
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            contributions.add(new Contribution(categories.get(i), split.rateByCategory()[i], split.mixByCategory()[i]));
        }
        contributions.sort(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.rate())));
        return new MixAndRate(split.total(), split.rate(), split.mix(), stratifiedP(base, current, categories), contributions);
    }

    /** Cochran (1954), "Some methods for strengthening the common χ² tests", Biometrics 10, section 6: difference of rates over strata. */
    private static double stratifiedP(Map<String, Tally> base, Map<String, Tally> current, List<String> categories) {
        double difference = 0;
        double variance = 0;
        for (String category : categories) {
            Tally before = tally(base, category);
            Tally after = tally(current, category);
            if (before.isEmpty() || after.isEmpty()) {
                continue;
            }
            double n0 = before.trials();
            double n1 = after.trials();
            double weight = n0 * n1 / (n0 + n1);
            double pooled = (before.successes() + after.successes()) / (n0 + n1);
            difference += weight * (after.rate() - before.rate());
            variance += weight * pooled * (1 - pooled);
        }
        return variance == 0 ? 1 : 2 * new NormalDistribution().cumulativeProbability(-Math.abs(difference) / Math.sqrt(variance));
    }

    private static TreeSet<String> union(Map<String, Tally> base, Map<String, Tally> current) {
        TreeSet<String> names = new TreeSet<>(base.keySet());
        names.addAll(current.keySet());
        return names;
    }

    private static Tally tally(Map<String, Tally> tallies, String category) {
        return tallies.getOrDefault(category, Tally.NONE);
    }

    private static double total(Map<String, Tally> tallies) {
        return tallies.values().stream().mapToDouble(Tally::effectiveN).sum();
    }
}
