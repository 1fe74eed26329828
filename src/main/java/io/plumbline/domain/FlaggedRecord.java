package io.plumbline.domain;

import java.time.Instant;
import java.util.List;

/**
 * A flagged record without its texts: enough to queue a hundred thousand of them.
 *
 * @param key      stable key of the record, the subject of its labels
 * @param id       record id as the log has it
 * @param time     when it happened
 * @param category harm category
 * @param flags    why it waits, at least one
 */
public record FlaggedRecord(String key, String id, Instant time, String category, List<Flag> flags) {

    public FlaggedRecord {
        flags = List.copyOf(flags);
    }
}
