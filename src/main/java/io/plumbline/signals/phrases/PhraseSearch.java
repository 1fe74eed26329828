package io.plumbline.signals.phrases;

import io.plumbline.domain.TextSpan;
import io.plumbline.signals.phrases.PhrasePart.Begin;
import io.plumbline.signals.scan.TermTable;
import io.plumbline.signals.scan.TextScan;
import java.util.ArrayList;
import java.util.List;

/** Looks for the phrases of a book in scanned text, in time linear in the text. Scratch of one thread. */
public final class PhraseSearch {

    private final PhraseBook book;
    private final TermTable words;
    private final LazyAutomaton[] anywhere;
    private final LazyAutomaton[] anchored;
    private int[] numbers = new int[128];

    public PhraseSearch(PhraseBook book) {
        this.book = book;
        words = book.words();
        anywhere = book.parts().stream().map(part -> new LazyAutomaton(part, Begin.ANYWHERE)).toArray(LazyAutomaton[]::new);
        anchored = book.parts().stream().map(part -> new LazyAutomaton(part, Begin.NOWHERE)).toArray(LazyAutomaton[]::new);
    }

    public PhraseBook book() {
        return book;
    }

    /** Families with a phrase among the tokens of a sentence; those that {@code skipped} covers are words of no phrase. */
    public long families(TextScan scan, int from, int to, TokenMask skipped) {
        if (to <= from) {
            return 0;
        }
        if (numbers.length < to - from) {
            numbers = new int[Math.max(to - from, numbers.length * 2)];
        }
        for (int t = from; t < to; t++) {
            numbers[t - from] = number(scan, t, skipped);
        }
        long mask = 0;
        for (LazyAutomaton automaton : anywhere) {
            mask |= automaton.families(numbers, to - from);
        }
        return mask;
    }

    /** How many phrases end among these tokens, by family; a token that ends several phrases of a family counts once. */
    public void count(TextScan scan, int from, int to, TokenMask skipped, int[] counts) {
        for (LazyAutomaton automaton : anywhere) {
            int state = LazyAutomaton.SENTENCE_START;
            for (int t = from; t < to; t++) {
                state = automaton.step(state, number(scan, t, skipped));
                long mask = t + 1 == to ? automaton.completeAtEnd(state) : automaton.complete(state);
                while (mask != 0) {
                    counts[Long.numberOfTrailingZeros(mask)]++;
                    mask &= mask - 1;
                }
            }
        }
    }

    /** Where phrases of these families stand in a sentence: from left to right, each as long as it goes, none overlapping. */
    public List<TextSpan> spans(TextScan scan, int from, int to, TokenMask skipped, long wanted) {
        List<TextSpan> spans = new ArrayList<>(2);
        int start = from;
        while (start < to) {
            int end = longest(scan, start, from, to, skipped, wanted);
            if (end > start) {
                spans.add(new TextSpan(scan.start(start), scan.end(end - 1)));
                start = end;
            } else {
                start++;
            }
        }
        return spans;
    }

    /** End of the longest phrase that begins at a token; {@code start} where none does. Phrases are of limited length, so this ends soon. */
    private int longest(TextScan scan, int start, int from, int to, TokenMask skipped, long wanted) {
        int end = start;
        for (LazyAutomaton automaton : anchored) {
            int state = start == from ? LazyAutomaton.SENTENCE_START : LazyAutomaton.START;
            for (int t = start; t < to; t++) {
                state = automaton.step(state, number(scan, t, skipped));
                if (automaton.isDead(state)) {
                    break;
                }
                long mask = t + 1 == to ? automaton.completeAtEnd(state) : automaton.complete(state);
                end = (mask & wanted) != 0 ? Math.max(end, t + 1) : end;
            }
        }
        return end;
    }

    private int number(TextScan scan, int token, TokenMask skipped) {
        return skipped.covers(token) ? 0 : words.get(scan.hash(token));
    }
}
