package io.plumbline.ui.compare;

import io.plumbline.evaluation.suite.SuiteHistory;
import io.plumbline.evaluation.suite.SuitePoint;
import io.plumbline.stats.Interval;
import io.plumbline.stats.control.FunnelLimits;
import io.plumbline.ui.common.Figures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;

/**
 * The points of a suite, in a row with their intervals or as a funnel against the number of prompts. Few points and each one a thing that can be
 * opened, by mouse and by keyboard; so they are nodes and not painted.
 */
final class SuiteChart extends Pane {

    private static final double WIDTH = 590;
    private static final double HEIGHT = 270;
    private static final double LEFT = 46;
    private static final double BOTTOM = 28;
    private static final double TOP = 12;
    private static final double RIGHT = 14;
    private static final int STEPS = 60;
    private static final double BESIDE = 9;

    private final Consumer<SuitePoint> open;
    private final double lowest;

    private SuiteChart(double lowest, Consumer<SuitePoint> open) {
        this.lowest = lowest;
        this.open = open;
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        for (int i = 0; i <= 4; i++) {
            double rate = lowest + i * (1 - lowest) / 4;
            add("pl-suite-grid", new Line(LEFT, y(rate), WIDTH - RIGHT, y(rate)));
            label(Figures.percent(rate), 4, y(rate) + 4);
        }
    }

    /** Rates in the order of time; the line breaks where judge or prompts change. */
    static SuiteChart trend(SuiteHistory history, Consumer<SuitePoint> open) {
        List<SuitePoint> points = history.points();
        SuiteChart chart = new SuiteChart(lowest(points.stream().mapToDouble(point -> point.interval().lower()).min().orElse(0)), open);
        double step = (WIDTH - LEFT - RIGHT) / Math.max(1, points.size());
        for (int i = 0; i < points.size(); i++) {
            SuitePoint point = points.get(i);
            double x = LEFT + step * (i + 0.5);
            if (!point.breaks().isEmpty()) {
                Line line = new Line(x - step / 2, TOP, x - step / 2, HEIGHT - BOTTOM);
                Tooltip.install(line, new Tooltip(String.join("\n", point.breaks())));
                chart.add("pl-suite-break", line);
            } else if (i > 0) {
                chart.add("pl-suite-line", new Line(x - step, chart.y(points.get(i - 1).rate()), x, chart.y(point.rate())));
            }
            chart.add("pl-suite-interval", new Line(x, chart.y(point.interval().lower()), x, chart.y(point.interval().upper())));
            chart.point(point, x, chart.y(point.rate()));
            chart.label(String.valueOf(i + 1), x - 3, HEIGHT - 8);
        }
        return chart;
    }

    /** Rates against the number of prompts, with the limits within which runs like their peers lie. */
    static SuiteChart funnel(SuiteHistory history, double warning, double action, Consumer<SuitePoint> open) {
        List<SuitePoint> peers = history.points().stream().filter(point -> point.action().isPresent()).toList();
        long most = Math.max(10, (long) (1.15 * peers.stream().mapToLong(SuitePoint::n).max().orElse(10)));
        long least = Math.max(1, peers.stream().mapToLong(SuitePoint::n).min().orElse(1) / 2);
        double low = Math.min(peers.stream().mapToDouble(SuitePoint::rate).min().orElse(0), FunnelLimits.of(history.centre(), least, action).lower());
        SuiteChart chart = new SuiteChart(lowest(low), open);
        chart.add("pl-suite-line", new Line(LEFT, chart.y(history.centre()), WIDTH - RIGHT, chart.y(history.centre())));
        for (double confidence : new double[] {warning, action}) {
            Polyline lower = new Polyline();
            Polyline upper = new Polyline();
            for (int i = 0; i <= STEPS; i++) {
                long n = least + (most - least) * i / STEPS;
                Interval limits = FunnelLimits.of(history.centre(), n, confidence);
                lower.getPoints().addAll(chart.x(n, least, most), chart.y(limits.lower()));
                upper.getPoints().addAll(chart.x(n, least, most), chart.y(limits.upper()));
            }
            chart.add(confidence == warning ? "pl-suite-warning" : "pl-suite-action", lower);
            chart.add(confidence == warning ? "pl-suite-warning" : "pl-suite-action", upper);
        }
        Map<Long, Integer> alike = new HashMap<>();
        for (SuitePoint point : peers) {
            // Runs of one suite have as many prompts; side by side each of them can be seen and chosen.
            int before = alike.merge(point.n(), 1, Integer::sum) - 1;
            double aside = BESIDE * (before % 2 == 0 ? -before / 2 : (before + 1) / 2);
            chart.point(point, Math.min(WIDTH - RIGHT, chart.x(point.n(), least, most) + aside), chart.y(point.rate()));
        }
        chart.label("n = " + Figures.count(least), LEFT, HEIGHT - 8);
        chart.label(Figures.count(most) + " prompts", WIDTH - RIGHT - 86, HEIGHT - 8);
        return chart;
    }

    private static double lowest(double rate) {
        return Math.max(0, Math.floor(rate * 20) / 20 - (rate > 0.95 ? 0.05 : 0));
    }

    private double x(long n, long least, long most) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (n - least) / Math.max(1, most - least);
    }

    private double y(double rate) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - Math.max(0, rate - lowest) / (1 - lowest));
    }

    private void add(String style, Node node) {
        node.getStyleClass().add(style);
        getChildren().add(node);
    }

    private void label(String words, double x, double y) {
        add("pl-suite-label", new Text(x, y, words));
    }

    private void point(SuitePoint point, double x, double y) {
        Circle dot = new Circle(x, y, 6);
        String words = point.run().displayName() + ": " + Figures.percent(point.rate()) + " of " + point.n() + ", CI "
            + Figures.percentInterval(point.interval().lower(), point.interval().upper()) + ", " + point.judge() + ", " + point.position().words();
        dot.setAccessibleText(words);
        Tooltip.install(dot, new Tooltip(words));
        dot.setFocusTraversable(true);
        dot.setCursor(Cursor.HAND);
        dot.setOnMouseClicked(e -> open.accept(point));
        dot.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                open.accept(point);
                e.consume();
            }
        });
        dot.getStyleClass().add(switch (point.position()) {
            case BELOW_ACTION -> "act";
            case BELOW_WARNING -> "watch";
            default -> "plain";
        });
        add("pl-suite-point", dot);
    }
}
