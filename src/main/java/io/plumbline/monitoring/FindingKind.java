package io.plumbline.monitoring;

/** What sort of thing was found; the first four are the drift types of the founding document (R10–R13). */
public enum FindingKind {
    INPUT_DRIFT("Input drift"),
    OUTPUT_DRIFT("Output drift"),
    SAFETY_DRIFT("Safety drift"),
    PERFORMANCE_DRIFT("Performance drift"),
    TRIGGER_CANDIDATE("Trigger candidate"),
    CONTEXT_CHANGE("Context change"),
    DETECTOR_CHANGE("Detector change"),
    GAP("Gap"),
    MISSING_LABELS("Missing labels"),
    CANARY_LEAK("Canary leak"),
    BASELINE_PROPOSED("Baseline only proposed");

    private final String word;

    FindingKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
