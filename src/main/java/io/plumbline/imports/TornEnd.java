package io.plumbline.imports;

/** What to do with a compressed file that ends in the middle: the rest of it may hold exactly the records that matter. */
public enum TornEnd {
    /** Import nothing and say where it breaks off. */
    REFUSE,
    /** Import the whole records before the break and keep the torn one among the rejects. */
    KEEP_WHOLE_RECORDS
}
