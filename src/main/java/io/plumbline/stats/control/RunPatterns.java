package io.plumbline.stats.control;

import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * The patterns that run rules are made of, on points in zones: distance from the centre in thirds of the way to the limit. Each gives the
 * 0-based index of every point that completes the pattern. Western Electric (1956), "Statistical
 * Quality Control Handbook"; Nelson (1984), "The Shewhart control chart: tests for special causes", J. Quality Technology 16.
 */
public final class RunPatterns {

    private RunPatterns() {
    }

    /** @return points that are the length-th or later of an unbroken run above the centre, ascending */
    public static int[] runAbove(double[] zones, int length) {
        return consecutive(zones, length, zone -> zone > 0);
    }

    /** @return points that are the length-th or later of an unbroken run below the centre, ascending */
    public static int[] runBelow(double[] zones, int length) {
        return consecutive(zones, length, zone -> zone < 0);
    }

    static int[] consecutiveOneSide(double[] zones, int length) {
        return IntStream.concat(IntStream.of(runAbove(zones, length)), IntStream.of(runBelow(zones, length))).sorted().toArray();
    }

    static int[] consecutive(double[] zones, int length, DoublePredicate belongs) {
        return IntStream.range(0, zones.length).filter(end -> end + 1 >= length
            && IntStream.rangeClosed(end - length + 1, end).allMatch(i -> belongs.test(zones[i]))).toArray();
    }

    /** Points beyond {@code distance} that have {@code needed} such points among the last {@code window}, all on one side. */
    static int[] someOf(double[] zones, int needed, int window, double distance) {
        return IntStream.range(0, zones.length)
            .filter(end -> beyond(zones, end, needed, window, zone -> zone > distance)
                || beyond(zones, end, needed, window, zone -> zone < -distance))
            .toArray();
    }

    private static boolean beyond(double[] zones, int end, int needed, int window, DoublePredicate outside) {
        return outside.test(zones[end])
            && IntStream.rangeClosed(Math.max(0, end - window + 1), end).filter(i -> outside.test(zones[i])).count() >= needed;
    }

    /** Ends of {@code length} points of which each is above its predecessor, or each below. */
    static int[] trend(double[] zones, int length) {
        return steps(zones, length, (first, second) -> first > 0 && second > 0 || first < 0 && second < 0);
    }

    /** Ends of {@code length} points that go up and down in turn. */
    static int[] alternating(double[] zones, int length) {
        return steps(zones, length, (first, second) -> first * second < 0);
    }

    private static int[] steps(double[] zones, int length, StepPair continues) {
        int[] run = new int[zones.length];
        for (int i = 1; i < zones.length; i++) {
            double step = zones[i] - zones[i - 1];
            boolean goesOn = i > 1 && continues.test(zones[i - 1] - zones[i - 2], step);
            run[i] = step == 0 ? 1 : goesOn ? run[i - 1] + 1 : 2;
        }
        return IntStream.range(0, zones.length).filter(i -> run[i] >= length).toArray();
    }

    private interface StepPair {
        boolean test(double first, double second);
    }
}
