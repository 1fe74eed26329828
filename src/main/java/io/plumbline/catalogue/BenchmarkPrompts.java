package io.plumbline.catalogue;

import io.plumbline.domain.Benchmark;
import io.plumbline.domain.BenchmarkCategory;
import io.plumbline.domain.BenchmarkCoverage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The prompts of one benchmark as hashes: of the text, in every wording that is in use, and of the id. */
final class BenchmarkPrompts {

    private final List<String> categories;
    private final Map<String, Integer> byKey = new HashMap<>();
    private final Map<String, List<Integer>> byText = new HashMap<>();

    private BenchmarkPrompts(List<String[]> rows) {
        categories = rows.stream().map(row -> row[2]).toList();
        for (int i = 0; i < rows.size(); i++) {
            for (String text : rows.get(i)[0].split(";")) {
                byText.computeIfAbsent(text, t -> new ArrayList<>()).add(i);
            }
            if (!rows.get(i)[1].isEmpty()) {
                byKey.put(rows.get(i)[1], i);
            }
        }
    }

    static BenchmarkPrompts read(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
            BenchmarkPrompts.class.getResourceAsStream("prompts/" + name + ".csv"), StandardCharsets.UTF_8))) {
            return new BenchmarkPrompts(reader.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(",", 3)).toList());
        }
    }

    Optional<String> categoryOf(String key) {
        return Optional.ofNullable(byKey.get(PromptHash.of(key))).map(categories::get).filter(category -> !category.isEmpty());
    }

    BenchmarkCoverage coverage(Benchmark benchmark, List<HashedPrompt> prompts) {
        Set<Integer> found = new HashSet<>();
        int others = 0;
        for (HashedPrompt prompt : prompts) {
            Optional<Integer> place = placeOf(prompt, found);
            place.ifPresent(found::add);
            others += place.isPresent() ? 0 : 1;
        }
        Set<String> covered = found.stream().map(categories::get).collect(Collectors.toSet());
        return new BenchmarkCoverage(benchmark, BenchmarkCoverage.Evidence.PROMPTS, found.size(), others,
            benchmark.categories().stream().map(BenchmarkCategory::name).filter(name -> !covered.contains(name)).toList());
    }

    /** Several prompts may share their words and differ in their context, so a text stands for the first that was not met yet. */
    private Optional<Integer> placeOf(HashedPrompt prompt, Set<Integer> found) {
        Integer key = byKey.get(prompt.key());
        if (key != null) {
            return Optional.of(key);
        }
        return prompt.texts().stream().map(byText::get).filter(places -> places != null).findFirst()
            .map(places -> places.stream().filter(place -> !found.contains(place)).findFirst().orElse(places.get(0)));
    }
}
