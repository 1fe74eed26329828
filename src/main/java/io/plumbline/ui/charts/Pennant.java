package io.plumbline.ui.charts;

/** An event above the charts: a dashed line and a flag. */
public record Pennant(double day, String text) {
}
