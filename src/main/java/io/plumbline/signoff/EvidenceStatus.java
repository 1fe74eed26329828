package io.plumbline.signoff;

/** Where a piece of evidence stands. */
public enum EvidenceStatus {
    HOLDS, PARTLY, MISSING, EXPIRED
}
