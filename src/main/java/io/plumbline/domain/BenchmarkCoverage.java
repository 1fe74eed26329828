package io.plumbline.domain;

import java.util.List;

/**
 * How much of a benchmark a run holds. A rate over half a benchmark is no result on the benchmark.
 *
 * @param benchmark         the benchmark
 * @param evidence          how the run was recognised
 * @param found             distinct prompts of the benchmark in the run
 * @param others            distinct prompts of the run that are not the benchmark's
 * @param missingCategories categories of which the run holds no prompt
 */
public record BenchmarkCoverage(Benchmark benchmark, Evidence evidence, int found, int others, List<String> missingCategories) {

    private static final int NAMED = 3;

    /** How a run was recognised as one of a benchmark. */
    public enum Evidence {
        /** Its prompts or their ids are the benchmark's. */
        PROMPTS,
        /** Only the name of its suite says so; prompts were counted and not compared. */
        NAME
    }

    public BenchmarkCoverage {
        missingCategories = List.copyOf(missingCategories);
    }

    public boolean isComplete() {
        return found >= benchmark.size() && missingCategories.isEmpty() && others == 0;
    }

    /** The same as a sentence, e.g. "87 of 100 prompts of JailbreakBench; no prompt in: Privacy". */
    public String sentence() {
        StringBuilder sentence = new StringBuilder().append(found).append(" of ").append(benchmark.size()).append(" prompts of ")
            .append(benchmark.title());
        if (evidence == Evidence.NAME) {
            sentence.append(" by the suite's name, prompts not compared");
        }
        if (others > 0) {
            sentence.append("; ").append(others).append(others == 1 ? " prompt is" : " prompts are").append(" not in it");
        }
        if (!missingCategories.isEmpty()) {
            sentence.append("; no prompt in: ").append(String.join(", ", missingCategories.subList(0, Math.min(NAMED, missingCategories.size()))));
            if (missingCategories.size() > NAMED) {
                sentence.append(" and ").append(missingCategories.size() - NAMED).append(" more");
            }
        }
        return sentence.toString();
    }
}
