package io.plumbline.triage;

import java.time.Instant;

/**
 * One person's word on one record.
 *
 * @param sequence line of the journal that holds it
 * @param record   key of the record
 * @param rater    who said it
 * @param choice   what
 * @param unsure   said with doubt; such a label counts for agreement, not for the precision of detectors
 * @param note     reason, may be empty
 * @param rating   whether other people's labels could be seen
 * @param time     when
 */
public record Label(long sequence, String record, String rater, LabelChoice choice, boolean unsure, String note, Rating rating, Instant time) {

    /** How a label came about. */
    public enum Rating {
        FIRST, SECOND_BLIND
    }
}
