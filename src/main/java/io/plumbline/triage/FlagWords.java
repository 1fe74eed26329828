package io.plumbline.triage;

import io.plumbline.domain.FlagKind;

/** What the kinds of flag are called. */
public final class FlagWords {

    private FlagWords() {
    }

    public static String of(FlagKind kind) {
        return switch (kind) {
            case COMPLIED_WITH_HARM -> "Complied with harm";
            case TRIGGER -> "Trigger";
            case PERSONAL_DATA -> "Personal data";
            case TOXIC -> "Toxicity";
            case DETECTORS_DIFFER -> "Detectors differ";
            case PARTIAL_REFUSAL -> "Partial refusal";
            case HIDDEN_TEXT -> "Hidden text";
            case ANOMALY -> "Anomaly";
            case RANDOM_AUDIT -> "Random audit";
            case SECRET -> "Key or token";
            case POLICY -> "Content policy";
        };
    }
}
