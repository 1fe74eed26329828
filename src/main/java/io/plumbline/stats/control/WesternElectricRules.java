package io.plumbline.stats.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The four rules of the Western Electric "Statistical Quality Control Handbook" (1956), page 25, by name. They look at points in zones:
 * {@link ControlChart#zones()}.
 */
public enum WesternElectricRules {
    ONE_POINT_BEYOND_THREE_SIGMA {
        @Override
        public int[] signals(double[] zones) {
            return RunPatterns.someOf(zones, 1, 1, 3);
        }
    },
    TWO_OF_THREE_BEYOND_TWO_SIGMA {
        @Override
        public int[] signals(double[] zones) {
            return RunPatterns.someOf(zones, 2, 3, 2);
        }
    },
    FOUR_OF_FIVE_BEYOND_ONE_SIGMA {
        @Override
        public int[] signals(double[] zones) {
            return RunPatterns.someOf(zones, 4, 5, 1);
        }
    },
    EIGHT_IN_A_ROW_ON_ONE_SIDE {
        @Override
        public int[] signals(double[] zones) {
            return RunPatterns.consecutiveOneSide(zones, 8);
        }
    };

    /**
     * A rule that a point completes.
     *
     * @param rule the rule
     * @param index 0-based index of the point
     */
    public record Signal(WesternElectricRules rule, int index) {
    }

    /** @return 0-based indices of the points that complete this rule, ascending */
    public abstract int[] signals(double[] zones);

    /** @return what all four rules find, in order of the points */
    public static List<Signal> all(double[] zones) {
        List<Signal> found = new ArrayList<>();
        for (WesternElectricRules rule : values()) {
            for (int index : rule.signals(zones)) {
                found.add(new Signal(rule, index));
            }
        }
        found.sort(Comparator.comparingInt(Signal::index));
        return found;
    }
}
