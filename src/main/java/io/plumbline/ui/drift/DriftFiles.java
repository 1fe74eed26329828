package io.plumbline.ui.drift;

import io.plumbline.monitoring.DriftReport;
import io.plumbline.monitoring.MetricSeries;
import io.plumbline.monitoring.SeriesPoint;
import io.plumbline.stats.Interval;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes the numbers behind the charts as CSV: one line per series and day. Cells that a spreadsheet would run as a formula are quoted. */
final class DriftFiles {

    private DriftFiles() {
    }

    static void csv(DriftReport report, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("metric,category,date,n,effective_n,value,lower,upper,unweighted,lower_limit,upper_limit,rolling,rolling_lower,rolling_upper,"
                + "baseline,other_detector,beyond_limit,change_point\r\n");
            for (MetricSeries series : report.series()) {
                for (SeriesPoint p : series.points()) {
                    out.write(line(series, p));
                }
            }
        }
    }

    private static String line(MetricSeries series, SeriesPoint p) {
        boolean change = series.changePoints().stream().anyMatch(c -> c.date().equals(p.date()));
        return String.join(",", series.metric().key(), cell(series.category()), p.date().toString(), String.valueOf(p.n()), number(p.effectiveN()),
            number(p.value()), number(p.interval().lower()), number(p.interval().upper()), number(p.naive()),
            number(p.limits().map(Interval::lower).orElse(Double.NaN)), number(p.limits().map(Interval::upper).orElse(Double.NaN)),
            number(p.rolling()), number(p.ribbon().map(Interval::lower).orElse(Double.NaN)), number(p.ribbon().map(Interval::upper).orElse(Double.NaN)),
            number(series.baseline()), String.valueOf(p.foreign()), String.valueOf(p.beyond()), String.valueOf(change)) + "\r\n";
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.6g", value) : "";
    }

    static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[\\w '.-]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
