package io.plumbline.incidents.evidence;

import io.plumbline.domain.LogFilter;
import java.util.Optional;
import java.util.Set;

/**
 * What an incident compares: its own days with the days before that count as normal, in harmful user traffic.
 *
 * @param baseline       days that count as normal
 * @param window         days of the incident
 * @param category       category it is about; empty for all
 * @param harmCategories every harm category of the log
 */
public record Comparison(Period baseline, Period window, Optional<String> category, Set<String> harmCategories) {

    public Comparison {
        harmCategories = Set.copyOf(harmCategories);
    }

    /** Harmful user traffic in the incident's category, or in all of them; any day. */
    public LogFilter scope() {
        return LogFilter.everything().inCategories(category.map(Set::of).orElse(harmCategories));
    }

    /** Harmful user traffic in every category; any day. */
    public LogFilter harmful() {
        return LogFilter.everything().inCategories(harmCategories);
    }
}
