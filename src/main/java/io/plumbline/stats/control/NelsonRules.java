package io.plumbline.stats.control;

/** The eight tests of Nelson (1984), "The Shewhart control chart: tests for special causes", J. Quality Technology 16, by name. */
public enum NelsonRules {
    ONE_POINT_BEYOND_THREE_SIGMA {
        @Override
        public int[] signals(double[] zones) {
            return RunPatterns.someOf(zones, 1, 1, 3);
        }
    },
    NINE_IN_A_ROW_ON_ONE_SIDE {
        @Override
        public int[] signals(double[] zones) {
            return RunPatterns.consecutiveOneSide(zones, 9);
        }
    },
    SIX_IN_A_ROW_RISING_OR_FALLING {
        @Override
        public int[] signals(double[] zones) {
            return RunPatterns.trend(zones, 6);
        }
    },
    FOURTEEN_IN_A_ROW_ALTERNATING {
        @Override
        public int[] signals(double[] zones) {
            return RunPatterns.alternating(zones, 14);
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
    FIFTEEN_IN_A_ROW_WITHIN_ONE_SIGMA {
        @Override
        public int[] signals(double[] zones) {
            return RunPatterns.consecutive(zones, 15, zone -> Math.abs(zone) < 1);
        }
    },
    EIGHT_IN_A_ROW_OUTSIDE_ONE_SIGMA {
        @Override
        public int[] signals(double[] zones) {
            return RunPatterns.consecutive(zones, 8, zone -> Math.abs(zone) > 1);
        }
    };

    /** @return 0-based indices of the points that complete this test, ascending; zones as from {@link ControlChart#zones()} */
    public abstract int[] signals(double[] zones);
}
