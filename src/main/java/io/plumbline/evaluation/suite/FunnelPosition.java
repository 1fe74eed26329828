package io.plumbline.evaluation.suite;

/** Where a run's rate lies among its peers. */
public enum FunnelPosition {
    INSIDE("like its peers"), BELOW_WARNING("below the warning limit"), BELOW_ACTION("below the action limit"),
    ABOVE_WARNING("above the warning limit"), ABOVE_ACTION("above the action limit"), UNKNOWN("too few peers");

    private final String words;

    FunnelPosition(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
