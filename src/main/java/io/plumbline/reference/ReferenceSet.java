package io.plumbline.reference;

import io.plumbline.domain.BenchmarkCoverage;
import io.plumbline.domain.EvaluationRun;
import java.util.List;
import java.util.Optional;

/**
 * Label material of one name, whichever files it came in.
 *
 * @param name      name of the set
 * @param files     the imports it came with
 * @param items     texts, or pairs of them
 * @param harmful   items that most raters called harmful
 * @param harmless  items that most raters called harmless
 * @param agreement how far the raters agree
 * @param coverage  for prompts of a known benchmark, how many of them it holds
 * @param detectors quality of each signal on it, best first; empty where nothing can be told
 */
public record ReferenceSet(String name, List<EvaluationRun> files, int items, int harmful, int harmless, RaterAgreement agreement,
                           Optional<BenchmarkCoverage> coverage, List<DetectorQuality> detectors) {

    public ReferenceSet {
        files = List.copyOf(files);
        detectors = List.copyOf(detectors);
    }
}
