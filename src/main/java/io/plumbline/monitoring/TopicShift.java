package io.plumbline.monitoring;

import io.plumbline.stats.multiplicity.BenjaminiHochberg;
import io.plumbline.stats.proportion.FisherExactTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts of topics before and after, and which of them came, went or moved beyond chance. */
final class TopicShift {

    private final Map<String, long[]> counts = new TreeMap<>();
    private final long[] totals = new long[2];

    void before(String topic, long records) {
        add(topic, 0, records);
    }

    void after(String topic, long records) {
        add(topic, 1, records);
    }

    private void add(String topic, int when, long records) {
        totals[when] += records;
        counts.computeIfAbsent(topic, name -> new long[2])[when] += records;
    }

    long before() {
        return totals[0];
    }

    long after() {
        return totals[1];
    }

    /** Records afterwards that have no topic. */
    long without() {
        return counts.getOrDefault("", new long[2])[1];
    }

    /** Every topic, most frequent afterwards first. */
    List<TopicReport.Row> rows(double alpha) {
        List<String> names = counts.keySet().stream().filter(name -> !name.isEmpty()).toList();
        double[] p = new double[names.size()];
        for (int i = 0; i < p.length; i++) {
            long[] c = counts.get(names.get(i));
            p[i] = totals[0] == 0 || totals[1] == 0 ? 1 : FisherExactTest.twoSided(c[0], totals[0] - c[0], c[1], totals[1] - c[1]);
        }
        double[] adjusted = BenjaminiHochberg.adjust(p);
        List<TopicReport.Row> rows = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            long[] c = counts.get(names.get(i));
            double before = totals[0] == 0 ? 0 : (double) c[0] / totals[0];
            double after = totals[1] == 0 ? 0 : (double) c[1] / totals[1];
            rows.add(new TopicReport.Row(names.get(i), c[0], c[1], before, after, adjusted[i], change(c, before, after, adjusted[i] < alpha)));
        }
        rows.sort(Comparator.comparingDouble(TopicReport.Row::shareAfter).reversed().thenComparing(TopicReport.Row::name));
        return rows;
    }

    private static TopicReport.Change change(long[] counts, double before, double after, boolean beyondChance) {
        if (!beyondChance) {
            return TopicReport.Change.NONE;
        }
        if (counts[0] == 0) {
            return TopicReport.Change.NEW;
        }
        return counts[1] == 0 ? TopicReport.Change.VANISHED : after > before ? TopicReport.Change.MORE : TopicReport.Change.LESS;
    }
}
