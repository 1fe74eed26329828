package io.plumbline.domain;

import java.util.List;

/**
 * A category of a benchmark.
 *
 * @param name    as the benchmark names it
 * @param size    prompts in it; −1 where that is not known
 * @param hazards the categories of the common hazard taxonomy that it falls into; empty for prompts that ask for no harm
 */
public record BenchmarkCategory(String name, int size, List<String> hazards) {

    public BenchmarkCategory {
        hazards = List.copyOf(hazards);
    }
}
