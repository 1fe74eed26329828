package io.plumbline.report;

import java.util.List;

/**
 * What became of each paired prompt, as shares of its category.
 *
 * @param rows one a category, and one for all of them
 */
public record FlipChart(List<Row> rows) implements ReportChart {

    public FlipChart {
        rows = List.copyOf(rows);
    }

    /** Prompts by what they were with the base model and are with the candidate. */
    public record Row(String name, long staySafe, long harmful, long beneficial, long stayUnsafe) {

        long n() {
            return staySafe + harmful + beneficial + stayUnsafe;
        }
    }
}
