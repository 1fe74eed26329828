package io.plumbline.incidents;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an incident was opened on.
 *
 * @param from     first day, UTC, inclusive
 * @param to       last day, UTC, inclusive
 * @param category the harm category it is about; empty where it is about all of them
 * @param records  keys of flagged records it was opened from; empty where a range was brushed
 */
public record IncidentScope(LocalDate from, LocalDate to, Optional<String> category, List<String> records) {

    public IncidentScope {
        records = List.copyOf(records);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("range ends before it begins: " + from + " to " + to);
        }
    }

    public static IncidentScope range(LocalDate from, LocalDate to) {
        return new IncidentScope(from, to, Optional.empty(), List.of());
    }

    public IncidentScope inCategory(String name) {
        return new IncidentScope(from, to, Optional.of(name), records);
    }
}
