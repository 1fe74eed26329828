package io.plumbline.stats.text;

import java.util.Set;

/** The share of common elements of two sets among all their elements. Source: Jaccard 1912, New Phytol. 11:37. */
public final class Jaccard {

    private Jaccard() {
    }

    /** Similarity in [0, 1]; two empty sets are equal, hence 1. */
    public static double similarity(Set<?> first, Set<?> second) {
        if (first.isEmpty() && second.isEmpty()) {
            return 1;
        }
        Set<?> smaller = first.size() <= second.size() ? first : second;
        Set<?> larger = smaller == first ? second : first;
        int common = 0;
        for (Object element : smaller) {
            common += larger.contains(element) ? 1 : 0;
        }
        return (double) common / (first.size() + second.size() - common);
    }
}
