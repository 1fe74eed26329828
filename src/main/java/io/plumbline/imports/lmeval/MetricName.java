package io.plumbline.imports.lmeval;

/**
 * A metric's name as lm-evaluation-harness writes it: {@code acc,none}, {@code acc_stderr,none}, {@code exact_match,flexible-extract};
 * without a filter before version 0.4. Names may hold commas themselves, so the last one counts.
 */
record MetricName(String metric, String filter, Part part) {

    private static final String STDERR = "_stderr";

    /** What the number under the name is. */
    enum Part {
        VALUE, STANDARD_ERROR
    }

    static MetricName of(String key) {
        int comma = key.lastIndexOf(',');
        String name = comma < 0 ? key : key.substring(0, comma);
        String filter = comma < 0 ? "" : key.substring(comma + 1);
        return name.endsWith(STDERR) ? new MetricName(name.substring(0, name.length() - STDERR.length()), filter, Part.STANDARD_ERROR)
            : new MetricName(name, filter, Part.VALUE);
    }

    /** The metric and, where responses were changed before they were scored, how. */
    String judge() {
        return filter.isEmpty() || filter.equals("none") ? metric : metric + "," + filter;
    }
}
