package io.plumbline.monitoring;

import java.time.LocalDate;

/**
 * Something that happened around the model and may explain a change in it.
 *
 * @param kind    what happened
 * @param date    first day
 * @param lastDay last day it held
 * @param label   short name for the pennant
 * @param text    one sentence
 */
public record DriftEvent(Kind kind, LocalDate date, LocalDate lastDay, String label, String text) {

    /** Sorts of events. */
    public enum Kind {
        CONTEXT_CHANGE, DETECTOR_CHANGE, GAP, TRIGGER_FIRST_SEEN
    }
}
