package io.plumbline.stats.knownanswers;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.stats.text.Jaccard;
import io.plumbline.stats.text.Levenshtein;
import io.plumbline.stats.text.LshBands;
import io.plumbline.stats.text.MinHash;
import io.plumbline.stats.text.NearDuplicateIndex;
import io.plumbline.stats.text.Shingles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Exact similarities are compared. Estimates and candidates are random: an estimate must lie within the file's bound of the exact
 * similarity
 * (made for 256 places; 1024 are drawn here, so that an honest draw does not miss it), and candidates must hold every pair that is nearly
 * sure to be found and none that is nearly sure not to be.
 */
final class NearDuplicatesAnswers implements KnownAnswers {

    private static final double THRESHOLD = 0.5;
    private static final int PLACES = 256;
    private static final double NEARLY_SURE = 1e-4;

    @Override
    public void check(KnownCase known) {
        known.requireInput("shingle", "lower-cased character 5-grams (set)");
        known.requireInput("words", "lower-cased split on white space (set)");
        List<String> texts = new ArrayList<>();
        known.input("texts").forEach(text -> texts.add(text.asText()));
        List<Set<String>> shingles = texts.stream().map(text -> Shingles.ofCharacters(text, 5)).toList();
        List<Set<String>> words = texts.stream().map(text -> Shingles.ofWords(text, 1)).toList();
        int n = texts.size();
        double[][] jaccard = new double[n][n];
        double[][] ofWords = new double[n][n];
        int[][] levenshtein = new int[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                jaccard[i][j] = Jaccard.similarity(shingles.get(i), shingles.get(j));
                ofWords[i][j] = Jaccard.similarity(words.get(i), words.get(j));
                levenshtein[i][j] = Levenshtein.distance(texts.get(i), texts.get(j));
            }
        }
        known.expect("jaccard_char5", jaccard, known.tolerance("jaccard"));
        known.expect("jaccard_words", ofWords, known.tolerance("jaccard"));
        known.expect("levenshtein", levenshtein, known.tolerance("jaccard"));
        if (known.expects("datasketch_minhash256")) {
            estimates(known, shingles, jaccard, known.expected("datasketch_minhash256"));
        }
        LshBands bands = LshBands.optimal(THRESHOLD, PLACES);
        known.expect("lsh_bands_rows", new int[] {bands.bands(), bands.rows()}, known.tolerance("jaccard"));
        if (known.expects("lsh_candidates")) {
            candidates(known, shingles, jaccard, bands, known.expected("lsh_candidates"));
        }
    }

    private static void estimates(KnownCase known, List<Set<String>> shingles, double[][] jaccard, JsonNode reference) {
        MinHash minHash = new MinHash(4 * PLACES, 1);
        List<int[]> signatures = shingles.stream().map(minHash::signature).toList();
        for (int i = 0; i < jaccard.length; i++) {
            for (int j = 0; j < jaccard.length; j++) {
                double bound = 3 * Math.sqrt(jaccard[i][j] * (1 - jaccard[i][j]) / PLACES);
                double estimate = MinHash.similarity(signatures.get(i), signatures.get(j));
                known.require(Math.abs(estimate - jaccard[i][j]) <= bound + 1e-12, "minhash[" + i + "][" + j + "]: " + estimate
                    + " for " + jaccard[i][j] + " (datasketch: " + reference.get(i).get(j) + ")");
            }
        }
    }

    private static void candidates(KnownCase known, List<Set<String>> shingles, double[][] jaccard, LshBands bands, JsonNode reference) {
        MinHash minHash = new MinHash(PLACES, 1);
        NearDuplicateIndex index = new NearDuplicateIndex(bands);
        List<int[]> signatures = shingles.stream().map(minHash::signature).toList();
        signatures.forEach(index::add);
        for (int i = 0; i < jaccard.length; i++) {
            List<Integer> found = index.candidates(signatures.get(i));
            for (int j = 0; j < jaccard.length; j++) {
                double chance = bands.candidateProbability(jaccard[i][j]);
                boolean wrong = chance > 1 - NEARLY_SURE && !found.contains(j) || chance < NEARLY_SURE && found.contains(j);
                known.require(!wrong, "candidates of " + i + ": " + found + " (datasketch: " + reference.get(i) + ")");
            }
        }
    }
}
