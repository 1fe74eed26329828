package io.plumbline.evaluation.conditions;

import io.plumbline.domain.EvaluationRun;
import java.util.Optional;

/**
 * One run by the numbers of its judges.
 *
 * @param run     the run
 * @param n       prompts that every judge asked for gave a number
 * @param without prompts that lack one
 * @param mean    over the prompts, each the mean of its judges and repeats; NaN without prompts
 * @param sd      sample deviation of the same; NaN below two prompts
 * @param alpha   Krippendorff's alpha of the judges on these prompts, interval level; empty for one judge or where it is not defined
 * @param shift   against the base; empty for the base itself and where too few prompts are shared
 */
public record ScoredCondition(EvaluationRun run, int n, int without, double mean, double sd, Optional<Double> alpha,
                              Optional<ConditionShift> shift) {
}
