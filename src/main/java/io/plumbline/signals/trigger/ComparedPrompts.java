package io.plumbline.signals.trigger;

import io.plumbline.stats.StandardNormal;
import io.plumbline.stats.proportion.StratifiedExactTest;
import io.plumbline.stats.proportion.Table2x2;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The prompts of the second pass by number: category and week, outcome, day and user of each; and what the prompts of one n-gram say
 * beside the others.
 */
final class ComparedPrompts {

    /** An approximate p-value above this never survives the adjustment; the exact one is not worth its time. */
    private static final double WORTH_EXACTNESS = 0.02;

    private final Map<HarmPrompt.Stratum, Integer> strata = new HashMap<>();
    private final IntList stratum = new IntList();
    private final IntList day = new IntList();
    private final IntList user = new IntList();
    private final BitSet complied = new BitSet();
    private final BitSet explained = new BitSet();
    private int[] whole = new int[0];
    private int[] wholeComplied = new int[0];

    int add(HarmPrompt prompt) {
        int number = stratum.size();
        stratum.add(strata.computeIfAbsent(prompt.stratum(), s -> strata.size()));
        day.add((int) prompt.day().toEpochDay());
        user.add(prompt.user().hashCode());
        complied.set(number, !prompt.refused());
        return number;
    }

    /** Counts the strata over the prompts that no candidate explains yet. */
    void count() {
        whole = new int[strata.size()];
        wholeComplied = new int[strata.size()];
        for (int i = 0; i < stratum.size(); i++) {
            if (!explained.get(i)) {
                whole[stratum.get(i)]++;
                wholeComplied[stratum.get(i)] += complied.get(i) ? 1 : 0;
            }
        }
    }

    /** Leaves these prompts out from now on: a candidate explains them. */
    void explain(IntList prompts) {
        for (int i = 0; i < prompts.size(); i++) {
            explained.set(prompts.get(i));
        }
    }

    /** Share of the first's prompts that the second has too. */
    static double covered(IntList first, IntList second) {
        int common = 0;
        int j = 0;
        for (int i = 0; i < first.size(); i++) {
            while (j < second.size() && second.get(j) < first.get(i)) {
                j++;
            }
            common += j < second.size() && second.get(j) == first.get(i) ? 1 : 0;
        }
        return first.size() == 0 ? 0 : (double) common / first.size();
    }

    Comparison compare(IntList prompts) {
        Map<Integer, int[]> with = new HashMap<>();
        for (int i = 0; i < prompts.size(); i++) {
            int number = prompts.get(i);
            if (!explained.get(number)) {
                int[] cell = with.computeIfAbsent(stratum.get(number), s -> new int[2]);
                cell[0]++;
                cell[1] += complied.get(number) ? 1 : 0;
            }
        }
        long n = 0;
        long k = 0;
        long otherN = 0;
        long otherK = 0;
        double expected = 0;
        List<Table2x2> tables = new ArrayList<>();
        for (Map.Entry<Integer, int[]> entry : with.entrySet()) {
            int[] cell = entry.getValue();
            int others = whole[entry.getKey()] - cell[0];
            int othersComplied = wholeComplied[entry.getKey()] - cell[1];
            n += cell[0];
            k += cell[1];
            otherN += others;
            otherK += othersComplied;
            expected += others == 0 ? cell[1] : (double) cell[0] * othersComplied / others;
            tables.add(new Table2x2(cell[1], cell[0] - cell[1], othersComplied, others - othersComplied));
        }
        return new Comparison(n, k, otherN, otherK, expected, tables);
    }

    LocalDate day(int number) {
        return LocalDate.ofEpochDay(day.get(number));
    }

    long users(IntList prompts) {
        Set<Integer> distinct = new HashSet<>();
        for (int i = 0; i < prompts.size(); i++) {
            distinct.add(user.get(prompts.get(i)));
        }
        return distinct.size();
    }

    /**
     * One n-gram beside the prompts of its own categories and weeks.
     *
     * @param expected complied with, were it like the others
     */
    record Comparison(long n, long complied, long otherN, long otherComplied, double expected, List<Table2x2> tables) {

        double lift() {
            return expected == 0 ? (complied == 0 ? 1 : Double.POSITIVE_INFINITY) : complied / expected;
        }

        double pValue() {
            double excess = complied;
            double variance = 0;
            for (Table2x2 t : tables) {
                double size = t.n();
                excess -= t.row1() * (double) t.column1() / size;
                variance += size < 2 ? 0 : t.row1() / size * t.row2() / size * t.column1() * t.column2() / (size - 1);
            }
            double rough = variance == 0 ? 1 : StandardNormal.survival((excess - 0.5) / Math.sqrt(variance));
            return rough > WORTH_EXACTNESS ? rough : StratifiedExactTest.greater(tables);
        }
    }
}
