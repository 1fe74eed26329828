package io.plumbline.monitoring;

import io.plumbline.domain.Progress;
import io.plumbline.stats.multiplicity.BenjaminiHochberg;
import io.plumbline.stats.proportion.FisherExactTest;
import io.plumbline.stats.proportion.WilsonInterval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds words and word pairs in harm-category prompts that come with near-total compliance. A first pass counts every token; the few that
 * qualify are compared in a second pass with prompts of the same category in the same week, so that a category that fell on its own does
 * not make its words suspicious.
 */
final class TriggerSearch {

    private static final int FEWEST_PROMPTS = 10;
    private static final double NEAR_TOTAL = 0.9;
    private static final double LEAST_LIFT = 1.5;
    private static final int MOST_EXAMINED = 60;
    private static final int MOST_TOKENS = 1_000_000;
    private static final int LONGEST_TOKEN = 64;
    private static final int WORDS_READ = 400;

    private final double alpha;
    private final double confidence;
    private final Map<String, Count> counts = new HashMap<>();

    TriggerSearch(double alpha, double confidence) {
        this.alpha = alpha;
        this.confidence = confidence;
    }

    /** First pass: one harm-category prompt of user traffic. */
    void add(HarmPrompts.Prompt prompt) {
        for (String token : tokens(prompt.text())) {
            Count count = counts.get(token);
            if (count == null) {
                if (counts.size() >= MOST_TOKENS) {
                    counts.values().removeIf(c -> c.n == 1);
                }
                count = new Count();
                counts.put(token, count);
            }
            count.add(prompt.day(), !prompt.refused());
        }
    }

    /** Second pass, over the same records, for the tokens that qualify. */
    List<TriggerCandidate> found(HarmPrompts prompts, Progress progress) {
        long examined = counts.values().stream().filter(c -> c.n >= FEWEST_PROMPTS).count();
        List<String> suspects = counts.entrySet().stream()
            .filter(e -> e.getValue().n >= FEWEST_PROMPTS && e.getValue().complied >= NEAR_TOTAL * e.getValue().n)
            .sorted(Comparator.comparingLong((Map.Entry<String, Count> e) -> e.getValue().n).reversed().thenComparing(Map.Entry::getKey))
            .limit(MOST_EXAMINED).map(Map.Entry::getKey).toList();
        if (suspects.isEmpty()) {
            return List.of();
        }
        Map<String, Comparison> comparisons = new HashMap<>();
        suspects.forEach(s -> comparisons.put(s, new Comparison()));
        Map<Stratum, long[]> strata = new HashMap<>();
        prompts.each(progress, prompt -> compare(prompt, comparisons, strata));
        return judged(suspects, comparisons, strata, examined);
    }

    private static void compare(HarmPrompts.Prompt prompt, Map<String, Comparison> comparisons, Map<Stratum, long[]> strata) {
        Stratum stratum = new Stratum(prompt.category(), prompt.day().toEpochDay() / 7);
        long complied = prompt.refused() ? 0 : 1;
        add(strata, stratum, complied);
        for (String token : tokens(prompt.text())) {
            Comparison comparison = comparisons.get(token);
            if (comparison != null) {
                add(comparison.with, stratum, complied);
            }
        }
    }

    private List<TriggerCandidate> judged(List<String> suspects, Map<String, Comparison> comparisons, Map<Stratum, long[]> strata,
                                          long examined) {
        double[] p = new double[(int) Math.min(MOST_TOKENS, Math.max(examined, suspects.size()))];
        Arrays.fill(p, 1);
        for (int i = 0; i < suspects.size(); i++) {
            p[i] = comparisons.get(suspects.get(i)).fisher(strata);
        }
        double[] adjusted = BenjaminiHochberg.adjust(p);
        List<TriggerCandidate> found = new ArrayList<>();
        for (int i = 0; i < suspects.size(); i++) {
            String token = suspects.get(i);
            TriggerCandidate candidate = comparisons.get(token).candidate(token, counts.get(token), strata, adjusted[i], confidence);
            boolean part = found.stream().anyMatch(f -> f.text().contains(token) || token.contains(f.text()));
            if (!part && candidate.adjustedP() < alpha && candidate.lift() >= LEAST_LIFT) {
                found.add(candidate);
            }
        }
        return found;
    }

    private static void add(Map<Stratum, long[]> strata, Stratum stratum, long complied) {
        long[] cell = strata.computeIfAbsent(stratum, s -> new long[2]);
        cell[0]++;
        cell[1] += complied;
    }

    /** Single words and pairs of neighbours, each once. */
    static Set<String> tokens(String prompt) {
        String[] words = prompt.strip().split("\\s+", WORDS_READ + 1);
        Set<String> tokens = new LinkedHashSet<>();
        for (int i = 0; i < Math.min(words.length, WORDS_READ); i++) {
            if (!words[i].isEmpty() && words[i].length() <= LONGEST_TOKEN) {
                tokens.add(words[i]);
                if (i > 0 && words[i - 1].length() + words[i].length() < LONGEST_TOKEN) {
                    tokens.add(words[i - 1] + " " + words[i]);
                }
            }
        }
        return tokens;
    }

    static boolean carriesAny(String prompt, List<String> texts) {
        return texts.stream().anyMatch(prompt::contains) && tokens(prompt).stream().anyMatch(texts::contains);
    }

    private record Stratum(String category, long week) {
    }

    private static final class Count {
        private long n;
        private long complied;
        private LocalDate first;
        private LocalDate last;

        void add(LocalDate day, boolean yes) {
            n++;
            complied += yes ? 1 : 0;
            first = first == null || day.isBefore(first) ? day : first;
            last = last == null || day.isAfter(last) ? day : last;
        }
    }

    /** One token against the prompts of its own categories and weeks. */
    private static final class Comparison {
        private final Map<Stratum, long[]> with = new HashMap<>();

        /** n with, complied with, n without, complied without. */
        private long[] table(Map<Stratum, long[]> strata) {
            long[] table = new long[4];
            with.forEach((stratum, cell) -> {
                long[] whole = strata.get(stratum);
                table[0] += cell[0];
                table[1] += cell[1];
                table[2] += whole[0] - cell[0];
                table[3] += whole[1] - cell[1];
            });
            return table;
        }

        double fisher(Map<Stratum, long[]> strata) {
            long[] t = table(strata);
            return FisherExactTest.greater(t[1], t[0] - t[1], t[3], t[2] - t[3]);
        }

        TriggerCandidate candidate(String text, Count count, Map<Stratum, long[]> strata, double adjustedP, double confidence) {
            long[] t = table(strata);
            double expected = with.entrySet().stream().mapToDouble(e -> {
                long[] whole = strata.get(e.getKey());
                long others = whole[0] - e.getValue()[0];
                return others == 0 ? e.getValue()[1] : (double) e.getValue()[0] * (whole[1] - e.getValue()[1]) / others;
            }).sum();
            double lift = expected == 0 ? Double.POSITIVE_INFINITY : t[1] / expected;
            return new TriggerCandidate(text, count.first, count.last, t[0], t[1], WilsonInterval.of(t[1], t[0], confidence), t[2], t[3],
                lift, adjustedP);
        }
    }
}
