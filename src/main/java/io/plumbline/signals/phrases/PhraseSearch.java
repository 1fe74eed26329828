package io.plumbline.signals.phrases;

import io.plumbline.domain.TextSpan;
import io.plumbline.signals.phrases.PhraseBook.Begin;
import io.plumbline.signals.scan.TermTable;
import io.plumbline.signals.scan.TextScan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for the phrases of a book in scanned text. Sets of positions that were met before are remembered as states, so that a token costs
 * one look into a table; when too many were met the memory is cleared, which costs time but no correctness. Scratch of one thread.
 */
public final class PhraseSearch {

    private static final int MOST_STATES = 3000;
    private static final int UNKNOWN = -1;
    private static final int FRESH = 0;
    private static final int SENTENCE_START = 1;

    private final PhraseBook book;
    private final TermTable words;
    private final int classes;
    private final Map<BitSet, Integer> stateOf = new HashMap<>();
    private final List<BitSet> positions = new ArrayList<>();
    private int[] next = new int[0];
    private long[] complete = new long[64];
    private long[] completeAtEnd = new long[64];

    public PhraseSearch(PhraseBook book) {
        this.book = book;
        words = book.words();
        classes = book.classes();
        clear();
    }

    public PhraseBook book() {
        return book;
    }

    /** Families with a phrase among the tokens of a sentence; those that {@code skipped} covers are words of no phrase. */
    public long families(TextScan scan, int from, int to, TokenMask skipped) {
        long mask = 0;
        int state = SENTENCE_START;
        for (int t = from; t < to; t++) {
            int wordClass = skipped.covers(t) ? 0 : words.get(scan.hash(t));
            state = step(state, wordClass);
            mask |= complete[state];
        }
        return to > from ? mask | completeAtEnd[state] : mask;
    }

    /** How many phrases end among these tokens, by family; a token that ends several phrases of a family counts once. */
    public void count(TextScan scan, int from, int to, TokenMask skipped, int[] counts) {
        int state = SENTENCE_START;
        for (int t = from; t < to; t++) {
            state = step(state, skipped.covers(t) ? 0 : words.get(scan.hash(t)));
            long mask = t + 1 == to ? completeAtEnd[state] : complete[state];
            while (mask != 0) {
                counts[Long.numberOfTrailingZeros(mask)]++;
                mask &= mask - 1;
            }
        }
    }

    /** Where phrases of these families stand in a sentence: from left to right, each as long as it goes, none overlapping. */
    public List<TextSpan> spans(TextScan scan, int from, int to, TokenMask skipped, long wanted) {
        List<TextSpan> spans = new ArrayList<>();
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

    /** End of the longest phrase that begins at a token; at most {@code start} where none does. */
    private int longest(TextScan scan, int start, int from, int to, TokenMask skipped, long wanted) {
        BitSet at = new BitSet();
        int end = start;
        for (int t = start; t < to; t++) {
            int wordClass = skipped.covers(t) ? 0 : words.get(scan.hash(t));
            at = book.step(at, wordClass, t > start ? Begin.NOWHERE : t == from ? Begin.SENTENCE : Begin.ANYWHERE);
            if (at.isEmpty()) {
                break;
            }
            long mask = t + 1 == to ? book.completeAtEnd(at) : book.complete(at);
            end = (mask & wanted) != 0 ? t + 1 : end;
        }
        return end;
    }

    private int step(int state, int wordClass) {
        int known = next[state * classes + wordClass];
        return known != UNKNOWN ? known : learn(state, wordClass);
    }

    private int learn(int state, int wordClass) {
        BitSet from = positions.get(state);
        BitSet reached = book.step(from, wordClass, state == SENTENCE_START ? Begin.SENTENCE : Begin.ANYWHERE);
        if (positions.size() >= MOST_STATES && !stateOf.containsKey(reached)) {
            clear();
            return state(reached);
        }
        int found = state(reached);
        next[state * classes + wordClass] = found;
        return found;
    }

    private int state(BitSet reached) {
        Integer known = stateOf.get(reached);
        if (known != null) {
            return known;
        }
        int state = append(reached);
        stateOf.put(reached, state);
        return state;
    }

    private int append(BitSet reached) {
        int state = positions.size();
        positions.add(reached);
        int needed = (state + 1) * classes;
        if (next.length < needed) {
            int size = Math.max(needed, next.length * 2);
            int old = next.length;
            next = Arrays.copyOf(next, size);
            Arrays.fill(next, old, size, UNKNOWN);
        }
        if (complete.length <= state) {
            complete = Arrays.copyOf(complete, complete.length * 2);
            completeAtEnd = Arrays.copyOf(completeAtEnd, complete.length);
        }
        complete[state] = book.complete(reached);
        completeAtEnd[state] = book.completeAtEnd(reached);
        return state;
    }

    private void clear() {
        stateOf.clear();
        positions.clear();
        Arrays.fill(next, UNKNOWN);
        stateOf.put(new BitSet(), append(new BitSet()));
        append(new BitSet());
        assert positions.size() == SENTENCE_START + 1 && FRESH == 0;
    }
}
