package io.plumbline.domain;

/** Reasons for which a record enters the triage queue. */
public enum FlagKind {
    COMPLIED_WITH_HARM, TRIGGER, PERSONAL_DATA, TOXIC, DETECTORS_DIFFER, PARTIAL_REFUSAL, HIDDEN_TEXT, RANDOM_AUDIT, SECRET, POLICY, ANOMALY
}
