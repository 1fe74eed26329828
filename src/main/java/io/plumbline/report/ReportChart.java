package io.plumbline.report;

/** What a figure of a report shows, as numbers; how it is drawn is the drawing's business. */
public sealed interface ReportChart permits RefusalChart, IntervalChart, FlipChart {
}
