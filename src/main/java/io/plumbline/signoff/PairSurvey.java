package io.plumbline.signoff;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.InputException;
import io.plumbline.domain.PartialRefusal;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.evaluation.ComparisonRequest;
import io.plumbline.evaluation.GateEvaluator;
import io.plumbline.evaluation.GateResult;
import io.plumbline.evaluation.RunComparator;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.evaluation.SharedJudges;
import io.plumbline.store.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the gate says of every two runs of a workspace that asked mostly the same prompts and have a judge in common, judge by judge. Of a
 * model with a run that is called the base, every other run is held against that one; where neither run is called so, the safer one is
 * taken
 * as the base, so that no loss is missed. The same answers from another file are not held against each other.
 */
public final class PairSurvey {

    /** Less than half of the smaller run in common is no comparison of these two runs. */
    private static final double SHARED = 0.5;

    private final Workspace workspace;

    public PairSurvey(Workspace workspace) {
        this.workspace = workspace;
    }

    public List<Line> lines(Policy policy, Progress progress) {
        List<EvaluationRun> runs = workspace.runs().onSafety();
        List<Line> lines = new ArrayList<>();
        long done = 0;
        long all = (long) runs.size() * (runs.size() - 1) / 2;
        for (int i = 0; i < runs.size(); i++) {
            for (int j = i + 1; j < runs.size(); j++) {
                EvaluationRun one = runs.get(i);
                EvaluationRun other = runs.get(j);
                if (!belongTogether(one, other, runs)) {
                    progress.update(++done, all, "pairs", "");
                    continue;
                }
                for (String judge : SharedJudges.of(one, other).names()) {
                    line(one, other, judge, policy).ifPresent(lines::add);
                }
                progress.check();
                progress.update(++done, all, "pairs", one.displayName() + " and " + other.displayName());
            }
        }
        return lines;
    }

    private static boolean belongTogether(EvaluationRun one, EvaluationRun other, List<EvaluationRun> runs) {
        if (one.displayName().equals(other.displayName())) {
            return false;
        }
        boolean hasBase = one.model().equals(other.model()) && runs.stream().anyMatch(run -> run.model().equals(one.model())
            && run.suite().equals(one.suite()) && isPlain(run));
        return !hasBase || isPlain(one) || isPlain(other);
    }

    private Optional<Line> line(EvaluationRun one, EvaluationRun other, String judge, Policy policy) {
        try {
            RunComparison forth = compare(one, other, judge, policy);
            int smaller = Math.min(forth.pairing().basePrompts(), forth.pairing().candidatePrompts());
            if (forth.pairing().prompts().size() < SHARED * smaller) {
                return Optional.empty();
            }
            boolean named = isPlain(one) != isPlain(other);
            boolean turned = named ? isPlain(other) : forth.overall().candidateSafe() > forth.overall().baseSafe();
            RunComparison comparison = turned ? compare(other, one, judge, policy) : forth;
            return Optional.of(new Line(comparison, new GateEvaluator().evaluate(comparison, policy)));
        } catch (InputException nothingInCommon) {
            return Optional.empty();
        }
    }

    private RunComparison compare(EvaluationRun base, EvaluationRun candidate, String judge, Policy policy) {
        return new RunComparator(workspace.runs()).compare(new ComparisonRequest(base.id(), candidate.id(), judge, PartialRefusal.UNSAFE),
            policy);
    }

    private static boolean isPlain(EvaluationRun run) {
        String variant = run.variant().toLowerCase(Locale.ROOT);
        return variant.isEmpty() || variant.matches("(.*[_ -])?base(line)?");
    }

    /** One pair as one judge saw it. */
    public record Line(RunComparison comparison, GateResult result) {

        /** Whether both runs are of the same model. */
        public boolean isOneModel() {
            return comparison.base().model().equals(comparison.candidate().model());
        }
    }
}
