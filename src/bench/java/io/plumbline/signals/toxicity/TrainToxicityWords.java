package io.plumbline.signals.toxicity;

import io.plumbline.signals.scan.TextScan;
import io.plumbline.stats.Interval;
import io.plumbline.stats.anomaly.RankingQuality;
import io.plumbline.stats.resampling.Bootstrap;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Trains the built-in toxicity model and prints the figures of its card. Arguments: the folder of ConvAbuse's three splits, and the file to
 * write. Trained on the training split, weighted by the share of raters who found an item abusive; strength of the penalty chosen and
 * probabilities calibrated on the validation split; the test split is looked at once, for the card. Same input, same bytes.
 */
public final class TrainToxicityWords {

    private static final int EPOCHS = 40;
    private static final double RATE = 0.3;
    private static final long SEED = 20_261_120L;
    private static final double[] PENALTIES = {0.3, 1, 2, 4, 8, 16};
    private static final int BINS = 10;
    private static final int DRAWS = 2000;

    private TrainToxicityWords() {
    }

    public static void main(String[] arguments) throws IOException {
        Path splits = Path.of(arguments[0]);
        List<ConvAbuse.Item> train = ConvAbuse.read(splits.resolve("ConvAbuseEMNLPtrain.csv"));
        List<ConvAbuse.Item> valid = ConvAbuse.read(splits.resolve("ConvAbuseEMNLPvalid.csv"));
        List<ConvAbuse.Item> test = ConvAbuse.read(splits.resolve("ConvAbuseEMNLPtest.csv"));
        ToxicityWords best = null;
        double highest = 0;
        for (double penalty : PENALTIES) {
            ToxicityWords model = calibrated(fit(train, penalty), valid);
            double area = area(model, decided(valid));
            System.out.printf(Locale.ROOT, "penalty %.1f: AUC on the validation split %.4f%n", penalty, area);
            if (area > highest) {
                highest = area;
                best = model;
            }
        }
        write(best, Path.of(arguments[1]));
        card(best, train, test);
    }

