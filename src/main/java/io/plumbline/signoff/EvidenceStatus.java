package io.plumbline.signoff;

/** Where a piece of evidence stands. */
public enum EvidenceStatus {
    HOLDS, PARTLY, MISSING, EXPIRED,
    /** It can't be had where the model is reached this way; it stays on the list, as a gap (R111). */
    IMPOSSIBLE
}
