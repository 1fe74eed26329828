package io.plumbline.signals.topic;

import io.plumbline.signals.scan.TermHash;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that say how people ask, not what about; a list beside the program that can be read and edited. */
final class WordsOfAsking {

    private static final String LIST = "/io/plumbline/signals/topic/words-of-asking.txt";

    private WordsOfAsking() {
    }

    static Set<Long> hashes() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
            Objects.requireNonNull(WordsOfAsking.class.getResourceAsStream(LIST), LIST), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).flatMap(line -> Stream.of(line.split(" "))).filter(word -> !word.isEmpty())
                .map(TermHash::of).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
