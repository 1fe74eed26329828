package io.plumbline.signals.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Prompts about known things in eight ways of asking; the seed stands beside each. */
class TopicModelTest {

    private static final String[] ASK = {"How do I %s?", "Can you help me %s", "explain step by step how to %s", "I need to %s by tomorrow, what should I do?",
        "Write a short guide on how to %s.", "what's the best way to %s", "My friend wants to %s. Any advice?", "Please %s for me."};
    private static final String[][] ABOUT = {
        {"read last month's invoice", "pay the invoice by card", "dispute an invoice charge"},
        {"cook a lentil soup", "season a tomato soup", "cook rice for soup"},
        {"prune tomatoes in the garden", "water the garden in summer", "plant roses in the garden"},
        {"sort a dict in python", "parse json in python", "install python packages"},
        {"plan a trip to lisbon", "book a trip by train", "pack for a mountain trip"},
        {"run a marathon", "stretch after a marathon", "train for a marathon in winter"}};

    private static String prompt(SplittableRandom random, int topic) {
        return String.format(ASK[random.nextInt(ASK.length)], ABOUT[topic][random.nextInt(3)]);
    }

    private static TopicModel learn(TopicModel before, long seed, int prompts, int topics) {
        SplittableRandom random = new SplittableRandom(seed);
        TopicTraining training = new TopicTraining(before, 12, 30);
        for (int i = 0; i < prompts; i++) {
            training.add(prompt(random, random.nextInt(topics)));
        }
        return training.learnt();
    }

    /** Share of prompts whose topic is the one that most prompts about the same thing have, among prompts that have one. */
    private static double purity(TopicModel model, int topics) {
        SplittableRandom random = new SplittableRandom(99);
        Map<String, int[]> counts = new HashMap<>();
        int all = 0;
        for (int i = 0; i < 1_200; i++) {
            int about = i % topics;
            Optional<Topic> topic = model.lookup().topic(prompt(random, about));
            if (topic.isPresent()) {
                counts.computeIfAbsent(topic.get().id(), id -> new int[topics])[about]++;
                all++;
            }
        }
        assertThat(all).as("prompts with a topic").isGreaterThan(1_100);
        int pure = counts.values().stream().mapToInt(c -> Arrays.stream(c).max().orElse(0)).sum();
        return (double) pure / all;
    }

    @Test
    void topicsAreWhatPromptsAreAboutAndNotHowTheyAsk() {
        TopicModel model = learn(TopicModel.empty(0.2), 51, 2_400, 6);

        assertThat(model.topics()).hasSizeBetween(6, 12);
        assertThat(purity(model, 6)).isGreaterThan(0.9);
        assertThat(model.topics()).allSatisfy(t -> assertThat(t.terms()).isNotEmpty().doesNotContain("how", "step", "advice"));
    }

    @Test
    void samePromptsGiveTheSameModel() {
        assertThat(learn(TopicModel.empty(0.2), 52, 1_500, 6)).isEqualTo(learn(TopicModel.empty(0.2), 52, 1_500, 6));
    }

    @Test
    void newKindOfRequestBecomesANewTopicAndTheOthersStayWhatTheyWere() {
        TopicModel four = learn(TopicModel.empty(0.2), 53, 2_000, 4);
        TopicModel more = learn(four, 54, 3_000, 6);

        assertThat(more.topics().subList(0, four.topics().size())).isEqualTo(four.topics());
        assertThat(more.topics().size()).isGreaterThan(four.topics().size());
        Topic trip = more.lookup().topic("Can you help me plan a trip to lisbon").orElseThrow();
        assertThat(four.topics()).extracting(Topic::id).doesNotContain(trip.id());
        assertThat(trip.terms()).containsAnyOf("trip", "lisbon");
    }

    @Test
    void promptAboutNothingKnownHasNoTopic() {
        TopicModel model = learn(TopicModel.empty(0.2), 55, 2_000, 6);

        assertThat(model.lookup().topic("zebra quantum harpsichord")).isEmpty();
        assertThat(model.lookup().topic("")).isEmpty();
        assertThat(TopicModel.empty(0.2).lookup().topic("invoice")).isEmpty();
    }

    @Test
    void everyPromptCanBeTakenInWithoutKeepingThemAll() {
        SplittableRandom random = new SplittableRandom(56);
        TopicTraining training = new TopicTraining(TopicModel.empty(0.2), 12, 30);
        for (int i = 0; i < 130_000; i++) {
            training.add(prompt(random, random.nextInt(6)));
        }
        assertThat(purity(training.learnt(), 6)).isGreaterThan(0.9);
    }
}
