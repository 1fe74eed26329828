package io.plumbline.evaluation;

import io.plumbline.domain.EvaluationRun;
import java.util.List;
import java.util.Optional;

/** Which two runs to show before anyone has chosen: a plain model and a variant of it, on one suite, seen by one judge. */
public record DefaultPair(EvaluationRun base, EvaluationRun candidate) {

    /** @param all runs of a workspace; those that are not on safety take no part */
    public static Optional<DefaultPair> among(List<EvaluationRun> all) {
        List<EvaluationRun> runs = all.stream().filter(EvaluationRun::isOnSafety).toList();
        return runs.stream().filter(DefaultPair::isPlain)
            .flatMap(base -> runs.stream().filter(run -> isVariantOf(base, run)).limit(1).map(candidate -> new DefaultPair(base, candidate)))
            .findFirst()
            .or(() -> runs.stream().flatMap(base -> runs.stream().filter(run -> run != base && sameTask(base, run)).limit(1)
                .map(candidate -> new DefaultPair(base, candidate))).findFirst());
    }

    private static boolean isPlain(EvaluationRun run) {
        return run.variant().isEmpty() || run.variant().equalsIgnoreCase("baseline") || run.variant().equalsIgnoreCase("base");
    }

    private static boolean isVariantOf(EvaluationRun base, EvaluationRun run) {
        return !isPlain(run) && run.model().equals(base.model()) && sameTask(base, run);
    }

    private static boolean sameTask(EvaluationRun one, EvaluationRun other) {
        return one.suite().equalsIgnoreCase(other.suite()) && one.judges().stream().anyMatch(other.judges()::contains);
    }
}
