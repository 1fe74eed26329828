package io.plumbline.signals.anomaly;

import io.plumbline.domain.MeasuredRecord;
import io.plumbline.stats.anomaly.ParetoTail;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Learns an {@link AnomalyModel} from baseline days in two readings of their records: what is usual, and how high ordinary records score under
 * a model that saw nothing of their day. Days are dealt into folds, so every record trains and every record calibrates.
 */
public final class AnomalyTraining {

    private static final int LEAST_OF_GROUP = 200;
    private static final int LEAST_VALUES = 100;
    private static final int MOST_TRAINED = 60_000;
    private static final int HIGHEST_KEPT = 4_000;
    private static final int FOLDS = 5;
    private static final double TAIL = 0.05;
    private static final double SPREAD = 0.95;

    private final LocalDate from;
    private final LocalDate to;
    private final double level;
    private final List<List<Row>> rows = new ArrayList<>();
    private final List<AnomalyModel.Part> parts = new ArrayList<>();
    private final List<PriorityQueue<Scored>> highest = new ArrayList<>();
    private final Map<LocalDate, Long> calibratedOn = new TreeMap<>();
    private int trained;
    private long calibrated;

    /** @param level share of ordinary records that is to be flagged */
    public AnomalyTraining(LocalDate from, LocalDate to, double level) {
        this.from = from;
        this.to = to;
        this.level = level;
        for (int fold = 0; fold < FOLDS; fold++) {
            rows.add(new ArrayList<>());
            highest.add(new PriorityQueue<>((a, b) -> Double.compare(a.score, b.score)));
        }
    }

    /** First reading. Beyond sixty thousand records each further one is passed over where its fold is full. */
    public void train(MeasuredRecord measured, LocalDate day) {
        List<Row> fold = rows.get(fold(day));
        if (fold.size() < MOST_TRAINED / FOLDS) {
            trained++;
            fold.add(new Row(measured.record().category(), measured.topic(), SignalVector.of(measured)));
        }
    }

    /** Whether enough was read to tell the unusual; otherwise there is no model. */
    public boolean isEnough() {
        return rows.stream().allMatch(fold -> trained - fold.size() >= LEAST_OF_GROUP) && (parts.isEmpty() || (calibrated + 1) * level >= 1);
    }

    /** Second reading of the same records, after the first has ended and {@link #isEnough}. */
    public void calibrate(MeasuredRecord measured, LocalDate day) {
        if (parts.isEmpty()) {
            for (int fold = 0; fold < FOLDS; fold++) {
                parts.add(learnt(without(fold)));
            }
        }
        int fold = fold(day);
        calibrated++;
        calibratedOn.merge(day, 1L, Long::sum);
        PriorityQueue<Scored> own = highest.get(fold);
        own.add(new Scored(parts.get(fold).score(measured.record().category(), measured.topic(), SignalVector.of(measured)), day));
        if (own.size() > HIGHEST_KEPT) {
            own.poll();
        }
    }

