package io.plumbline.bench;

import io.plumbline.stats.changepoint.AutoSegmentation;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How often {@code auto} reports a change where none is. Arguments: number of series per kind (default 1,000). Lengths run from 60 to 400
 * points, two months to a year of days.
 */
public final class FalseAlarms {

    private static final int SHORTEST = 60;
    private static final int LONGEST = 400;

    private FalseAlarms() {
    }

    public static void main(String[] arguments) {
        int series = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        System.out.println("| no change in | series | reported a change | share |");
        System.out.println("|---|---|---|---|");
        for (NullSeries kind : NullSeries.values()) {
            SplittableRandom random = new SplittableRandom(20_261_120L + kind.ordinal());
            int alarms = 0;
            for (int i = 0; i < series; i++) {
                int size = SHORTEST + random.nextInt(LONGEST - SHORTEST + 1);
                alarms += AutoSegmentation.of(kind.draw(size, random)).changePoints().length > 0 ? 1 : 0;
            }
            System.out.printf(Locale.ROOT, "| %s | %d | %d | %.1f %% |%n", kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), series,
                alarms, 100.0 * alarms / series);
        }
    }
}