    /** Logistic regression by AdaGrad over items in random order. */
    private static Fit fit(List<ConvAbuse.Item> items, double penalty) {
        int[][] places = items.stream().map(TrainToxicityWords::places).toArray(int[][]::new);
        double[] weights = new double[1 << WordFeatures.BITS];
        double[] squares = new double[weights.length];
        double bias = -1;
        double biasSquares = 1e-6;
        int[] order = new int[places.length];
        Arrays.setAll(order, i -> i);
        SplittableRandom random = new SplittableRandom(SEED);
        double shrink = 5 * penalty / places.length;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            shuffle(order, random);
            for (int item : order) {
                int[] features = places[item];
                if (features.length == 0) {
                    continue;
                }
                double margin = bias;
                for (int place : features) {
                    margin += weights[place] / features.length;
                }
                double error = 1 / (1 + Math.exp(-margin)) - items.get(item).share();
                for (int place : features) {
                    double gradient = error / features.length + shrink * weights[place];
                    squares[place] += gradient * gradient;
                    weights[place] -= RATE * gradient / Math.sqrt(squares[place] + 1e-8);
                }
                biasSquares += error * error;
                bias -= RATE * error / Math.sqrt(biasSquares);
            }
        }
        return new Fit(weights, bias);
    }

    /** Weights in a byte each, and Platt's sigmoid fitted to the shares of raters. */
    private static ToxicityWords calibrated(Fit fit, List<ConvAbuse.Item> items) {
        double largest = Arrays.stream(fit.weights).map(Math::abs).max().orElseThrow();
        float unit = (float) (largest / 127);
        byte[] bytes = new byte[fit.weights.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(fit.weights[i] / unit);
        }
        ToxicityWords raw = new ToxicityWords(bytes, unit, (float) fit.bias, 1, 0);
        double slope = 1;
        double offset = 0;
        double[] margins = items.stream().mapToDouble(item -> logit(score(raw, item))).toArray();
        for (int step = 0; step < 100; step++) {
            double g0 = 0;
            double g1 = 0;
            double h00 = 1e-9;
            double h01 = 0;
            double h11 = 1e-9;
            for (int i = 0; i < margins.length; i++) {
                double p = 1 / (1 + Math.exp(-(slope * margins[i] + offset)));
                double error = p - items.get(i).share();
                double weight = p * (1 - p);
                g0 += error;
                g1 += error * margins[i];
                h00 += weight;
                h01 += weight * margins[i];
                h11 += weight * margins[i] * margins[i];
            }
            double determinant = h00 * h11 - h01 * h01;
            offset -= (h11 * g0 - h01 * g1) / determinant;
            slope -= (h00 * g1 - h01 * g0) / determinant;
        }
        return new ToxicityWords(bytes, unit, (float) fit.bias, (float) slope, (float) offset);
    }

    private static void card(ToxicityWords model, List<ConvAbuse.Item> train, List<ConvAbuse.Item> test) {
        Set<String> seen = new HashSet<>();
        train.forEach(item -> seen.add(item.normal()));
        List<ConvAbuse.Item> decided = decided(test);
        report("test split, ties left out", model, decided);
        report("of these, texts that the training split does not hold", model, decided.stream().filter(item -> !seen.contains(item.normal())).toList());
        System.out.println("| score | items | mean score | found abusive |");
        System.out.println("|---|---|---|---|");
        double expected = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double from = (double) bin / BINS;
            double to = from + 1.0 / BINS;
            List<ConvAbuse.Item> inside = decided.stream().filter(item -> score(model, item) >= from && score(model, item) < to).toList();
            if (!inside.isEmpty()) {
                double mean = inside.stream().mapToDouble(item -> score(model, item)).average().orElseThrow();
                double abusive = inside.stream().mapToDouble(item -> item.isAbusive() ? 1 : 0).average().orElseThrow();
                expected += inside.size() * Math.abs(mean - abusive) / decided.size();
                System.out.printf(Locale.ROOT, "| %.1f–%.1f | %d | %.3f | %.3f |%n", from, to, inside.size(), mean, abusive);
            }
        }
        System.out.printf(Locale.ROOT, "expected calibration error %.4f%n", expected);
        for (double limit : new double[] {0.3, 0.5, 0.7, 0.8}) {
            long flagged = decided.stream().filter(item -> score(model, item) >= limit).count();
            long right = decided.stream().filter(item -> score(model, item) >= limit && item.isAbusive()).count();
            long abusive = decided.stream().filter(ConvAbuse.Item::isAbusive).count();
            System.out.printf(Locale.ROOT, "from %.1f: precision %d of %d, recall %d of %d%n", limit, right, flagged, right, abusive);
        }
    }

    private static void report(String what, ToxicityWords model, List<ConvAbuse.Item> items) {
        double[] scores = items.stream().mapToDouble(item -> score(model, item)).toArray();
        Interval interval = Bootstrap.biasCorrected(items.size(), times -> weightedArea(scores, items, times), 0.95, DRAWS, SEED);
        System.out.printf(Locale.ROOT, "%s: n %d, abusive %d, AUC %.4f [%.4f, %.4f]%n", what, items.size(),
            items.stream().filter(ConvAbuse.Item::isAbusive).count(), area(model, items), interval.lower(), interval.upper());
    }

    private static double weightedArea(double[] scores, List<ConvAbuse.Item> items, int[] times) {
        int n = Arrays.stream(times).sum();
        double[] drawn = new double[n];
        boolean[] marked = new boolean[n];
        int at = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int k = 0; k < times[i]; k++) {
                drawn[at] = scores[i];
                marked[at++] = items.get(i).isAbusive();
            }
        }
        return RankingQuality.areaUnderCurve(drawn, marked);
    }

    private static double area(ToxicityWords model, List<ConvAbuse.Item> items) {
        double[] scores = items.stream().mapToDouble(item -> score(model, item)).toArray();
        boolean[] marked = new boolean[scores.length];
        for (int i = 0; i < marked.length; i++) {
            marked[i] = items.get(i).isAbusive();
        }
        return RankingQuality.areaUnderCurve(scores, marked);
    }

    private static List<ConvAbuse.Item> decided(List<ConvAbuse.Item> items) {
        return items.stream().filter(item -> !item.isTie()).toList();
    }

    private static double score(ToxicityWords model, ConvAbuse.Item item) {
        double score = model.reader().read(new TextScan().scan(item.text())).score();
        return Double.isNaN(score) ? 0 : score;
    }

    private static int[] places(ConvAbuse.Item item) {
        TextScan scan = new TextScan().scan(item.text());
        WordFeatures features = new WordFeatures();
        List<Integer> places = new ArrayList<>();
        if (scan.tokens() > 0) {
            features.read(scan, 0, scan.tokens());
            for (int i = 0; i < features.count(); i++) {
                places.add(features.place(i));
            }
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double logit(double p) {
        double inside = Math.min(1 - 1e-6, Math.max(1e-6, p));
        return Math.log(inside / (1 - inside));
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
    }

    private static void write(ToxicityWords model, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            model.write(out);
        }
    }

    private record Fit(double[] weights, double bias) {
    }
}
