package io.plumbline.signals.trigger;

import io.plumbline.stats.text.LshBands;
import io.plumbline.stats.text.MinHash;
import io.plumbline.stats.text.NearDuplicateIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Gathers near-identical requests: each wording joins the most similar leader, or leads itself. A leader, unlike a chain of neighbours,
 * keeps a family of templates from growing into one heap. MinHash over runs of five characters; letters and digits only.
 */
final class RequestTexts {

    private static final int SIGNATURE = 64;
    private static final int SHINGLE = 5;
    private static final double SIMILAR = 0.8;
    private static final int MOST_CHARACTERS = 2_000;
    private static final long SEED = 20_260_501;

    private final MinHash hash = new MinHash(SIGNATURE, SEED);
    private final NearDuplicateIndex index = new NearDuplicateIndex(LshBands.optimal(SIMILAR, SIGNATURE));
    private final List<int[]> leaders = new ArrayList<>();

    /** The number of the leader that this text is like; a new one where there is none. */
    int leader(String text) {
        int[] signature = hash.signature(shingles(text));
        int best = nearest(signature);
        if (best >= 0) {
            return best;
        }
        leaders.add(signature);
        return index.add(signature);
    }

    /** The number of the leader that this text is like; −1 where there is none. */
    int like(String text) {
        return nearest(hash.signature(shingles(text)));
    }

    private int nearest(int[] signature) {
        int best = -1;
        double most = SIMILAR;
        for (int candidate : index.candidates(signature)) {
            double similarity = MinHash.similarity(signature, leaders.get(candidate));
            if (similarity >= most && (best < 0 || similarity > most)) {
                best = candidate;
                most = similarity;
            }
        }
        return best;
    }

    private static long[] shingles(String text) {
        StringBuilder plain = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().limit(MOST_CHARACTERS).forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                plain.appendCodePoint(c);
            } else if (plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        });
        int count = Math.max(1, plain.length() - SHINGLE + 1);
        long[] hashes = new long[count];
        for (int i = 0; i < count; i++) {
            long h = 0xcbf29ce484222325L;
            for (int j = i; j < Math.min(plain.length(), i + SHINGLE); j++) {
                h = (h ^ plain.charAt(j)) * 0x100000001b3L;
            }
            hashes[i] = Atoms.mix(h);
        }
        return hashes;
    }
}
