package io.plumbline.reference;

import io.plumbline.catalogue.BenchmarkCatalogue;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.Sample;
import io.plumbline.domain.Verdict;
import io.plumbline.store.EvaluationRuns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The label material of a workspace. Files of one name, such as the splits of a set, are one set. */
public final class ReferenceSets {

    private final EvaluationRuns runs;
    private final Policy policy;
    private final BenchmarkCatalogue catalogue = BenchmarkCatalogue.builtIn();

    public ReferenceSets(EvaluationRuns runs, Policy policy) {
        this.runs = runs;
        this.policy = policy;
    }

    public List<ReferenceSet> list(Progress progress) {
        Map<String, List<EvaluationRun>> byName = new LinkedHashMap<>();
        runs.list().stream().filter(run -> run.purpose() == RunPurpose.REFERENCE)
            .forEach(run -> byName.computeIfAbsent(run.suite(), name -> new ArrayList<>()).add(run));
        List<ReferenceSet> sets = new ArrayList<>();
        byName.forEach((name, files) -> sets.add(set(name, files, progress)));
        return sets;
    }

    private ReferenceSet set(String name, List<EvaluationRun> files, Progress progress) {
        List<List<Sample>> parts = files.stream().map(run -> runs.samples(run.id())).toList();
        List<Sample> all = parts.stream().flatMap(List::stream).toList();
        int harmful = (int) all.stream().filter(sample -> Majority.of(sample) == Verdict.UNSAFE).count();
        int harmless = (int) all.stream().filter(sample -> Majority.of(sample) == Verdict.SAFE).count();
        long items = parts.stream().mapToLong(part -> part.stream().map(Sample::key).distinct().count()).sum();
        return new ReferenceSet(name, files, (int) items, harmful, harmless, RaterAgreement.of(all),
            catalogue.coverage(files.get(0), all), new DetectorCheck(policy, progress).of(parts));
    }
}
