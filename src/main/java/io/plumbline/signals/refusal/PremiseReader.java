package io.plumbline.signals.refusal;

import io.plumbline.signals.phrases.PhraseBook;
import io.plumbline.signals.phrases.PhraseSearch;
import io.plumbline.signals.phrases.PhraseTable;
import io.plumbline.signals.phrases.TokenMask;
import io.plumbline.signals.scan.TextScan;
import java.util.Arrays;

/**
 * Tells whether an answer contradicts the question: where one has a negation more than the other and no reason is given, the answer
 * begins by saying the contrary of what was asked for. Scratch of one thread.
 */
final class PremiseReader {

    private static final PhraseTable TABLE = PhraseTable.ofResource("premise-en.txt");

    private final PhraseSearch search;
    private final int asks;
    private final int denies;
    private final int because;
    private final int[] counts;

    PremiseReader(PhraseBook book) {
        search = new PhraseSearch(book);
        asks = Long.numberOfTrailingZeros(book.bit("asks"));
        denies = Long.numberOfTrailingZeros(book.bit("denies"));
        because = Long.numberOfTrailingZeros(book.bit("because"));
        counts = new int[book.families().size()];
    }

    static PhraseBook book() {
        return new PhraseBook(TABLE);
    }

    Premise read(TextScan prompt, TextScan response, TokenMask spoken) {
        if (prompt.tokens() == 0 || response.tokens() == 0) {
            return Premise.NONE;
        }
        count(prompt, TokenMask.NOTHING);
        if (counts[asks] == 0) {
            return Premise.NONE;
        }
        int denied = counts[denies];
        count(response, spoken);
        if (counts[because] > 0) {
            return Premise.EXPLAINED;
        }
        return denied % 2 == counts[denies] % 2 ? Premise.OPEN : Premise.CONTRADICTED;
    }

    /** Counts in the first sentence. */
    private void count(TextScan scan, TokenMask skipped) {
        Arrays.fill(counts, 0);
        int end = scan.sentences().endToken(0);
        search.read(scan, end, skipped).count(0, end, counts);
    }
}
