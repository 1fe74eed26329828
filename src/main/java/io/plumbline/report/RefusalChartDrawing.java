package io.plumbline.report;

import io.plumbline.incidents.evidence.ChangePoint;
import io.plumbline.incidents.evidence.Shown;
import io.plumbline.stats.Interval;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Draws the refusal chart in the light palette; lines are named in the right gutter at their own height instead of in a legend. */
final class RefusalChartDrawing implements Drawing {

    private static final Color CURRENT = new Color(0x0072b2);
    private static final Color RIBBON = new Color(0, 0x72, 0xb2, 38);
    private static final Color BASELINE = new Color(0x57606a);
    private static final Color WARNING = new Color(0xe69f00);
    private static final Color CRITICAL = new Color(0xd55e00);
    private static final Color SLICE = new Color(0xa3487c);
    private static final Color INK = new Color(0x24292f);
    private static final Color MUTED = new Color(0x57606a);
    private static final Color GRID = new Color(0xeaeef2);
    private static final Stroke DASHED = new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 3}, 0);
    private static final Stroke DOTTED = new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {1.5f, 3}, 0);
    private static final int GUTTER = 118;
    private static final int HEAD = 18;
    private static final int LABEL_HEIGHT = 12;

    private final RefusalChart chart;
    private final ReportFonts fonts;

    RefusalChartDrawing(RefusalChart chart, ReportFonts fonts) {
        this.chart = chart;
        this.fonts = fonts;
    }

    @Override
    public int width() {
        return 704;
    }

    @Override
    public int height() {
        return 214;
    }

    @Override
    public String description() {
        return "Rolling refusal rate from " + chart.days().get(0).day() + " to " + last(chart.days()).day() + ", baseline "
            + Shown.percent(chart.baseline()) + ", now " + Shown.percent(last(chart.days()).tally().refusal());
    }

    @Override
    public void draw(Graphics2D surface) {
        JFreeChart drawn = new JFreeChart(null, fonts.chart(11), plot(), false);
        drawn.setBackgroundPaint(null);
        drawn.setPadding(new RectangleInsets(0, 0, 0, 0));
        drawn.setAntiAlias(true);
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        drawn.draw(surface, new Rectangle2D.Double(0, HEAD, width() - GUTTER, height() - HEAD), info);
        Rectangle2D area = info.getPlotInfo().getDataArea();
        gutter(surface, drawn.getXYPlot(), area);
        chart.start().ifPresent(start -> tag(surface, drawn.getXYPlot(), area, start));
    }

    private XYPlot plot() {
        DateAxis time = new DateAxis(null, TimeZone.getTimeZone("UTC"), Locale.ENGLISH);
        SimpleDateFormat day = new SimpleDateFormat("d MMM", Locale.ENGLISH);
        day.setTimeZone(TimeZone.getTimeZone("UTC"));
        time.setDateFormatOverride(day);
        time.setRange(millis(chart.days().get(0).day()), Math.max(millis(last(chart.days()).day()), millis(chart.days().get(0).day()) + 1));
        time.setTickLabelFont(fonts.chart(10.5f));
        time.setTickLabelPaint(MUTED);
        time.setTickMarksVisible(false);
        time.setAxisLinePaint(new Color(0xd0d7de));
        NumberAxis rate = new NumberAxis();
        rate.setRange(floor(), 1);
        rate.setTickUnit(new NumberTickUnit(floor() < 0.5 ? 0.2 : 0.1));
        rate.setNumberFormatOverride(new DecimalFormat("0%", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        rate.setTickLabelFont(fonts.chart(10.5f));
        rate.setTickLabelPaint(MUTED);
        rate.setTickMarksVisible(false);
        rate.setAxisLineVisible(false);
        XYPlot plot = new XYPlot(null, time, rate, null);
        plot.setInsets(new RectangleInsets(7, 0, 0, 0));
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        series(plot);
        lines(plot);
        return plot;
    }

    private void series(XYPlot plot) {
        YIntervalSeries current = new YIntervalSeries("all");
        for (RefusalChart.Point point : chart.days()) {
            if (point.tally().n() > 0) {
                Interval interval = point.tally().refusalInterval(chart.confidence());
                current.add(millis(point.day()), point.tally().refusal(), interval.lower(), interval.upper());
            }
        }
        YIntervalSeriesCollection ribbon = new YIntervalSeriesCollection();
        ribbon.addSeries(current);
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setSeriesPaint(0, CURRENT);
        renderer.setSeriesStroke(0, new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        renderer.setSeriesFillPaint(0, RIBBON);
        renderer.setAlpha(1f);
        plot.setDataset(0, ribbon);
        plot.setRenderer(0, renderer);
        chart.slice().ifPresent(line -> {
            XYSeries slice = new XYSeries("slice");
            line.days().stream().filter(p -> p.tally().n() > 0).forEach(p -> slice.add(millis(p.day()), p.tally().refusal()));
            XYLineAndShapeRenderer dotted = new XYLineAndShapeRenderer(true, false);
            dotted.setSeriesPaint(0, SLICE);
            dotted.setSeriesStroke(0, DOTTED);
            dotted.setDrawSeriesLineAsPath(true);
            plot.setDataset(1, new XYSeriesCollection(slice));
            plot.setRenderer(1, dotted);
        });
    }

    private void lines(XYPlot plot) {
        plot.addRangeMarker(new ValueMarker(chart.baseline(), BASELINE, DASHED), Layer.BACKGROUND);
        plot.addRangeMarker(new ValueMarker(chart.warning(), WARNING, new BasicStroke(1.6f)), Layer.BACKGROUND);
        plot.addRangeMarker(new ValueMarker(chart.critical(), CRITICAL, new BasicStroke(1.6f)), Layer.BACKGROUND);
        chart.start().ifPresent(start -> {
            long earliest = millis(start.earliest());
            plot.addDomainMarker(new IntervalMarker(earliest, Math.max(millis(start.latest()), earliest + 1),
                new Color(0x24, 0x29, 0x2f, 28)), Layer.BACKGROUND);
            plot.addDomainMarker(new ValueMarker(millis(start.day()), INK, new BasicStroke(1.6f)), Layer.FOREGROUND);
        });
    }

    /** The change point's label above the plot, kept inside the picture. */
    private void tag(Graphics2D surface, XYPlot plot, Rectangle2D area, ChangePoint start) {
        double x = plot.getDomainAxis().valueToJava2D(millis(start.day()), area, RectangleEdge.BOTTOM);
        surface.setFont(fonts.chartBold(10.5f));
        surface.setPaint(INK);
        String text = "change point " + start.day().getDayOfMonth() + " "
            + start.day().getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " (" + start.interval() + ")";
        double width = surface.getFontMetrics().stringWidth(text);
        surface.drawString(text, (float) Math.max(0, Math.min(x - width / 2, width() - width)), HEAD - 5f);
    }

    private void gutter(Graphics2D surface, XYPlot plot, Rectangle2D area) {
        List<Label> labels = new ArrayList<>();
        labels.add(label(plot, area, "Baseline", chart.baseline(), MUTED));
        labels.add(label(plot, area, "Warning", chart.warning(), new Color(0x7a4a00)));
        labels.add(label(plot, area, "Critical", chart.critical(), new Color(0x9c3a00)));
        labels.add(label(plot, area, "All", last(chart.days()).tally().refusal(), CURRENT));
        chart.slice().ifPresent(line -> labels.add(label(plot, area, PrintableText.of(line.name(), fonts::hasOwn),
            last(line.days()).tally().refusal(), SLICE)));
        labels.removeIf(label -> Double.isNaN(label.at()));
        labels.sort(Comparator.comparingDouble(Label::at));
        double free = Double.NEGATIVE_INFINITY;
        for (Label label : labels) {
            double y = Math.max(label.at(), free);
            surface.setPaint(label.color());
            surface.setStroke(new BasicStroke(1.4f));
            surface.draw(new Line2D.Double(area.getMaxX() + 2, label.at(), area.getMaxX() + 8, y));
            surface.setFont(label.color().equals(CURRENT) || label.color().equals(SLICE) ? fonts.chartBold(10.5f) : fonts.chart(10.5f));
            surface.drawString(label.text(), (float) area.getMaxX() + 12, (float) y + 4);
            free = y + LABEL_HEIGHT;
        }
    }

    private static Label label(XYPlot plot, Rectangle2D area, String name, double value, Color color) {
        double shown = Math.max(plot.getRangeAxis().getLowerBound(), value);
        return new Label(name + " " + Shown.percent(value), Double.isNaN(value) ? Double.NaN
            : plot.getRangeAxis().valueToJava2D(shown, area, RectangleEdge.LEFT), color);
    }

    private record Label(String text, double at, Color color) {
    }

    /** The tenth below everything that is drawn. */
    private double floor() {
        double lowest = Math.min(chart.critical(), chart.days().stream().filter(p -> p.tally().n() > 0)
            .mapToDouble(p -> p.tally().refusalInterval(chart.confidence()).lower()).min().orElse(0));
        double slice = chart.slice().stream().flatMap(l -> l.days().stream()).filter(p -> p.tally().n() > 0)
            .mapToDouble(p -> p.tally().refusal()).min().orElse(1);
        return Math.max(0, Math.floor(10 * Math.min(lowest, slice)) / 10);
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static RefusalChart.Point last(List<RefusalChart.Point> points) {
        return points.get(points.size() - 1);
    }
}
