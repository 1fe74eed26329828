package io.plumbline.ui.patterns;

import io.plumbline.monitoring.AnomalyReport;
import io.plumbline.monitoring.AnomalyWords;
import io.plumbline.stats.Interval;
import io.plumbline.ui.charts.ChartStack;
import io.plumbline.ui.charts.Ink;
import io.plumbline.ui.charts.Mark;
import io.plumbline.ui.charts.Plot;
import io.plumbline.ui.charts.Plot.GutterName;
import io.plumbline.ui.charts.Stroke;
import io.plumbline.ui.charts.Ticks;
import io.plumbline.ui.common.Figures;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The share of unusual records per day, with the level and the days whose whole interval lies above it. */
final class AnomalyChart {

    private AnomalyChart() {
    }

    static ChartStack of(AnomalyReport report, double confidence) {
        if (report.days().isEmpty()) {
            return ChartStack.empty();
        }
        long first = report.days().get(0).date().toEpochDay();
        long last = report.days().get(report.days().size() - 1).date().toEpochDay();
        double[] days = new double[(int) (last - first) + 1];
        double[] shares = new double[days.length];
        boolean[] beyond = new boolean[days.length];
        Arrays.setAll(days, i -> (double) first + i);
        Arrays.fill(shares, Double.NaN);
        Map<Long, String> readings = new HashMap<>();
        double high = 4 * report.level();
        for (AnomalyReport.Day day : report.days()) {
            int at = (int) (day.date().toEpochDay() - first);
            Interval interval = AnomalyReport.interval(day, confidence);
            shares[at] = (double) day.flagged() / day.records();
            beyond[at] = interval.lower() > report.level();
            high = Math.max(high, 1.15 * shares[at]);
            readings.put(day.date().toEpochDay(), AnomalyWords.share(shares[at]) + " (" + AnomalyWords.interval(interval) + "), " + Figures.count(day.flagged())
                + " of " + Figures.count(day.records()));
        }
        Plot plot = new Plot("anomalies", "Unusual records", "share of user traffic; baseline " + Figures.days(report.from(), report.to()), 160, 0, high,
            Ticks.values(0, high, 4), v -> Figures.decimal(100 * v, 1) + "%", List.of(new Mark.Bars(days, shares, beyond, Ink.CURRENT),
            new Mark.Level(report.level(), Ink.BASELINE, Stroke.dashed(1))), List.of(new GutterName(report.level(), "Level "
            + AnomalyWords.share(report.level()), Ink.BASELINE)), List.of(), readings);
        return new ChartStack(List.of(plot), List.of(), List.of(), first, last + 1.0);
    }
}
