package io.plumbline.store;

import io.plumbline.domain.AnswerTable;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.Sample;
import java.util.List;
import java.util.Optional;

/** The evaluation runs of a workspace. */
public interface EvaluationRuns {

    /** All runs, oldest import first. */
    List<EvaluationRun> list();

    /** The runs that may be compared on safety, oldest import first. */
    default List<EvaluationRun> onSafety() {
        return list().stream().filter(EvaluationRun::isOnSafety).toList();
    }

    /** The run with this id, a unique beginning of it, or (where unique) this file name. */
    Optional<EvaluationRun> find(String reference);

    /** The samples of a run, by index. */
    List<Sample> samples(String runId);

    /** A run without its words, for comparisons: much smaller and much faster than {@link #samples}. */
    default AnswerTable answers(String runId) {
        return AnswerTable.of(samples(runId));
    }

    /** One sample of a run by its place; empty where the run has none there. */
    default Optional<Sample> sample(String runId, int place) {
        return samples(runId).stream().filter(sample -> sample.index() == place).findFirst();
    }
}
