package io.plumbline.report;

import io.plumbline.incidents.evidence.ChangePoint;
import io.plumbline.incidents.evidence.Tally;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The rolling refusal rate with the lines it is judged by.
 *
 * @param windowDays days that each point sums up
 * @param prompts    harmful prompts counted in all
 * @param days       one point a day: the counts of the days that end there
 * @param confidence level of the ribbon
 * @param slice      the category that fell most, drawn dotted; empty where none did
 * @param baseline   refusal rate of the baseline
 * @param warning    rate below which a warning begins
 * @param critical   rate below which the alert is critical
 * @param start      the fall the incident is about
 */
public record RefusalChart(int windowDays, long prompts, List<Point> days, double confidence, Optional<Line> slice, double baseline, double warning, double critical,
                           Optional<ChangePoint> start) implements ReportChart {

    public RefusalChart {
        days = List.copyOf(days);
    }

    /** Counts of the window that ends on a day. */
    public record Point(LocalDate day, Tally tally) {
    }

    /** A second series. */
    public record Line(String name, List<Point> days) {
        public Line {
            days = List.copyOf(days);
        }
    }
}