    /** The model, after both readings. */
    public AnomalyModel model() {
        List<AnomalyModel.Part> calibratedParts = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            AnomalyModel.Part part = parts.get(fold);
            calibratedParts.add(new AnomalyModel.Part(part.names(), part.groups(), part.tails(),
                highest.get(fold).stream().mapToDouble(scored -> -scored.score).sorted().map(score -> -score).toArray()));
        }
        return new AnomalyModel(AnomalyModel.VERSION, from, to, calibratedParts, level, calibrated, dispersion());
    }

    /** Pearson's dispersion of the daily counts of records that would have been flagged; 1 where they scatter as chance has it, or less. */
    private double dispersion() {
        List<Scored> descending = new ArrayList<>();
        highest.forEach(descending::addAll);
        descending.sort((a, b) -> Double.compare(b.score, a.score));
        int flagged = (int) Math.min(descending.size(), Math.floor(level * (calibrated + 1)));
        Map<LocalDate, Long> on = new HashMap<>();
        descending.subList(0, flagged).forEach(scored -> on.merge(scored.day, 1L, Long::sum));
        double share = (double) flagged / calibrated;
        double sum = 0;
        for (Map.Entry<LocalDate, Long> day : calibratedOn.entrySet()) {
            double expected = share * day.getValue();
            double difference = on.getOrDefault(day.getKey(), 0L) - expected;
            sum += expected == 0 ? 0 : difference * difference / expected / (1 - share);
        }
        return calibratedOn.size() < 2 ? 1 : Math.max(1, sum / (calibratedOn.size() - 1));
    }

    private static int fold(LocalDate day) {
        return Math.floorMod((int) day.toEpochDay(), FOLDS);
    }

    private List<Row> without(int left) {
        List<Row> kept = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            if (fold != left) {
                kept.addAll(rows.get(fold));
            }
        }
        return kept;
    }

    private AnomalyModel.Part learnt(List<Row> all) {
        List<String> names = SignalVector.names();
        Map<String, List<double[]>> byGroup = new HashMap<>();
        for (Row row : all) {
            byGroup.computeIfAbsent(row.category, c -> new ArrayList<>()).add(row.values);
            if (!row.topic.isEmpty()) {
                byGroup.computeIfAbsent(AnomalyModel.Part.group(row.category, row.topic), c -> new ArrayList<>()).add(row.values);
            }
        }
        Map<String, List<AnomalyModel.Usual>> groups = new HashMap<>();
        List<AnomalyModel.Usual> any = usual(all.stream().map(Row::values).toList(), names.size(), List.of());
        byGroup.forEach((group, own) -> {
            if (own.size() >= LEAST_OF_GROUP) {
                groups.put(group, usual(own, names.size(), any));
            }
        });
        groups.put(AnomalyModel.ANY, any);
        AnomalyModel.Part untailed = new AnomalyModel.Part(names, groups, List.of(), new double[0]);
        List<AnomalyModel.Tails> tails = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            tails.add(tails(i, all, untailed));
        }
        return new AnomalyModel.Part(names, groups, tails, new double[0]);
    }

    private static List<AnomalyModel.Usual> usual(List<double[]> own, int signals, List<AnomalyModel.Usual> otherwise) {
        List<AnomalyModel.Usual> usual = new ArrayList<>();
        for (int i = 0; i < signals; i++) {
            int place = i;
            double[] values = own.stream().mapToDouble(row -> row[place]).filter(v -> !Double.isNaN(v)).map(SignalVector::scaled).sorted().toArray();
            if (values.length < LEAST_VALUES) {
                usual.add(otherwise.isEmpty() ? new AnomalyModel.Usual(Double.NaN, 1, 1) : otherwise.get(i));
                continue;
            }
            double median = values[values.length / 2];
            double up = values[(int) (SPREAD * (values.length - 1))] - median;
            double down = median - values[(int) ((1 - SPREAD) * (values.length - 1))];
            double least = Math.max(1e-3, 0.05 * Math.max(up, down));
            usual.add(new AnomalyModel.Usual(median, Math.max(up, least), Math.max(down, least)));
        }
        return usual;
    }

    private static AnomalyModel.Tails tails(int place, List<Row> all, AnomalyModel.Part model) {
        double[] above = new double[all.size()];
        double[] below = new double[all.size()];
        int n = 0;
        for (Row row : all) {
            AnomalyModel.Usual usual = model.usual(row.category, row.topic).get(place);
            if (!Double.isNaN(usual.median()) && !Double.isNaN(row.values[place])) {
                double distance = SignalVector.scaled(row.values[place]) - usual.median();
                above[n] = distance > 0 ? distance / usual.up() : 0;
                below[n++] = distance < 0 ? -distance / usual.down() : 0;
            }
        }
        return new AnomalyModel.Tails(tail(Arrays.copyOf(above, n)), tail(Arrays.copyOf(below, n)));
    }

    private static ParetoTail tail(double[] distances) {
        return distances.length == 0 ? new ParetoTail(0, 1, 0, 1, distances) : ParetoTail.fit(distances, TAIL);
    }

    /** What of a record trains. */
    private record Row(String category, String topic, double[] values) {
    }

    private record Scored(double score, LocalDate day) {
    }
}
