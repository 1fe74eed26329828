package io.plumbline.stats.text;

import io.plumbline.stats.Argument;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Groups texts by the direction of their term vectors: the cosine with the nearest centre is made as large as it gets from several seeded
 * starts. Same seed, same groups.
 * Sources: Dhillon &amp; Modha 2001, Mach. Learn. 42:143 (spherical k-means); Arthur &amp; Vassilvitskii 2007, SODA (starts).
 *
 * @param centres   one unit vector for each group; a group may be empty and its centre zero
 * @param groups    number of the group of each row; −1 for a row without a term
 * @param objective sum of the cosines of all rows with their centres
 */
public record SphericalKMeans(float[][] centres, int[] groups, double objective) {

    private static final int STEPS = 30;

    /** A text: its terms and their weights; brought to length 1 here. */
    public record Row(int[] terms, float[] weights) {

        /** The same direction with length 1. */
        public Row normalised() {
            double sum = 0;
            for (float weight : weights) {
                sum += (double) weight * weight;
            }
            float[] unit = weights.clone();
            for (int i = 0; i < unit.length && sum > 0; i++) {
                unit[i] /= (float) Math.sqrt(sum);
            }
            return new Row(terms, unit);
        }
    }

    /**
     * @param rows   texts, at least one
     * @param terms  number of different terms
     * @param k      number of groups, at least 1; fewer where there are fewer rows
     * @param starts number of starts, of which the best is kept
     */
    public static SphericalKMeans of(Row[] rows, int terms, int k, int starts, long seed) {
        Argument.atLeast("rows", 1, rows.length);
        Argument.atLeast("groups", 1, k);
        Argument.atLeast("starts", 1, starts);
        Row[] unit = Arrays.stream(rows).map(Row::normalised).toArray(Row[]::new);
        SplittableRandom root = new SplittableRandom(seed);
        SphericalKMeans best = null;
        for (int start = 0; start < starts; start++) {
            SphericalKMeans next = run(unit, terms, Math.min(k, rows.length), root.split());
            if (best == null || next.objective > best.objective) {
                best = next;
            }
        }
        return best;
    }

    /** Cosine of a unit row with a centre of length 1. */
    public static double cosine(Row row, float[] centre) {
        double sum = 0;
        for (int i = 0; i < row.terms.length; i++) {
            sum += row.weights[i] * centre[row.terms[i]];
        }
        return sum;
    }

    private static SphericalKMeans run(Row[] rows, int terms, int k, SplittableRandom random) {
        float[][] centres = seeded(rows, terms, k, random);
        int[] groups = new int[rows.length];
        Arrays.fill(groups, -2);
        double objective = 0;
        for (int step = 0; step < STEPS; step++) {
            objective = 0;
            boolean moved = false;
            for (int i = 0; i < rows.length; i++) {
                int nearest = rows[i].terms.length == 0 ? -1 : 0;
                double most = Double.NEGATIVE_INFINITY;
                for (int c = 0; c < centres.length && nearest >= 0; c++) {
                    double cosine = cosine(rows[i], centres[c]);
                    if (cosine > most) {
                        most = cosine;
                        nearest = c;
                    }
                }
                objective += nearest < 0 ? 0 : most;
                moved |= groups[i] != nearest;
                groups[i] = nearest;
            }
            if (!moved) {
                break;
            }
            centres = means(rows, groups, terms, centres.length);
        }
        return new SphericalKMeans(centres, groups, objective);
    }

    private static float[][] means(Row[] rows, int[] groups, int terms, int k) {
        float[][] means = new float[k][terms];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; groups[i] >= 0 && j < rows[i].terms.length; j++) {
                means[groups[i]][rows[i].terms[j]] += rows[i].weights[j];
            }
        }
        for (float[] mean : means) {
            double sum = 0;
            for (float value : mean) {
                sum += (double) value * value;
            }
            for (int t = 0; t < terms && sum > 0; t++) {
                mean[t] /= (float) Math.sqrt(sum);
            }
        }
        return means;
    }

    /** The first centre by chance, each further one with probability in proportion to its distance from those chosen. */
    private static float[][] seeded(Row[] rows, int terms, int k, SplittableRandom random) {
        float[][] centres = new float[k][terms];
        double[] distance = new double[rows.length];
        Arrays.fill(distance, 1);
        for (int c = 0; c < k; c++) {
            double sum = 0;
            for (int i = 0; i < rows.length; i++) {
                sum += rows[i].terms.length == 0 ? 0 : distance[i];
            }
            double at = random.nextDouble() * sum;
            int chosen = -1;
            for (int i = 0; i < rows.length && at >= 0; i++) {
                if (rows[i].terms.length > 0 && distance[i] > 0) {
                    at -= distance[i];
                    chosen = i;
                }
            }
            if (chosen < 0) {
                return Arrays.copyOf(centres, Math.max(1, c));
            }
            for (int j = 0; j < rows[chosen].terms.length; j++) {
                centres[c][rows[chosen].terms[j]] = rows[chosen].weights[j];
            }
            for (int i = 0; i < rows.length; i++) {
                double away = 1 - cosine(rows[i], centres[c]);
                distance[i] = Math.min(distance[i], away < 1e-6 ? 0 : away);
            }
        }
        return centres;
    }
}
