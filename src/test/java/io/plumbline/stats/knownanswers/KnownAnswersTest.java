package io.plumbline.stats.knownanswers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The statistics give the numbers that other people's software gives: every case of every file in a folder. The folder is
 * {@code src/test/resources/known-answers}, or another one with {@code -Dplumbline.knownAnswers=DIR}.
 */
class KnownAnswersTest {

    private static final String FOLDER = "plumbline.knownAnswers";

    @TestFactory
    Stream<DynamicNode> everyCaseOfEveryFileHolds() throws IOException, URISyntaxException {
        List<Path> files = files();
        assertThat(files).as("known-answers files").isNotEmpty();
        return files.stream().map(KnownAnswersTest::fileHolds);
    }

    @Test
    void aTopicThatNobodyKnowsFails() {
        assertThat(classOf("p_prime_laney")).isEqualTo("io.plumbline.stats.knownanswers.PPrimeLaneyAnswers");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> answers("no_such_topic"))).isInstanceOf(AssertionError.class);
    }

    @Test
    void aKeyThatNobodyKnowsFails() throws IOException {
        JsonNode json = new ObjectMapper().readTree("{\"id\":\"x\",\"inputs\":{\"n\":[1]},"
            + "\"expected\":{\"c\":[0],\"d\":1},\"tolerance\":0}");
        KnownCase known = new KnownCase(json);
        known.expect("c", new double[] {known.input("n").size() - 1.0});
        assertThat(org.assertj.core.api.Assertions.catchThrowable(known::finish)).isInstanceOf(AssertionError.class)
            .hasMessageContaining("[d]");
    }

    private static List<Path> files() throws IOException, URISyntaxException {
        String elsewhere = System.getProperty(FOLDER, "");
        Path folder = elsewhere.isBlank() ? Path.of(KnownAnswersTest.class.getResource("/known-answers").toURI()) : Path.of(elsewhere);
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(file -> file.getFileName().toString().endsWith(".json")).sorted().toList();
        }
    }

    private static DynamicNode fileHolds(Path file) {
        String name = file.getFileName().toString();
        try {
            JsonNode root = new ObjectMapper().readTree(file.toFile());
            String topic = root.path("topic").asText();
            Stream<JsonNode> cases = StreamSupport.stream(root.path("cases").spliterator(), false);
            return dynamicContainer(name, cases.map(json -> dynamicTest(name + ": " + json.path("id").asText(), () -> {
                KnownCase known = new KnownCase(json);
                answers(topic).check(known);
                known.finish();
            })));
        } catch (IOException e) {
            return dynamicTest(name, () -> {
                throw e;
            });
        }
    }

    private static KnownAnswers answers(String topic) {
        try {
            return (KnownAnswers) Class.forName(classOf(topic)).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("a topic that nobody knows: " + topic + " (would be " + classOf(topic) + ")", e);
        }
    }

    private static String classOf(String topic) {
        String camel = Arrays.stream(topic.split("_"))
            .map(word -> word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
        return KnownAnswersTest.class.getPackageName() + "." + camel + "Answers";
    }
}
