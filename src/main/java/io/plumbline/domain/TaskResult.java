package io.plumbline.domain;

/**
 * What a run scored on one task by one metric.
 *
 * @param task          name of the task, e.g. {@code mmlu_virology}
 * @param metric        e.g. {@code acc}
 * @param filter        what the tool did to the responses before it scored them; {@code none} or empty for nothing
 * @param value         the score
 * @param standardError of the score; NaN where it is not known
 * @param n             documents or samples scored; −1 where the source does not say
 * @param better        which way is good
 * @param origin        whether the file states the score or its rows give it
 */
public record TaskResult(String task, String metric, String filter, double value, double standardError, int n, Better better, Origin origin) {

    /** Which way is good. */
    public enum Better {
        HIGHER, LOWER, UNSTATED
    }

    /** Where a score comes from. A stated one can't be checked. */
    public enum Origin {
        STATED, RECOMPUTED
    }

    /** What two runs must share to be compared on it. */
    public String name() {
        return task + " " + metric + (filter.isEmpty() || filter.equals("none") ? "" : ", " + filter);
    }

    public boolean hasStandardError() {
        return !Double.isNaN(standardError);
    }
}
