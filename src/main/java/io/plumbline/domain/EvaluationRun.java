package io.plumbline.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One model (in one condition) answering one suite, as some evaluation tool recorded it.
 *
 * @param id       derived from the content, so the same file gives the same id in every workspace
 * @param importId the import that brought it
 * @param model    model name as the source gives it
 * @param variant  what distinguishes this condition from the plain model ("baseline", "ablation", "defense X"), or empty
 * @param suite    benchmark or task
 * @param format   reader that recognised the file
 * @param file     name of the source file, without its folder
 * @param created  when the run was made, where the source says so
 * @param samples  number of samples stored
 * @param unscored samples on which no judge gave a usable verdict (missing responses included)
 * @param judges   names of the judges, in the order of preference (human first, then classifiers, then text patterns)
 * @param metadata declared totals, tool versions, hyper-parameters; shown beside what is recomputed, never trusted
 * @param purpose  what the run is evidence of
 * @param results  scores by task, of capability runs above all; empty for most others
 */
public record EvaluationRun(String id, String importId, String model, String variant, String suite, String format, String file,
                            Optional<Instant> created, int samples, int unscored, List<String> judges, Map<String, String> metadata,
                            RunPurpose purpose, List<TaskResult> results) {

    public EvaluationRun {
        judges = List.copyOf(judges);
        metadata = Map.copyOf(metadata);
        results = List.copyOf(results);
    }

    /** A run on safety whose samples say everything. */
    public EvaluationRun(String id, String importId, String model, String variant, String suite, String format, String file,
                         Optional<Instant> created, int samples, int unscored, List<String> judges, Map<String, String> metadata) {
        this(id, importId, model, variant, suite, format, file, created, samples, unscored, judges, metadata, RunPurpose.SAFETY, List.of());
    }

    /** Whether the run may take part in a comparison of safety: it is on safety, and holds answers and not only rates. */
    public boolean isOnSafety() {
        return purpose == RunPurpose.SAFETY && samples > 0;
    }

    /** How people call this run: model and, where there is one, the variant. */
    public String displayName() {
        return variant.isEmpty() ? model : model + ", " + variant;
    }
}
