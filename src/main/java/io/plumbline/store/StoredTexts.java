package io.plumbline.store;

import io.plumbline.domain.Progress;
import java.time.Instant;
import java.time.LocalDate;

/** The texts of the production log, apart from its numbers. */
public interface StoredTexts {

    /** What of the records before a moment has texts that may go; changes nothing. */
    TextsDue due(Instant before, TextsKept kept, Progress progress);

    /**
     * Removes them, a segment at a time, and has the database's file written anew when the workspace is closed, so that nothing of them is left
     * in it. What was done when a process dies stays done; doing it again goes on with the rest. Cancelling stops between two segments.
     *
     * @param on the day that stands in place of the texts
     */
    TextsDue remove(Instant before, TextsKept kept, LocalDate on, Progress progress);
}
