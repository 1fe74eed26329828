package io.plumbline.signals.topic;

import io.plumbline.signals.scan.TextScan;
import io.plumbline.stats.text.SphericalKMeans;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Learns topics from prompts, or adds topics to a model for prompts that fit none of its own. Seeded, so the same prompts in the same order
 * give the same topics.
 */
public final class TopicTraining {

    private static final int MOST_PROMPTS = 20_000;
    private static final int MOST_TERMS = 6_000;
    private static final int TERMS_OF_A_CENTRE = 80;
    private static final int TERMS_OF_A_LABEL = 3;
    private static final int STARTS = 8;
    private static final long SEED = 20_260_501;
    /** A term in more of the prompts tells no topics apart. */
    private static final double TOO_COMMON = 0.6;
    private static final int TOO_RARE = 5;
    private static final int SHORTEST = 2;
    /** Beyond the alphabets a single character is a word. */
    private static final char LAST_ALPHABET = 0x2E80;

    private final TopicModel before;
    private final int mostTopics;
    private final int fewestPrompts;
    private final TopicModel.Lookup known;
    private final Set<Long> asking = WordsOfAsking.hashes();
    private final TextScan scan = new TextScan();
    private final List<String> prompts = new ArrayList<>();
    private int offered;
    private long seen;

    /**
     * @param before        the model to be added to, or an empty one
     * @param mostTopics    topics to be made, at most
     * @param fewestPrompts a group of fewer prompts becomes no topic
     */
    public TopicTraining(TopicModel before, int mostTopics, int fewestPrompts) {
        this.before = before;
        this.mostTopics = mostTopics;
        this.fewestPrompts = fewestPrompts;
        known = before.lookup();
    }

    /** A prompt; one that a known topic fits teaches nothing new. Beyond twenty thousand, every other one is left out, again and again. */
    public void add(String prompt) {
        seen++;
        if (known.topic(prompt).isPresent()) {
            return;
        }
        int every = 1;
        while (prompts.size() >= MOST_PROMPTS && offered / every >= MOST_PROMPTS) {
            every *= 2;
        }
        if (offered++ % every != 0) {
            return;
        }
        if (prompts.size() >= MOST_PROMPTS) {
            List<String> half = new ArrayList<>();
            for (int i = 0; i < prompts.size(); i += 2) {
                half.add(prompts.get(i));
            }
            prompts.clear();
            prompts.addAll(half);
        }
        prompts.add(prompt);
    }

    /** The model with what was learnt; the topics of the model before keep ids, terms and centres. */
    public TopicModel learnt() {
        Map<Long, Integer> documents = new HashMap<>();
        Map<Long, String> words = new HashMap<>();
        for (String prompt : prompts) {
            scan.scan(prompt);
            Map<Long, Integer> once = new HashMap<>();
            for (int i = 0; i < scan.tokens(); i++) {
                if (tells(i)) {
                    once.put(scan.hash(i), i);
                }
            }
            once.forEach((hash, i) -> {
                documents.merge(hash, 1, Integer::sum);
                words.computeIfAbsent(hash, h -> prompt.substring(scan.start(i), scan.end(i)).toLowerCase(Locale.ROOT));
            });
        }
        // Common is what is common in all prompts, not in those that fit no topic yet.
        double all = offered == 0 ? 0 : (double) prompts.size() * seen / offered;
        Map<Long, Float> idf = new LinkedHashMap<>(before.idf());
        documents.entrySet().stream().filter(e -> e.getValue() >= TOO_RARE && e.getValue() <= TOO_COMMON * all)
            .sorted(Comparator.comparingInt((Map.Entry<Long, Integer> e) -> -e.getValue()).thenComparing(e -> words.get(e.getKey())))
            .limit(MOST_TERMS).forEach(e -> idf.putIfAbsent(e.getKey(), (float) Math.log(all / e.getValue())));
        return idf.isEmpty() || prompts.isEmpty() ? before : grouped(idf, words);
    }

    /** Whether a token may tell a topic: no word of asking, no single letter, no number. */
    private boolean tells(int token) {
        char first = scan.charAt(scan.start(token));
        boolean word = scan.end(token) - scan.start(token) >= SHORTEST || first > LAST_ALPHABET;
        return word && Character.isLetter(first) && !asking.contains(scan.hash(token));
    }

    private TopicModel grouped(Map<Long, Float> idf, Map<Long, String> words) {
        List<Long> terms = new ArrayList<>(idf.keySet());
        Map<Long, Integer> place = new HashMap<>();
        terms.forEach(term -> place.put(term, place.size()));
        SphericalKMeans.Row[] rows = new SphericalKMeans.Row[prompts.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(TopicModel.weights(scan.scan(prompts.get(i)), idf), place);
        }
        SphericalKMeans found = SphericalKMeans.of(rows, terms.size(), mostTopics, STARTS, SEED);
        int[] sizes = new int[found.centres().length];
        for (int group : found.groups()) {
            if (group >= 0) {
                sizes[group]++;
            }
        }
        List<Integer> largestFirst = new ArrayList<>();
        for (int g = 0; g < sizes.length; g++) {
            if (sizes[g] >= fewestPrompts) {
                largestFirst.add(g);
            }
        }
        largestFirst.sort(Comparator.comparingInt((Integer g) -> -sizes[g]).thenComparing(g -> g));
        List<Topic> topics = new ArrayList<>(before.topics());
        for (int group : largestFirst) {
            topics.add(topic(String.format(Locale.ROOT, "T%02d", topics.size() + 1), found.centres()[group], terms, words));
        }
        return new TopicModel(TopicModel.VERSION, idf, topics, before.similarity());
    }

    private static SphericalKMeans.Row row(Map<Long, Float> weights, Map<Long, Integer> place) {
        List<Long> terms = weights.keySet().stream().sorted().toList();
        int[] at = new int[terms.size()];
        float[] weight = new float[at.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = place.get(terms.get(i));
            weight[i] = weights.get(terms.get(i));
        }
        return new SphericalKMeans.Row(at, weight);
    }

    private static Topic topic(String id, float[] centre, List<Long> terms, Map<Long, String> words) {
        List<Integer> heaviest = new ArrayList<>();
        for (int t = 0; t < centre.length; t++) {
            if (centre[t] > 0) {
                heaviest.add(t);
            }
        }
        heaviest.sort(Comparator.comparingDouble((Integer t) -> -centre[t]).thenComparing(t -> t));
        List<Integer> kept = heaviest.subList(0, Math.min(TERMS_OF_A_CENTRE, heaviest.size()));
        double length = Math.sqrt(kept.stream().mapToDouble(t -> centre[t] * centre[t]).sum());
        Map<Long, Float> weights = new LinkedHashMap<>();
        kept.forEach(t -> weights.put(terms.get(t), (float) (centre[t] / length)));
        List<String> label = kept.stream().map(t -> words.get(terms.get(t))).filter(Objects::nonNull).limit(TERMS_OF_A_LABEL).toList();
        return new Topic(id, label, weights);
    }
}
