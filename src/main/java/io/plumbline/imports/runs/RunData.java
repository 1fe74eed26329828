package io.plumbline.imports.runs;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.Sample;
import java.util.List;

/** A run as read from a file, with its samples. */
public record RunData(EvaluationRun run, List<Sample> samples) {

    public RunData {
        samples = List.copyOf(samples);
    }
}
