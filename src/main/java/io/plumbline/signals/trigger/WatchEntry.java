package io.plumbline.signals.trigger;

import java.time.Instant;

/**
 * One line of the watch list.
 *
 * @param id      stable name, e.g. {@code TRG-03}
 * @param kind    how the text is meant
 * @param text    what is watched for
 * @param reason  why, in the words of the person who added it
 * @param addedBy who
 * @param added   when
 */
public record WatchEntry(String id, WatchKind kind, String text, String reason, String addedBy, Instant added) {

    public WatchPattern pattern() {
        return WatchPattern.of(kind, text);
    }
}
