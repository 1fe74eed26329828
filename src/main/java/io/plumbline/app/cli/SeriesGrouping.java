package io.plumbline.app.cli;

import io.plumbline.domain.LogDimension;
import io.plumbline.domain.TimeStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the rows of a series are kept apart by, as on the command line: {@code day,category}.
 *
 * @param step time step
 * @param by   dimensions
 */
record SeriesGrouping(TimeStep step, List<LogDimension> by) {

    SeriesGrouping {
        by = List.copyOf(by);
    }

    /** @throws IllegalArgumentException with a sentence where a word is none of these */
    static SeriesGrouping named(List<String> words) {
        TimeStep step = TimeStep.ALL;
        List<LogDimension> by = new ArrayList<>();
        for (String word : words) {
            switch (word.strip().toLowerCase(Locale.ROOT)) {
                case "hour" -> step = TimeStep.HOUR;
                case "day" -> step = TimeStep.DAY;
                case "week" -> step = TimeStep.WEEK;
                case "category" -> by.add(LogDimension.CATEGORY);
                case "model" -> by.add(LogDimension.MODEL);
                case "context" -> by.add(LogDimension.CONTEXT);
                case "language" -> by.add(LogDimension.LANGUAGE);
                case "topic" -> by.add(LogDimension.TOPIC);
                default -> throw new IllegalArgumentException("A series is by hour, day or week, and by category, model, context, language "
                    + "or topic; not by “" + word + "”.");
            }
        }
        return new SeriesGrouping(step, by);
    }

    /** How a row says when it is: the day, or the hour. */
    String time(Instant start) {
        return step == TimeStep.HOUR ? start.toString() : start.toString().substring(0, "2026-05-01".length());
    }
}
