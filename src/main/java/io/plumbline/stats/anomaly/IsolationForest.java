package io.plumbline.stats.anomaly;

import io.plumbline.stats.Argument;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Anomaly scores from how few random cuts it takes to be alone: points that lie apart are isolated early.
 * Source: Liu, Ting &amp; Zhou 2008, ICDM, Isolation Forest: algorithms 1 to 3, eqs. 1 (average path length) and 2 (score).
 *
 * <p>All trees have the same depth limit, so each is stored as a complete binary tree in flat arrays; a branch that ends early is filled up
 * with cuts that every value passes to the left. Scoring therefore is a loop of fixed length without a branch, its path lengths are
 * looked up, and rows are taken in blocks that stay in the processor's cache while all trees see them. Same seed, same scores, whatever the
 * number of threads.
 */
public final class IsolationForest {

    /** Sample size of the paper; more hardly helps. */
    public static final int CUSTOMARY_SAMPLE = 256;
    /** Number of trees of the paper. */
    public static final int CUSTOMARY_TREES = 100;

    private static final int LARGEST_SAMPLE = 1 << 14;
    private static final int BLOCK_VALUES = 4096;
    private static final double EULER = 0.57721566490153286061;

    private final int columns;
    private final int depth;
    private final int trees;
    private final double normaliser;
    /** Inner nodes of all trees, one after the other, each tree level by level. */
    private final double[] cut;
    private final int[] column;
    /** Path lengths at the ends of all trees. */
    private final float[] pathLength;

    private IsolationForest(int columns, int depth, int trees, int sampleSize) {
        this.columns = columns;
        this.depth = depth;
        this.trees = trees;
        normaliser = averagePathLength(sampleSize);
        cut = new double[trees * ((1 << depth) - 1)];
        column = new int[cut.length];
        pathLength = new float[trees << depth];
    }

    /**
     * Grows a forest.
     *
     * @param rows values row by row, all finite; at least two rows
     * @param columns values of a row, at least 1
     * @param trees number of trees, at least 1
     * @param sampleSize rows drawn without replacement for a tree, at least 2; all rows where there are fewer, at most 16384
     * @param seed the seed of all draws
     */
    public static IsolationForest grow(double[] rows, int columns, int trees, int sampleSize, long seed) {
        Argument.atLeast("columns", 1, columns);
        Argument.atLeast("trees", 1, trees);
        Argument.atLeast("sample size", 2, sampleSize);
        int n = rowCount(rows, columns);
        Argument.atLeast("rows", 2, n);
        if (sampleSize > LARGEST_SAMPLE) {
            throw new IllegalArgumentException("a sample has at most " + LARGEST_SAMPLE + " rows: " + sampleSize);
        }
        int size = Math.min(sampleSize, n);
        int depth = Math.max(1, 32 - Integer.numberOfLeadingZeros(size - 1));
        IsolationForest forest = new IsolationForest(columns, depth, trees, size);
        SplittableRandom root = new SplittableRandom(seed);
        SplittableRandom[] random = new SplittableRandom[trees];
        Arrays.setAll(random, i -> root.split());
        IntStream.range(0, trees).parallel().forEach(tree -> {
            int[] sample = draw(n, size, random[tree]);
            for (int row : sample) {
                for (int j = 0; j < columns; j++) {
                    Argument.finite("value", rows[row * columns + j]);
                }
            }
            forest.new Growth(rows, sample, tree, random[tree]).split(0, 0, 0, size);
        });
        return forest;
    }

    /** The same from a matrix. */
    public static IsolationForest grow(double[][] rows, int trees, int sampleSize, long seed) {
        Argument.atLeast("rows", 2, rows.length);
        return grow(flat(rows), rows[0].length, trees, sampleSize, seed);
    }

    /**
     * Scores rows of the same columns.
     *
     * @param rows values row by row; NaN is refused, infinite values are passed to their side of every cut
     * @return scores in (0, 1): near 1 anomalous, well below 0.5 ordinary
     */
    public double[] score(double[] rows) {
        int n = rowCount(rows, columns);
        double[] scores = new double[n];
        int block = Math.max(64, BLOCK_VALUES / columns);
        int blocks = (n + block - 1) / block;
        IntStream.range(0, blocks).parallel().forEach(b -> scoreBlock(rows, b * block, Math.min(n, (b + 1) * block), scores));
        return scores;
    }

    /** The same from a matrix. */
    public double[] score(double[][] rows) {
        return rows.length == 0 ? new double[0] : score(flat(rows));
    }

    /** The average number of cuts that isolates one of {@code n} points at random: eq. 1; 0 for n = 1. */
    public static double averagePathLength(int n) {
        Argument.atLeast("n", 1, n);
        if (n <= 2) {
            return n - 1;
        }
        return 2 * (Math.log(n - 1.0) + EULER) - 2 * (n - 1.0) / n;
    }

    private void scoreBlock(double[] rows, int from, int to, double[] scores) {
        int columnsHere = columns;
        for (int i = from * columnsHere; i < to * columnsHere; i++) {
            if (rows[i] != rows[i]) {
                throw new IllegalArgumentException("a value is missing (NaN) in row " + i / columnsHere);
            }
        }
        for (int tree = 0; tree < trees; tree++) {
            addTree(rows, from, to, tree, scores);
        }
        double scale = -1 / (normaliser * trees);
        for (int row = from; row < to; row++) {
            scores[row] = Math.pow(2, scores[row] * scale);
        }
    }

