package io.plumbline.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * F1 with a margin of 5 points and the covering metric against several annotators: van den Burg & Williams (2020), "An evaluation of change
 * point detection algorithms", section 3.
 */
final class TuringScorer {

    private static final int MARGIN = 5;

    private TuringScorer() {
    }

    static double f1(List<int[]> annotators, int[] predictions) {
        Set<Integer> predicted = withOrigin(predictions);
        Set<Integer> all = new TreeSet<>();
        double recall = 0;
        for (int[] annotator : annotators) {
            Set<Integer> own = withOrigin(annotator);
            all.addAll(own);
            recall += (double) hits(own, predicted) / own.size() / annotators.size();
        }
        double precision = (double) hits(all, predicted) / predicted.size();
        return 2 * precision * recall / (precision + recall);
    }

    static double covering(List<int[]> annotators, int[] predictions, int size) {
        List<int[]> found = segments(predictions, size);
        double covering = 0;
        for (int[] annotator : annotators) {
            for (int[] segment : segments(annotator, size)) {
                double best = found.stream().mapToDouble(other -> overlap(segment, other)).max().orElse(0);
                covering += (segment[1] - segment[0]) * best / size / annotators.size();
            }
        }
        return covering;
    }

    /** Annotated points that a prediction lies near; each prediction counts once, the nearest first. */
    private static int hits(Set<Integer> annotated, Set<Integer> predicted) {
        Set<Integer> left = new TreeSet<>(predicted);
        int hits = 0;
        for (int point : annotated) {
            Integer nearest = null;
            for (int candidate : left) {
                boolean near = Math.abs(point - candidate) <= MARGIN;
                nearest = near && (nearest == null || Math.abs(point - candidate) < Math.abs(point - nearest))
                    ? Integer.valueOf(candidate) : nearest;
            }
            if (nearest != null) {
                left.remove(nearest);
                hits++;
            }
        }
        return hits;
    }

    private static Set<Integer> withOrigin(int[] points) {
        Set<Integer> set = new TreeSet<>(Set.of(0));
        Arrays.stream(points).forEach(set::add);
        return set;
    }

    private static List<int[]> segments(int[] points, int size) {
        int[] ends = Arrays.stream(points).filter(point -> point > 0 && point < size).distinct().sorted().toArray();
        List<int[]> segments = new ArrayList<>();
        int from = 0;
        for (int end : ends) {
            segments.add(new int[] {from, end});
            from = end;
        }
        segments.add(new int[] {from, size});
        return segments;
    }

    private static double overlap(int[] a, int[] b) {
        double shared = Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
        return shared / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]));
    }
}
