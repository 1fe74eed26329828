package io.plumbline.evaluation.adapters;

import io.plumbline.stats.Interval;

/**
 * What two adapters do together beyond what each does alone, in points of the safe rate: (both − first) − (second − none), prompt by prompt.
 *
 * @param n        prompts judged in all four runs
 * @param points   mean over them; below 0 the stack is less safe than its parts let expect
 * @param interval its interval, Student's t over prompts
 */
public record AdapterInteraction(String first, String second, int n, double points, Interval interval) {
}