    /** Four rows at a time: their chains of look-ups do not wait for each other. */
    private void addTree(double[] rows, int from, int to, int tree, double[] sums) {
        int inner = (1 << depth) - 1;
        int root = tree * inner;
        int ends = (tree << depth) - inner;
        int levels = depth;
        int stride = columns;
        double[] cutAt = cut;
        int[] columnAt = column;
        float[] lengths = pathLength;
        int row = from;
        for (; row + 3 < to; row += 4) {
            int base0 = row * stride;
            int base1 = base0 + stride;
            int base2 = base1 + stride;
            int base3 = base2 + stride;
            int node0 = 0;
            int node1 = 0;
            int node2 = 0;
            int node3 = 0;
            for (int level = 0; level < levels; level++) {
                node0 = 2 * node0 + 1 + beyond(rows[base0 + columnAt[root + node0]], cutAt[root + node0]);
                node1 = 2 * node1 + 1 + beyond(rows[base1 + columnAt[root + node1]], cutAt[root + node1]);
                node2 = 2 * node2 + 1 + beyond(rows[base2 + columnAt[root + node2]], cutAt[root + node2]);
                node3 = 2 * node3 + 1 + beyond(rows[base3 + columnAt[root + node3]], cutAt[root + node3]);
            }
            sums[row] += lengths[ends + node0];
            sums[row + 1] += lengths[ends + node1];
            sums[row + 2] += lengths[ends + node2];
            sums[row + 3] += lengths[ends + node3];
        }
        for (; row < to; row++) {
            int node = 0;
            for (int level = 0; level < levels; level++) {
                node = 2 * node + 1 + beyond(rows[row * stride + columnAt[root + node]], cutAt[root + node]);
            }
            sums[row] += lengths[ends + node];
        }
    }

    /** 1 for a value above the cut, 0 otherwise. */
    private static int beyond(double value, double cutAt) {
        return value > cutAt ? 1 : 0;
    }

    private static int[] draw(int n, int size, SplittableRandom random) {
        // Floyd's algorithm: size distinct rows without touching the other n - size
        Set<Integer> drawn = new LinkedHashSet<>();
        for (int j = n - size; j < n; j++) {
            int candidate = random.nextInt(j + 1);
            drawn.add(drawn.contains(candidate) ? j : candidate);
        }
        return drawn.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int rowCount(double[] rows, int columns) {
        if (rows.length % columns != 0) {
            throw new IllegalArgumentException(rows.length + " values do not make rows of " + columns);
        }
        return rows.length / columns;
    }

    private static double[] flat(double[][] rows) {
        int columns = rows[0].length;
        double[] flat = new double[Math.multiplyExact(rows.length, columns)];
        for (int i = 0; i < rows.length; i++) {
            Argument.sameLength("rows", columns, rows[i].length);
            System.arraycopy(rows[i], 0, flat, i * columns, columns);
        }
        return flat;
    }

    /** One tree in the making. */
    private final class Growth {
        private final double[] rows;
        private final int[] sample;
        private final int tree;
        private final SplittableRandom random;
        private final int[] order;

        Growth(double[] rows, int[] sample, int tree, SplittableRandom random) {
            this.rows = rows;
            this.sample = sample;
            this.tree = tree;
            this.random = random;
            order = IntStream.range(0, columns).toArray();
        }

        /** Cuts the sample rows from..to at the node, or ends the branch when they are one, equal, or at the depth limit. */
        void split(int node, int level, int from, int to) {
            if (level == depth) {
                end(node, level, to - from);
                return;
            }
            if (to - from > 1) {
                // columns in random order until one of them varies
                for (int tried = 0; tried < columns; tried++) {
                    int swap = tried + random.nextInt(columns - tried);
                    int candidate = order[swap];
                    order[swap] = order[tried];
                    order[tried] = candidate;
                    double low = Double.POSITIVE_INFINITY;
                    double high = Double.NEGATIVE_INFINITY;
                    for (int i = from; i < to; i++) {
                        double value = rows[sample[i] * columns + candidate];
                        low = Math.min(low, value);
                        high = Math.max(high, value);
                    }
                    if (low < high) {
                        cut(node, level, from, to, candidate, between(low, high));
                        return;
                    }
                }
            }
            end(node, level, to - from);
        }

        private double between(double low, double high) {
            double at = low + random.nextDouble() * (high - low);
            return at < high ? at : low;
        }

        private void cut(int node, int level, int from, int to, int candidate, double at) {
            int inner = tree * ((1 << depth) - 1);
            cut[inner + node] = at;
            column[inner + node] = candidate;
            int middle = from;
            for (int i = from; i < to; i++) {
                if (rows[sample[i] * columns + candidate] <= at) {
                    int kept = sample[i];
                    sample[i] = sample[middle];
                    sample[middle++] = kept;
                }
            }
            split(2 * node + 1, level + 1, from, middle);
            split(2 * node + 2, level + 1, middle, to);
        }

        /** Fills the branch up to the depth limit; the leftmost end keeps the path length, the others are never reached. */
        private void end(int node, int level, int size) {
            int inner = (1 << depth) - 1;
            int at = node;
            for (int l = level; l < depth; l++) {
                cut[tree * inner + at] = Double.POSITIVE_INFINITY;
                at = 2 * at + 1;
            }
            pathLength[(tree << depth) + at - inner] = (float) (level + averagePathLength(Math.max(1, size)));
        }
    }
}
