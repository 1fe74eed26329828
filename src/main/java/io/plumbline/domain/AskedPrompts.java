package io.plumbline.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads off a sample what {@link AskedPrompt} keeps of its prompt. */
final class AskedPrompts {

    private static final Set<String> TURN_FIELDS = Set.of("turns", "turn", "messages");
    /** Fields that say which prompts were made from one pattern, the most telling first. */
    private static final List<String> CLUSTER_FIELDS = List.of("cluster", "clusterid", "template", "templateid", "prompttemplate", "family",
        "promptfamily", "persona", "personaid");
    private static final int LONGEST_NAME = 48;
    private static final int LONGEST_CLUSTER = 200;
    private static final int SHOWN_WORDS = 5;
    private static final int SHOWN_CHARACTERS = 40;

    private AskedPrompts() {
    }

    static AskedPrompt of(Sample sample) {
        String words = PromptWords.normalised(sample.prompt());
        String key = sample.key().isBlank() ? "words:" + words : sample.key();
        return new AskedPrompt(key, PromptWords.fingerprint(words), sample.category(), sample.intent(), name(key, sample), shape(sample.prompt()),
            turns(sample.metadata()), cluster(sample.metadata()));
    }

    private static String name(String key, Sample sample) {
        String behaviour = sample.metadata().getOrDefault("behavior", "");
        if (!behaviour.isBlank()) {
            return shortened(behaviour);
        }
        boolean readable = key.length() <= LONGEST_NAME && !key.matches(".*[0-9a-f]{12,}.*|[\\W\\d_]*") && !key.equals(sample.prompt());
        return readable ? key : "";
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_NAME ? line
            : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_NAME) - 1)) + "…";
    }

    /** One character for a word, its code the length. */
    private static String shape(String prompt) {
        return prompt.strip().codePoints().limit(SHOWN_CHARACTERS)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().lines().findFirst().stream()
            .flatMap(line -> Stream.of(line.split("\\s+"))).limit(SHOWN_WORDS).map(word -> String.valueOf((char) Math.max(1, word.length())))
            .collect(Collectors.joining());
    }

    private static int turns(Map<String, String> metadata) {
        if (metadata.isEmpty()) {
            return 1;
        }
        return metadata.entrySet().stream().filter(field -> TURN_FIELDS.contains(field.getKey().toLowerCase(Locale.ROOT)))
            .map(field -> field.getValue().strip()).filter(value -> value.matches("\\d{1,4}")).mapToInt(Integer::parseInt).max().orElse(1);
    }

    private static String cluster(Map<String, String> metadata) {
        if (metadata.isEmpty()) {
            return "";
        }
        Map<String, String> plain = metadata.entrySet().stream().filter(field -> !field.getValue().isBlank()).collect(Collectors.toMap(
            field -> field.getKey().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""), field -> field.getValue().strip(), (first, second) -> first));
        String found = CLUSTER_FIELDS.stream().filter(plain::containsKey).map(plain::get).findFirst().orElse("");
        return found.length() <= LONGEST_CLUSTER ? found : found.substring(0, LONGEST_CLUSTER);
    }
}
