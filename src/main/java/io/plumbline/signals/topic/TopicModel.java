package io.plumbline.signals.topic;

import io.plumbline.signals.scan.TextScan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Topics of prompts for logs that name none: each prompt goes to the topic whose centre has the most similar direction in TF-IDF space, or to
 * none where nothing fits. Assigning takes one look-up per term.
 *
 * @param version    of the method
 * @param idf        inverse document frequency of the terms that tell topics apart, by hash
 * @param topics     in the order of their ids
 * @param similarity cosine from which a prompt belongs to a topic
 */
public record TopicModel(String version, Map<Long, Float> idf, List<Topic> topics, double similarity) {

    public static final String NAME = "topics";
    public static final String VERSION = "topics 1.0";

    public TopicModel {
        idf = Map.copyOf(idf);
        topics = List.copyOf(topics);
    }

    /** Nothing is known yet. */
    public static TopicModel empty(double similarity) {
        return new TopicModel(VERSION, Map.of(), List.of(), similarity);
    }

    /** Looks prompts up; for one thread. */
    public Lookup lookup() {
        return new Lookup();
    }

    /** Weight of each known term of a text: its count damped by a logarithm, times its inverse document frequency. */
    static Map<Long, Float> weights(TextScan scan, Map<Long, Float> idf) {
        Map<Long, Float> counts = new HashMap<>();
        for (int i = 0; i < scan.tokens(); i++) {
            if (idf.containsKey(scan.hash(i))) {
                counts.merge(scan.hash(i), 1f, Float::sum);
            }
        }
        counts.replaceAll((term, n) -> (float) (1 + Math.log(n)) * idf.get(term));
        return counts;
    }

    /** Assigns topics, with an index of its own over the terms of all centres. */
    public final class Lookup {

        private final TextScan scan = new TextScan();
        private final Map<Long, float[]> byTerm = new HashMap<>();

        private Lookup() {
            for (int t = 0; t < topics.size(); t++) {
                int topic = t;
                topics.get(t).centre().forEach((term, weight) -> byTerm.computeIfAbsent(term, h -> new float[topics.size()])[topic] = weight);
            }
        }

        /** The topic of a prompt; empty where none fits. */
        public Optional<Topic> topic(String prompt) {
            Map<Long, Float> weights = weights(scan.scan(prompt), idf);
            double[] cosine = new double[topics.size()];
            double length = 0;
            for (Map.Entry<Long, Float> entry : weights.entrySet()) {
                float weight = entry.getValue();
                length += weight * weight;
                float[] centres = byTerm.get(entry.getKey());
                for (int t = 0; centres != null && t < cosine.length; t++) {
                    cosine[t] += weight * centres[t];
                }
            }
            int best = -1;
            for (int t = 0; t < cosine.length; t++) {
                best = cosine[t] > 0 && (best < 0 || cosine[t] > cosine[best]) ? t : best;
            }
            return best < 0 || cosine[best] < similarity * Math.sqrt(length) ? Optional.empty() : Optional.of(topics.get(best));
        }
    }
}
