package io.plumbline.catalogue;

import io.plumbline.domain.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A prompt of a run by the hashes under which a benchmark may know it. Made once and held against every benchmark, because hashing is what
 * takes the time.
 *
 * @param key   hash of the prompt's id
 * @param texts hashes of its words, the prompt's own first
 */
record HashedPrompt(String key, List<String> texts) {

    /** The distinct prompts of a run. */
    static List<HashedPrompt> of(List<Sample> samples) {
        Map<String, HashedPrompt> prompts = new LinkedHashMap<>();
        samples.forEach(sample -> prompts.computeIfAbsent(sample.key(), key -> of(sample)));
        return new ArrayList<>(prompts.values());
    }

    private static HashedPrompt of(Sample sample) {
        return new HashedPrompt(PromptHash.of(sample.key()), Stream.of(sample.prompt(), sample.metadata().getOrDefault("goal", ""),
            sample.metadata().getOrDefault("behavior", "")).filter(text -> !text.isEmpty()).map(PromptHash::of).toList());
    }
}
