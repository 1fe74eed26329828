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
 * Learns an {@link AnomalyModel} from baseline days in three readings of their records: what is usual, how high ordinary records score,
 * and whether that holds on days that were held back.
 */
public final class AnomalyTraining {

    private static final int LEAST_OF_GROUP = 200;
    private static final int LEAST_VALUES = 100;
    private static final int MOST_TRAINED = 40_000;
    private static final int HIGHEST_KEPT = 4_000;
    /** Four of ten records train, six calibrate: the level hangs on the calibration. */
    private static final int TRAINED_OF_TEN = 4;
    private static final double TAIL = 0.05;
    private static final double SPREAD = 0.95;

    private final LocalDate from;
    private final LocalDate to;
    private final double level;
    private final Map<String, List<double[]>> rows = new TreeMap<>();
    private final PriorityQueue<Double> highest = new PriorityQueue<>();
    private AnomalyModel model;
    private int trained;
    private long calibrated;

    /** @param level share of ordinary records that is to be flagged */
    public AnomalyTraining(LocalDate from, LocalDate to, double level) {
        this.from = from;
        this.to = to;
        this.level = level;
    }

    /** First reading: a record of the days that train; those that calibrate are passed over. */
    public void train(MeasuredRecord measured, String key) {
        if (trains(key) && trained < MOST_TRAINED) {
            trained++;
            rows.computeIfAbsent(measured.record().category(), c -> new ArrayList<>()).add(SignalVector.of(measured));
        }
    }

    /** Whether enough was read to tell the unusual; otherwise there is no model. */
    public boolean isEnough() {
        return trained >= LEAST_OF_GROUP && calibratedEnough();
    }

    private boolean calibratedEnough() {
        return model == null || (calibrated + 1) * level >= 1;
    }

    /** Second reading of the same records, after the first has ended. */
    public void calibrate(MeasuredRecord measured, String key) {
        if (model == null) {
            model = learnt();
        }
        if (!trains(key)) {
            calibrated++;
            highest.add(model.score(measured.record().category(), SignalVector.of(measured), new ArrayList<>()));
            if (highest.size() > HIGHEST_KEPT) {
                highest.poll();
            }
        }
    }

    /** The model, after both readings, before the check. */
    public AnomalyModel model() {
        double[] scores = highest.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double[] descending = new double[scores.length];
        Arrays.setAll(descending, i -> scores[scores.length - 1 - i]);
        return new AnomalyModel(AnomalyModel.VERSION, from, to, model.names(), model.groups(), model.tails(), level, trained, calibrated, descending,
            new AnomalyModel.Check(from, from, 0, 0));
    }

    private static boolean trains(String key) {
        return Math.floorMod(mix(key.hashCode()), 10) < TRAINED_OF_TEN;
    }

    private static int mix(int value) {
        int z = (value ^ (value >>> 16)) * 0x7feb352d;
        z = (z ^ (z >>> 15)) * 0x846ca68b;
        return z ^ (z >>> 16);
    }

    private AnomalyModel learnt() {
        List<String> names = SignalVector.names();
        List<double[]> all = new ArrayList<>();
        rows.values().forEach(all::addAll);
        Map<String, List<AnomalyModel.Usual>> groups = new HashMap<>();
        List<AnomalyModel.Usual> any = usual(all, names.size(), List.of());
        groups.put(AnomalyModel.ANY, any);
        rows.forEach((category, own) -> {
            if (own.size() >= LEAST_OF_GROUP) {
                groups.put(category, usual(own, names.size(), any));
            }
        });
        List<AnomalyModel.Tails> tails = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            tails.add(tails(i, groups));
        }
        return new AnomalyModel(AnomalyModel.VERSION, from, to, names, groups, tails, level, trained, 0, new double[0],
            new AnomalyModel.Check(from, from, 0, 0));
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

    private AnomalyModel.Tails tails(int place, Map<String, List<AnomalyModel.Usual>> groups) {
        List<Double> above = new ArrayList<>();
        List<Double> below = new ArrayList<>();
        rows.forEach((category, own) -> {
            AnomalyModel.Usual usual = groups.getOrDefault(category, groups.get(AnomalyModel.ANY)).get(place);
            if (Double.isNaN(usual.median())) {
                return;
            }
            for (double[] row : own) {
                if (!Double.isNaN(row[place])) {
                    double distance = SignalVector.scaled(row[place]) - usual.median();
                    above.add(distance > 0 ? distance / usual.up() : 0);
                    below.add(distance < 0 ? -distance / usual.down() : 0);
                }
            }
        });
        return new AnomalyModel.Tails(tail(above), tail(below));
    }

    private static ParetoTail tail(List<Double> distances) {
        return distances.isEmpty() ? new ParetoTail(0, 1, 0, 1, new double[0]) : ParetoTail.fit(distances.stream().mapToDouble(Double::doubleValue).toArray(), TAIL);
    }
}
