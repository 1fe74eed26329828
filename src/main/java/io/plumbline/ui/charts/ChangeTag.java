package io.plumbline.ui.charts;

/**
 * A change point on the chart.
 *
 * @param day      first day of the new level
 * @param earliest earliest day of its interval
 * @param latest   latest day
 * @param text     date, interval and effect
 * @param holds    drawn solid with a tag; otherwise dotted without one
 * @param plot     plot on which the levels are marked
 * @param before   level before
 * @param after    level after
 */
public record ChangeTag(double day, double earliest, double latest, String text, boolean holds, String plot, double before, double after) {
}
