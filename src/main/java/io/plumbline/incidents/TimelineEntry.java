package io.plumbline.incidents;

import java.time.Instant;

/**
 * One point on an incident's timeline.
 *
 * @param at     when it happened, which for an inserted entry is not when it was written
 * @param origin who knows of it
 * @param title  what happened
 * @param detail what else a reader wants to know
 * @param by     who wrote or did it; empty for computed entries
 */
public record TimelineEntry(Instant at, Origin origin, Weight weight, String title, String detail, String by) {

    /** Where an entry comes from. */
    public enum Origin {
        /** Found in the data. */
        COMPUTED,
        /** A decision in the journal. */
        DECISION,
        /** Written in by a person. */
        PERSON
    }

    /** Whether the entry stays when only the important ones are shown. */
    public enum Weight {
        IMPORTANT, ORDINARY
    }
}
