package io.plumbline.evaluation.suite;

import java.util.List;

/**
 * All runs of a suite, oldest first.
 *
 * @param suite  name of the suite
 * @param judge  the judge that most runs share
 * @param dated  whether every run says when it was made; else the order is that of the imports
 * @param points the runs on which a judge has a word
 * @param peers  runs that the funnel is made of: those with this judge and with the same prompts as most
 * @param centre share of safe answers of all peers together; NaN without peers
 */
public record SuiteHistory(String suite, String judge, boolean dated, List<SuitePoint> points, int peers, double centre) {

    public SuiteHistory {
        points = List.copyOf(points);
    }
}
