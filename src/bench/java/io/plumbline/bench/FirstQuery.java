package io.plumbline.bench;

import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.TimeStep;
import io.plumbline.store.SeriesCell;
import io.plumbline.store.SeriesRequest;
import io.plumbline.store.SortOrder;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * The chart of every day and category, or the 100 most toxic records of one of these cells, asked in a process that has only opened its workspace,
 * and asked again: wall and processor time of the asking thread. Arguments: workspace folder, {@code chart}, or the day and category of the cell.
 */
public final class FirstQuery {

    private static final int TIMES = 4;

    private FirstQuery() {
    }

    public static void main(String[] arguments) {
        try (Workspace workspace = Workspaces.open(Path.of(arguments[0]), "bench")) {
            IntSupplier query = arguments.length < 3 ? () -> chart(workspace) : () -> records(workspace, Instant.parse(arguments[1] + "T00:00:00Z"),
                arguments[2]);
            for (int i = 0; i < TIMES; i++) {
                long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                long start = System.nanoTime();
                int rows = query.getAsInt();
                double wall = (System.nanoTime() - start) / 1e6;
                System.out.printf(Locale.ROOT, "%d: wall %.1f ms, processor %.1f ms, %d rows%n", i + 1, wall,
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) / 1e6, rows);
            }
        }
    }

    private static int chart(Workspace workspace) {
        List<SeriesCell> cells = workspace.log().series(SeriesRequest.distributions(TimeStep.DAY, List.of(LogDimension.CATEGORY),
            Set.of(LogSignal.TOXICITY)), LogFilter.everything());
        cells.forEach(cell -> cell.signals().get(LogSignal.TOXICITY).quantile(0.95));
        return cells.size();
    }

    private static int records(Workspace workspace, Instant day, String category) {
        return workspace.log().sorted(LogSignal.TOXICITY, SortOrder.GREATEST_FIRST, LogFilter.everything().inCategories(Set.of(category)).within(day,
            day.plus(Duration.ofDays(1))), 0, 100).size();
    }
}
