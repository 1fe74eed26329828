package io.plumbline.ui.charts;

import java.util.List;
import java.util.Optional;

/**
 * Charts over one time line, with what stands across all of them.
 *
 * @param plots    from top to bottom
 * @param changes  change points
 * @param pennants events
 * @param first    first epoch day
 * @param last     epoch day after the last
 */
public record ChartStack(List<Plot> plots, List<ChangeTag> changes, List<Pennant> pennants, double first, double last) {

    public ChartStack {
        plots = List.copyOf(plots);
        changes = List.copyOf(changes);
        pennants = List.copyOf(pennants);
    }

    public static ChartStack empty() {
        return new ChartStack(List.of(), List.of(), List.of(), 0, 1);
    }

    public boolean isEmpty() {
        return plots.isEmpty();
    }

    public Optional<Plot> plot(String id) {
        return plots.stream().filter(p -> p.id().equals(id)).findFirst();
    }
}
