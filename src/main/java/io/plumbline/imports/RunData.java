package io.plumbline.imports;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.Sample;
import java.util.List;

/** A run as read from a file, with its samples. */
record RunData(EvaluationRun run, List<Sample> samples) {

    RunData {
        samples = List.copyOf(samples);
    }
}
