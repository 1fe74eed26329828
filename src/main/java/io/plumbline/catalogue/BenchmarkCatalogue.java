package io.plumbline.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.domain.Benchmark;
import io.plumbline.domain.BenchmarkCategory;
import io.plumbline.domain.BenchmarkCoverage;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The benchmarks that the program knows. A run is recognised by its prompts where the catalogue holds them, and by the name of its suite
 * otherwise. Prompts are kept as hashes: the program ships no requests for harm.
 */
public final class BenchmarkCatalogue {

    /** Share of a run's prompts that must be a benchmark's for the run to be one of that benchmark. */
    private static final double MOST = 0.5;

    private final String taxonomy;
    private final Map<Benchmark, Optional<BenchmarkPrompts>> benchmarks;
    private final List<String> capabilityTasks;

    private BenchmarkCatalogue(String taxonomy, Map<Benchmark, Optional<BenchmarkPrompts>> benchmarks, List<String> capabilityTasks) {
        this.taxonomy = taxonomy;
        this.benchmarks = benchmarks;
        this.capabilityTasks = List.copyOf(capabilityTasks);
    }

    /** The catalogue that comes with the program; read when it is first asked for, and once. */
    public static BenchmarkCatalogue builtIn() {
        return BuiltIn.CATALOGUE;
    }

    private static BenchmarkCatalogue read() {
        try (InputStream in = BenchmarkCatalogue.class.getResourceAsStream("benchmarks.json")) {
            JsonNode root = new ObjectMapper().readTree(in);
            Map<Benchmark, Optional<BenchmarkPrompts>> benchmarks = new LinkedHashMap<>();
            for (JsonNode entry : root.path("benchmarks")) {
                String prompts = entry.path("prompts").asText();
                benchmarks.put(benchmark(entry), prompts.isEmpty() ? Optional.empty() : Optional.of(BenchmarkPrompts.read(prompts)));
            }
            return new BenchmarkCatalogue(root.path("taxonomy").asText(), benchmarks, texts(root.path("capabilityTasks")));
        } catch (IOException e) {
            throw new UncheckedIOException("the benchmark catalogue is part of the program", e);
        }
    }

    public List<Benchmark> benchmarks() {
        return List.copyOf(benchmarks.keySet());
    }

    /** The taxonomy that the categories are mapped to. */
    public String taxonomy() {
        return taxonomy;
    }

    /** The benchmark that a suite or task is named after; the longest name wins. */
    public Optional<Benchmark> named(String suite) {
        String words = " " + PromptHash.normalised(suite) + " ";
        return benchmarks.keySet().stream().filter(benchmark -> longestAlias(benchmark, words) > 0)
            .max(Comparator.comparingInt(benchmark -> longestAlias(benchmark, words)));
    }

    /** What a run of this suite is evidence of. Many tasks of capability are known by name alone. */
    public RunPurpose purposeOf(String suite, RunPurpose otherwise) {
        String words = " " + PromptHash.normalised(suite) + " ";
        return named(suite).map(Benchmark::purpose).orElseGet(() ->
            capabilityTasks.stream().anyMatch(task -> words.contains(" " + task + " ")) ? RunPurpose.CAPABILITY : otherwise);
    }

    /** The category that a benchmark puts the prompt of this id in; empty where the catalogue does not know the prompt. */
    public Optional<String> categoryOf(String benchmark, String promptId) {
        return benchmarks.entrySet().stream().filter(entry -> entry.getKey().id().equals(benchmark)).map(Map.Entry::getValue)
            .flatMap(Optional::stream).findFirst().flatMap(prompts -> prompts.categoryOf(promptId));
    }

    /** How much of which benchmark a run holds; empty where it is none of a known one. */
    public Optional<BenchmarkCoverage> coverage(EvaluationRun run, List<Sample> samples) {
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        List<HashedPrompt> prompts = HashedPrompt.of(samples);
        Optional<Benchmark> named = named(run.suite());
        Optional<BenchmarkCoverage> byPrompts = benchmarks.entrySet().stream().filter(entry -> entry.getValue().isPresent())
            .map(entry -> entry.getValue().get().coverage(entry.getKey(), prompts))
            .filter(coverage -> coverage.found() > 0 && (named.filter(coverage.benchmark()::equals).isPresent()
                || coverage.found() >= MOST * (coverage.found() + coverage.others())))
            .max(Comparator.comparingInt(BenchmarkCoverage::found));
        return byPrompts.or(() -> named.map(benchmark -> byName(benchmark, samples, prompts)));
    }

    private BenchmarkCoverage byName(Benchmark benchmark, List<Sample> samples, List<HashedPrompt> prompts) {
        if (benchmarks.get(benchmark).isPresent()) {
            return benchmarks.get(benchmark).get().coverage(benchmark, prompts);
        }
        int count = prompts.size();
        List<String> categories = samples.stream().map(sample -> PromptHash.normalised(sample.category())).distinct().toList();
        boolean categorised = categories.stream().anyMatch(category -> !category.isEmpty());
        List<String> missing = !categorised ? List.of() : benchmark.categories().stream().map(BenchmarkCategory::name)
            .filter(name -> categories.stream().noneMatch(found -> found.contains(PromptHash.normalised(name)))).toList();
        boolean foreign = missing.size() == benchmark.categories().size();
        return new BenchmarkCoverage(benchmark, BenchmarkCoverage.Evidence.NAME, Math.min(count, benchmark.size()),
            Math.max(0, count - benchmark.size()), foreign ? List.of() : missing);
    }

    private static int longestAlias(Benchmark benchmark, String words) {
        return benchmark.aliases().stream().filter(alias -> words.contains(" " + alias + " ")).mapToInt(String::length).max().orElse(0);
    }

    private static Benchmark benchmark(JsonNode entry) {
        List<BenchmarkCategory> categories = new ArrayList<>();
        entry.path("categories").forEach(category -> categories.add(new BenchmarkCategory(category.path("name").asText(),
            category.path("size").asInt(), texts(category.path("hazards")))));
        return new Benchmark(entry.path("id").asText(), entry.path("name").asText(), entry.path("version").asText(),
            entry.path("published").asText(), entry.path("size").asInt(), RunPurpose.valueOf(entry.path("purpose").asText()),
            Benchmark.Reach.valueOf(entry.path("reach").asText()), entry.path("tests").asText(), entry.path("weaknesses").asText(),
            entry.path("source").asText(), entry.path("licence").asText(), categories, texts(entry.path("aliases")));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    /** Loaded by the first who needs it. */
    private static final class BuiltIn {

        private static final BenchmarkCatalogue CATALOGUE = read();
    }
}
