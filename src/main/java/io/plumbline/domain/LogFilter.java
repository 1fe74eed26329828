package io.plumbline.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which log records are meant. An empty set means "all".
 *
 * @param from       first day, UTC, inclusive
 * @param to         last day, UTC, inclusive
 * @param categories harm categories
 * @param contexts   deployment contexts
 * @param canaries   user traffic, or canaries alone
 */
public record LogFilter(Optional<LocalDate> from, Optional<LocalDate> to, Set<String> categories, Set<String> contexts,
                        CanarySelection canaries) {

    public LogFilter {
        categories = Set.copyOf(categories);
        contexts = Set.copyOf(contexts);
    }

    /** All user traffic. */
    public static LogFilter everything() {
        return new LogFilter(Optional.empty(), Optional.empty(), Set.of(), Set.of(), CanarySelection.USER_TRAFFIC);
    }

    public LogFilter between(LocalDate first, LocalDate last) {
        return new LogFilter(Optional.of(first), Optional.of(last), categories, contexts, canaries);
    }

    public LogFilter inCategories(Set<String> wanted) {
        return new LogFilter(from, to, wanted, contexts, canaries);
    }

    public LogFilter canariesOnly() {
        return new LogFilter(from, to, categories, contexts, CanarySelection.CANARIES_ONLY);
    }
}
