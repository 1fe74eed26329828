package io.plumbline.signoff;

import io.plumbline.domain.Benchmark;
import io.plumbline.domain.BenchmarkCoverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the catalogue of benchmarks knows of the two runs. A benchmark's weaknesses go wherever its numbers go.
 *
 * @param base      how much of which benchmark the base run holds; empty where it is none of a known one
 * @param candidate the same of the candidate's run
 * @param circular  why the judge is no independent witness, as sentences
 */
public record SuiteReading(Optional<BenchmarkCoverage> base, Optional<BenchmarkCoverage> candidate, List<String> circular) {

    public SuiteReading {
        circular = List.copyOf(circular);
    }

    /** The benchmarks of both runs, each once. */
    public List<Benchmark> benchmarks() {
        return Stream.of(base, candidate).flatMap(Optional::stream).map(BenchmarkCoverage::benchmark).distinct().toList();
    }

    /** The coverage that decides: that of the run which holds less. */
    Optional<BenchmarkCoverage> lesser() {
        if (base.isEmpty() || candidate.isEmpty() || !base.get().benchmark().equals(candidate.get().benchmark())) {
            return Optional.empty();
        }
        return base.get().found() < candidate.get().found() ? base : candidate;
    }

    /** Whether both runs are whole runs of the same broad benchmark. */
    boolean isFullAndBroad() {
        return isFull() && lesser().orElseThrow().benchmark().reach() == Benchmark.Reach.BROAD;
    }

    boolean isFull() {
        return lesser().isPresent() && base.orElseThrow().isComplete() && candidate.orElseThrow().isComplete();
    }

    /** What the benchmarks can't say, one sentence or more each. */
    public List<String> weaknesses() {
        List<String> sentences = new ArrayList<>();
        benchmarks().forEach(benchmark -> sentences.add(benchmark.title() + " (" + benchmark.reach().title() + "): " + benchmark
            .weaknesses()));
        return sentences;
    }
}
