package io.plumbline.signals.topic;

import java.util.List;
import java.util.Map;

/**
 * One topic of a model. It keeps its id for good: later training adds topics and changes none.
 *
 * @param id     e.g. {@code T07}
 * @param terms  its most telling terms, most telling first; they are its label
 * @param centre weight of each of its terms, by the term's hash; length 1
 */
public record Topic(String id, List<String> terms, Map<Long, Float> centre) {

    public Topic {
        terms = List.copyOf(terms);
        centre = Map.copyOf(centre);
    }

    /** "T07 invoice, month, billing". */
    public String label() {
        return terms.isEmpty() ? id : id + " " + String.join(", ", terms);
    }
}
