package io.plumbline.signals.trigger;

import io.plumbline.stats.multiplicity.BenjaminiHochberg;
import io.plumbline.stats.proportion.WilsonInterval;
import io.plumbline.stats.text.WeightedLogOdds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds texts in harm-category prompts whose presence makes the model comply. A first pass counts every run of one to
 * {@value #LONGEST_GRAM} atoms in bounded memory; those that mark complied prompts by their weighted log-odds are looked at in a second
 * pass and compared with prompts of the same category in the same week, so that a category that fell on its own does not make its words
 * suspicious. What is found explains its prompts: the next candidate has to show itself in the rest, so one trigger is one candidate and
 * not a dozen pieces of it.
 */
public final class TriggerSearch {

    private static final int LONGEST_GRAM = 6;
    private static final int MOST_GRAMS = 1_000_000;
    private static final int MOST_SUSPECTS = 1_500;
    private static final int MOST_POSTINGS = 6_000_000;
    private static final int MOST_CANDIDATES = 20;
    private static final double LEAST_Z = 2;

    private final Limits limits;
    private final NGramTally tally;
    private final RepeatFilter firstPass = new RepeatFilter();
    private final RepeatFilter secondPass = new RepeatFilter();
    private final ComparedPrompts prompts = new ComparedPrompts();
    private final Map<Long, Suspect> suspects = new HashMap<>();
    private boolean chosen;
    private long examined;

    /**
     * What counts as found.
     *
     * @param fewestPrompts an n-gram in fewer prompts is not examined
     * @param leastLift     smallest lift of a candidate
     * @param alpha         level of the adjusted p-value
     * @param confidence    level of the interval shown with it
     */
    public record Limits(int fewestPrompts, double leastLift, double alpha, double confidence) {
    }

    public TriggerSearch(Limits limits) {
        this(limits, MOST_GRAMS);
    }

    TriggerSearch(Limits limits, int mostGrams) {
        this.limits = limits;
        tally = new NGramTally(mostGrams);
    }

    /** First pass: one harm-category prompt of user traffic. */
    public void add(HarmPrompt prompt) {
        if (!firstPass.isFirst(prompt)) {
            return;
        }
        Atoms atoms = Atoms.of(prompt.text());
        long[] hashes = new long[atoms.size() * LONGEST_GRAM];
        int found = 0;
        for (int from = 0; from < atoms.size(); from++) {
            for (int to = from; to < atoms.reach(from, LONGEST_GRAM); to++) {
                hashes[found++] = atoms.hash(from, to);
            }
        }
        Arrays.sort(hashes, 0, found);
        for (int i = 0; i < found; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                tally.add(hashes[i], !prompt.refused());
            }
        }
    }

    /** Second pass: the same prompts in the same order. */
    public void compare(HarmPrompt prompt) {
        if (!chosen) {
            chosen = true;
            choose();
        }
        boolean first = secondPass.isFirst(prompt);
        int number = first ? prompts.add(prompt) : -1;
        if (suspects.isEmpty()) {
            return;
        }
        Atoms atoms = Atoms.of(prompt.text());
        TreeSet<Long> seen = new TreeSet<>();
        for (int from = 0; from < atoms.size(); from++) {
            for (int to = from; to < atoms.reach(from, LONGEST_GRAM); to++) {
                long hash = atoms.hash(from, to);
                Suspect suspect = suspects.get(hash);
                if (suspect != null && seen.add(hash)) {
                    suspect.record();
                    if (first) {
                        suspect.prompt(number, prompt.text(), from, to);
                    }
                }
            }
        }
    }

    /** Number of n-grams that the adjustment counts. */
    public long examined() {
        return examined;
    }

    /** The candidates, strongest first. */
    public List<TriggerCandidate> found() {
        List<TriggerCandidate> found = new ArrayList<>();
        List<Suspect> left = new ArrayList<>(suspects.values().stream().filter(s -> s.prompts().size() >= limits.fewestPrompts()).toList());
        while (!left.isEmpty() && found.size() < MOST_CANDIDATES) {
            prompts.count();
            List<Judged> judged = judge(left);
            if (judged.isEmpty()) {
                break;
            }
            Judged best = judged.get(0);
            List<Judged> same = judged.stream().filter(j -> isSame(best.suspect, j.suspect)).toList();
            found.add(candidate(best, same));
            prompts.explain(best.suspect.prompts());
            same.forEach(j -> prompts.explain(j.suspect.prompts()));
            left.removeAll(same.stream().map(Judged::suspect).toList());
        }
        return found;
    }

    private void choose() {
        long[] words = new long[2];
        tally.each((key, n, complied) -> {
            words[0] += complied;
            words[1] += n - complied;
            examined += n >= limits.fewestPrompts() ? 1 : 0;
        });
        if (words[0] == 0 || words[1] == 0) {
            return;
        }
        double priorSize = Math.min(words[0], words[1]);
        double scale = priorSize / (words[0] + words[1]);
        List<Ranked> ranked = new ArrayList<>();
        tally.each((key, n, complied) -> {
            if (n + tally.lost() >= limits.fewestPrompts()) {
                double z = WeightedLogOdds.between(complied, words[0], n - complied, words[1], n * scale, priorSize);
                if (z >= LEAST_Z) {
                    ranked.add(new Ranked(key, n, z));
                }
            }
        });
        ranked.sort(Comparator.comparingDouble((Ranked r) -> -r.z).thenComparingLong(Ranked::key));
        long postings = 0;
        for (Ranked r : ranked) {
            if (suspects.size() == MOST_SUSPECTS || postings + r.n > MOST_POSTINGS) {
                break;
            }
            postings += r.n;
            suspects.put(r.key, new Suspect(r.z));
        }
    }

    /** Those that hold, strongest first. */
    private List<Judged> judge(List<Suspect> left) {
        double[] p = new double[(int) Math.min(MOST_GRAMS, Math.max(examined, left.size()))];
        Arrays.fill(p, 1);
        ComparedPrompts.Comparison[] comparisons = new ComparedPrompts.Comparison[left.size()];
        for (int i = 0; i < comparisons.length; i++) {
            comparisons[i] = prompts.compare(left.get(i).prompts());
            p[i] = comparisons[i].n() < limits.fewestPrompts() ? 1 : comparisons[i].pValue();
        }
        double[] adjusted = BenjaminiHochberg.adjust(p);
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < comparisons.length; i++) {
            if (adjusted[i] < limits.alpha() && comparisons[i].lift() >= limits.leastLift()) {
                judged.add(new Judged(left.get(i), comparisons[i], p[i], adjusted[i]));
            }
        }
        judged.sort(Comparator.comparingDouble(Judged::pValue).thenComparing(Comparator.comparingLong((Judged j) -> j.comparison.n()).reversed())
            .thenComparing(j -> j.suspect.text()));
        return judged;
    }

    /** Whether two n-grams stand in the same prompts, but for one in twenty. */
    private static boolean isSame(Suspect best, Suspect other) {
        return ComparedPrompts.covered(best.prompts(), other.prompts()) >= 0.95
            && ComparedPrompts.covered(other.prompts(), best.prompts()) >= 0.95;
    }

    private TriggerCandidate candidate(Judged best, List<Judged> same) {
        Suspect longest = same.stream().map(Judged::suspect).max(Comparator.comparingInt(Suspect::length)
            .thenComparing(Comparator.comparing(Suspect::text).reversed())).orElse(best.suspect);
        String text = new WholeText(tally::count, best.suspect.prompts().size()).of(longest);
        Judged shown = same.stream().filter(j -> j.suspect.text().equals(text)).findFirst().orElse(best);
        ComparedPrompts.Comparison c = shown.comparison;
        IntList numbers = shown.suspect.prompts();
        LocalDate first = prompts.day(numbers.get(0));
        LocalDate last = first;
        for (int i = 1; i < numbers.size(); i++) {
            LocalDate day = prompts.day(numbers.get(i));
            first = day.isBefore(first) ? day : first;
            last = day.isAfter(last) ? day : last;
        }
        return new TriggerCandidate(text, first, last, shown.suspect.records(), prompts.users(numbers), c.n(), c.complied(),
            WilsonInterval.of(c.complied(), c.n(), limits.confidence()), c.otherN(), c.otherComplied(), c.expected() / c.n(), c.lift(),
            shown.suspect.logOddsZ(), shown.pValue, shown.adjusted);
    }

    private record Ranked(long key, int n, double z) {
    }

    private record Judged(Suspect suspect, ComparedPrompts.Comparison comparison, double pValue, double adjusted) {
    }
}
