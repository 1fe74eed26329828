package io.plumbline.store;

import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.TimeStep;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which series are wanted: one bucket for each step and each combination of names in the given dimensions.
 *
 * @param by        dimensions that are kept apart, in the order in which cells are sorted
 * @param sums      signals whose count, mean and extremes are wanted
 * @param quantiles signals whose distribution is wanted as well
 */
public record SeriesRequest(TimeStep step, List<LogDimension> by, Set<LogSignal> sums, Set<LogSignal> quantiles) {

    public SeriesRequest {
        by = List.copyOf(by);
        sums = Set.copyOf(sums);
        quantiles = Set.copyOf(quantiles);
    }

    /** All signals that are asked for. */
    Set<LogSignal> signals() {
        Set<LogSignal> signals = EnumSet.noneOf(LogSignal.class);
        signals.addAll(sums);
        signals.addAll(quantiles);
        return signals;
    }

    /** Counts alone. */
    public static SeriesRequest counts(TimeStep step, LogDimension... by) {
        return new SeriesRequest(step, List.of(by), Set.of(), Set.of());
    }

    /** Counts, and the distribution of some signals. */
    public static SeriesRequest distributions(TimeStep step, List<LogDimension> by, Set<LogSignal> signals) {
        return new SeriesRequest(step, by, Set.of(), signals);
    }
}
