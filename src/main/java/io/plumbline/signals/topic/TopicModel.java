package io.plumbline.signals.topic;

import io.plumbline.signals.scan.TextScan;
import java.util.Arrays;
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

    /** Assigns topics from a table over the terms of the model, without an object for a prompt. */
    public final class Lookup {

        private static final int ROOM = 3;

        private final TextScan own = new TextScan();
        private final long[] keys;
        private final int[] places;
        private final float[] weight;
        private final float[] centres;
        private final String[] labels;
        private final int[] counts = new int[idf.size()];
        private final int[] seen = new int[idf.size()];
        private final float[] cosine = new float[topics.size()];

        /** The same tables for another thread. */
        private Lookup(Lookup other) {
            keys = other.keys;
            places = other.places;
            weight = other.weight;
            centres = other.centres;
            labels = other.labels;
        }

        /** A look-up for another thread; costs next to nothing. */
        public Lookup another() {
            return new Lookup(this);
        }

        private Lookup() {
            keys = new long[Integer.highestOneBit(Math.max(8, idf.size() * ROOM)) << 1];
            places = new int[keys.length];
            weight = new float[idf.size()];
            centres = new float[idf.size() * topics.size()];
            labels = topics.stream().map(Topic::label).toArray(String[]::new);
            int place = 0;
            for (Map.Entry<Long, Float> term : idf.entrySet()) {
                int slot = slot(term.getKey());
                keys[slot] = term.getKey();
                places[slot] = place;
                weight[place] = term.getValue();
                for (int t = 0; t < topics.size(); t++) {
                    centres[place * topics.size() + t] = topics.get(t).centre().getOrDefault(term.getKey(), 0f);
                }
                place++;
            }
        }

        /** Where a term stands, or the free place where it would; no term has the hash 0. */
        private int slot(long hash) {
            int slot = (int) hash & keys.length - 1;
            while (keys[slot] != 0 && keys[slot] != hash) {
                slot = slot + 1 & keys.length - 1;
            }
            return slot;
        }

        /** The topic of a prompt; empty where none fits. */
        public Optional<Topic> topic(String prompt) {
            int best = best(own.scan(prompt));
            return best < 0 ? Optional.empty() : Optional.of(topics.get(best));
        }

        /** The label of a prompt's topic; the empty text where none fits. */
        public String label(String prompt) {
            return label(own.scan(prompt));
        }

        /** The label of the topic of a prompt that was scanned already; the empty text where none fits. */
        public String label(TextScan prompt) {
            int best = best(prompt);
            return best < 0 ? "" : labels[best];
        }

        private int best(TextScan prompt) {
            int different = 0;
            for (int i = 0; i < prompt.tokens(); i++) {
                long hash = prompt.hash(i);
                int slot = slot(hash);
                if (keys[slot] == hash && counts[places[slot]]++ == 0) {
                    seen[different++] = places[slot];
                }
            }
            double length = 0;
            Arrays.fill(cosine, 0);
            for (int i = 0; i < different; i++) {
                int term = seen[i];
                float w = (counts[term] == 1 ? 1 : (float) (1 + Math.log(counts[term]))) * weight[term];
                counts[term] = 0;
                length += w * w;
                for (int t = 0; t < cosine.length; t++) {
                    cosine[t] += w * centres[term * cosine.length + t];
                }
            }
            int best = -1;
            for (int t = 0; t < cosine.length; t++) {
                best = cosine[t] > 0 && (best < 0 || cosine[t] > cosine[best]) ? t : best;
            }
            return best < 0 || cosine[best] < similarity * Math.sqrt(length) ? -1 : best;
        }
    }
}
