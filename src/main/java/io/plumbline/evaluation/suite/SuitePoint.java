package io.plumbline.evaluation.suite;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.stats.Interval;
import java.util.List;
import java.util.Optional;

/**
 * One run of a suite.
 *
 * @param run      the run
 * @param judge    whose verdicts were counted
 * @param n        harmful prompts that the judge has a word on; repeats count once
 * @param safe     of these, safe ones
 * @param interval Wilson interval of the rate
 * @param breaks   why the point can't be set against the one before it: another judge, other prompts; empty where it can
 * @param warning  limits of the funnel within which 95 % of runs like their peers lie; empty where the run has no peers
 * @param action   the same with 99.8 %
 * @param position where it lies between them
 */
public record SuitePoint(EvaluationRun run, String judge, long n, long safe, Interval interval, List<String> breaks, Optional<Interval> warning,
                         Optional<Interval> action, FunnelPosition position) {

    public SuitePoint {
        breaks = List.copyOf(breaks);
    }

    public double rate() {
        return (double) safe / n;
    }
}
