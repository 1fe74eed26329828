package io.plumbline.signals.confidence;

import io.plumbline.domain.LogSignal;
import io.plumbline.domain.TextSpan;
import io.plumbline.signals.phrases.PhraseBook;
import io.plumbline.signals.phrases.PhraseSearch;
import io.plumbline.signals.phrases.PhraseTable;
import io.plumbline.signals.phrases.TokenMask;
import io.plumbline.signals.scan.TextScan;
import java.util.Arrays;
import java.util.List;

/**
 * Counts how an answer hedges, says that it does not know, and limits what it says, by phrases in an editable table. It hears the words,
 * not whether the doubt is justified. Immutable; each thread counts with a {@link Counter} of its own.
 */
public final class ConfidencePatterns {

    public static final String NAME = "confidence phrases";
    public static final String VERSION = "confidence-phrases 1.0";

    private final PhraseBook book = new PhraseBook(PhraseTable.ofResource("confidence.txt"));

    /** A counter for one thread. */
    public Counter counter() {
        return new Counter(book);
    }

    /** Counts in one text after the other. */
    public static final class Counter {

        private final PhraseSearch search;
        private final int[] counts;
        private final int hedge;
        private final int uncertainty;
        private final int qualification;

        private Counter(PhraseBook book) {
            search = new PhraseSearch(book);
            counts = new int[book.families().size()];
            hedge = book.families().indexOf("hedge");
            uncertainty = book.families().indexOf("uncertainty");
            qualification = book.families().indexOf("qualification");
        }

        /** Reads a text; the counts are its until the next call. Phrases do not care about sentences. */
        public Counter read(TextScan scan) {
            Arrays.fill(counts, 0);
            search.read(scan, scan.tokens(), TokenMask.NOTHING).count(0, scan.tokens(), counts);
            return this;
        }

        /** Where the phrases of a signal stand in a text; none overlap, so they can be fewer than were counted. */
        public List<TextSpan> spans(TextScan scan, LogSignal signal) {
            int family = switch (signal) {
                case HEDGES -> hedge;
                case UNCERTAINTY -> uncertainty;
                case QUALIFICATION -> qualification;
                default -> throw new IllegalArgumentException(signal + " is not counted by phrases of confidence");
            };
            return search.read(scan, scan.tokens(), TokenMask.NOTHING).spans(0, scan.tokens(), 1L << family);
        }

        public int hedges() {
            return counts[hedge];
        }

        public int uncertainty() {
            return counts[uncertainty];
        }

        public int qualifications() {
            return counts[qualification];
        }
    }
}
