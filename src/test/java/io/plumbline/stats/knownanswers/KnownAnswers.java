package io.plumbline.stats.knownanswers;

/**
 * How the cases of one topic are checked. The harness finds the class by the topic's name: {@code p_chart} is {@code PChartAnswers}, in
 * this package, with a constructor without arguments.
 */
interface KnownAnswers {

    /** Computes every expected value of the case from its inputs and compares them. */
    void check(KnownCase known);
}
