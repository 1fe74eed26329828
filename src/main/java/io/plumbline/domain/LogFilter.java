package io.plumbline.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which log records are meant. An empty set means "all".
 *
 * @param from     first day, UTC, inclusive
 * @param to       last day, UTC, inclusive
 * @param since    first moment, inclusive; narrows the days
 * @param before   moment after the last one; narrows the days
 * @param only     for a dimension, the names that are meant; a dimension that is absent is not narrowed
 * @param canaries user traffic, or canaries alone
 */
public record LogFilter(Optional<LocalDate> from, Optional<LocalDate> to, Optional<Instant> since, Optional<Instant> before,
                        Map<LogDimension, Set<String>> only, CanarySelection canaries) {

    public LogFilter {
        Map<LogDimension, Set<String>> copy = new EnumMap<>(LogDimension.class);
        for (Map.Entry<LogDimension, Set<String>> names : only.entrySet()) {
            if (!names.getValue().isEmpty()) {
                copy.put(names.getKey(), Set.copyOf(names.getValue()));
            }
        }
        only = Collections.unmodifiableMap(copy);
    }

    /** All user traffic. */
    public static LogFilter everything() {
        return new LogFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), CanarySelection.USER_TRAFFIC);
    }

    public LogFilter between(LocalDate first, LocalDate last) {
        return new LogFilter(Optional.of(first), Optional.of(last), since, before, only, canaries);
    }

    /** @param first empty for "from the beginning"; {@code last} empty for "to the end" */
    public LogFilter onDays(Optional<LocalDate> first, Optional<LocalDate> last) {
        return new LogFilter(first, last, since, before, only, canaries);
    }

    /** @param end exclusive */
    public LogFilter within(Instant start, Instant end) {
        return new LogFilter(from, to, Optional.of(start), Optional.of(end), only, canaries);
    }

    public LogFilter inCategories(Set<String> wanted) {
        return with(LogDimension.CATEGORY, wanted);
    }

    /** @param wanted empty for all */
    public LogFilter with(LogDimension dimension, Set<String> wanted) {
        Map<LogDimension, Set<String>> narrowed = new EnumMap<>(LogDimension.class);
        narrowed.putAll(only);
        narrowed.put(dimension, wanted);
        return new LogFilter(from, to, since, before, narrowed, canaries);
    }

    public LogFilter canariesOnly() {
        return new LogFilter(from, to, since, before, only, CanarySelection.CANARIES_ONLY);
    }

    /** The names that are meant; empty for all. */
    public Set<String> wanted(LogDimension dimension) {
        return only.getOrDefault(dimension, Set.of());
    }

    public Set<String> categories() {
        return wanted(LogDimension.CATEGORY);
    }

    public Set<String> contexts() {
        return wanted(LogDimension.CONTEXT);
    }

    /** The first moment that is meant, where there is one. */
    public Optional<Instant> start() {
        Optional<Instant> day = from.isPresent() ? Optional.of(from.get().atStartOfDay(ZoneOffset.UTC).toInstant()) : Optional.empty();
        return since.isPresent() && (day.isEmpty() || since.get().isAfter(day.get())) ? since : day;
    }

    /** The moment after the last that is meant, where there is one. */
    public Optional<Instant> end() {
        Optional<Instant> day = to.isPresent() ? Optional.of(to.get().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()) : Optional.empty();
        return before.isPresent() && (day.isEmpty() || before.get().isBefore(day.get())) ? before : day;
    }
}
