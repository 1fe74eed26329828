package io.plumbline.monitoring;

import io.plumbline.domain.DailyCell;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which deployment context (system prompt and tools) most of each day's records ran in (R7). */
final class Contexts {

    private final NavigableMap<LocalDate, String> byDay = new TreeMap<>();

    Contexts(Collection<DailyCell> cells) {
        TreeMap<LocalDate, Map<String, Long>> counts = new TreeMap<>();
        for (DailyCell cell : cells) {
            counts.computeIfAbsent(cell.date(), d -> new TreeMap<>()).merge(cell.context(), cell.n(), Long::sum);
        }
        counts.forEach((date, contexts) -> byDay.put(date,
            contexts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey()));
    }

    /** First day of each new context, with the context; the first context of the log is no change. */
    NavigableMap<LocalDate, String> changes() {
        TreeMap<LocalDate, String> changes = new TreeMap<>();
        String standing = null;
        for (Map.Entry<LocalDate, String> day : byDay.entrySet()) {
            if (standing != null && !standing.equals(day.getValue())) {
                changes.put(day.getKey(), day.getValue());
            }
            standing = day.getValue();
        }
        return changes;
    }

    String on(LocalDate date) {
        Map.Entry<LocalDate, String> entry = byDay.floorEntry(date);
        return entry == null ? "" : entry.getValue();
    }
}
