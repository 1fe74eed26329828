package io.plumbline.stats.text;

import io.plumbline.stats.Argument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds signatures that share a band with a given one without comparing all pairs. Entries are numbered from 0 in the order they came.
 * Indyk &amp; Motwani (1998), "Approximate nearest neighbors", STOC; Leskovec, Rajaraman &amp; Ullman (2020), "Mining of
 * Massive Datasets", section 3.4.
 */
public final class NearDuplicateIndex {

    private final LshBands bands;
    private final List<Map<Integer, List<Integer>>> buckets = new ArrayList<>();
    private final List<int[]> signatures = new ArrayList<>();

    /** @param bands how signatures are cut; they need at least {@code bands * rows} places */
    public NearDuplicateIndex(LshBands bands) {
        this.bands = bands;
        for (int i = 0; i < bands.bands(); i++) {
            buckets.add(new HashMap<>());
        }
    }

    /** Adds a signature and returns its number. */
    public int add(int[] signature) {
        Argument.atLeast("places of a signature", bands.bands() * bands.rows(), signature.length);
        int number = signatures.size();
        signatures.add(signature.clone());
        for (int band = 0; band < bands.bands(); band++) {
            buckets.get(band).computeIfAbsent(key(signature, band), any -> new ArrayList<>(2)).add(number);
        }
        return number;
    }

    /** The numbers, ascending, of all entries that share a whole band with the signature; an entry finds itself. */
    public List<Integer> candidates(int[] signature) {
        Argument.atLeast("places of a signature", bands.bands() * bands.rows(), signature.length);
        TreeSet<Integer> found = new TreeSet<>();
        for (int band = 0; band < bands.bands(); band++) {
            for (int number : buckets.get(band).getOrDefault(key(signature, band), List.of())) {
                if (sameBand(signature, signatures.get(number), band)) {
                    found.add(number);
                }
            }
        }
        return List.copyOf(found);
    }

    /** The candidates whose estimated similarity is at least {@code threshold}. */
    public List<Integer> similar(int[] signature, double threshold) {
        Argument.probability("threshold", threshold);
        return candidates(signature).stream().filter(number -> MinHash.similarity(signature, signatures.get(number)) >= threshold).toList();
    }

    private int key(int[] signature, int band) {
        int hash = 1;
        for (int i = band * bands.rows(); i < (band + 1) * bands.rows(); i++) {
            hash = 31 * hash + signature[i];
        }
        return hash;
    }

    private boolean sameBand(int[] first, int[] second, int band) {
        int from = band * bands.rows();
        return Arrays.equals(first, from, from + bands.rows(), second, from, from + bands.rows());
    }
}
