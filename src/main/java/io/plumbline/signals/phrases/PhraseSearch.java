package io.plumbline.signals.phrases;

import io.plumbline.domain.TextSpan;
import io.plumbline.signals.phrases.PhrasePart.Begin;
import io.plumbline.signals.scan.TextScan;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for the phrases of a book in scanned text, in time linear in the text: first {@link #read} it, then ask for ranges of its tokens.
 * Scratch of one thread.
 */
public final class PhraseSearch {

    private final PhraseBook book;
    private final TextWords words;
    private final LazyAutomaton[] anywhere;
    private final LazyAutomaton[] anchored;
    private TextScan scan;

    public PhraseSearch(PhraseBook book) {
        this.book = book;
        words = new TextWords(book.words());
        anywhere = automata(Begin.ANYWHERE);
        anchored = automata(Begin.NOWHERE);
    }

    private LazyAutomaton[] automata(Begin inside) {
        LazyAutomaton[] automata = new LazyAutomaton[book.parts().size()];
        for (int i = 0; i < automata.length; i++) {
            automata[i] = new LazyAutomaton(book.parts().get(i), inside);
        }
        return automata;
    }

    public PhraseBook book() {
        return book;
    }

    /** Reads the tokens of a text before {@code end}; those that {@code skipped} covers are words of no phrase. */
    public PhraseSearch read(TextScan text, int end, TokenMask skipped) {
        scan = text;
        words.read(text, end, skipped);
        return this;
    }

    /** Families with a phrase among the tokens of a sentence. */
    public long families(int from, int to) {
        long mask = 0;
        for (LazyAutomaton automaton : anywhere) {
            mask |= automaton.families(words, from, to);
        }
        return mask;
    }

    /** How many phrases end among these tokens, by family; a token that ends several phrases of a family counts once. */
    public void count(int from, int to, int[] counts) {
        for (LazyAutomaton automaton : anywhere) {
            automaton.count(words, from, to, counts);
        }
    }

    /** Where phrases of these families stand in a sentence: from left to right, each as long as it goes, none overlapping. */
    public List<TextSpan> spans(int from, int to, long wanted) {
        List<TextSpan> spans = new ArrayList<>(2);
        int start = from;
        while (start < to) {
            int end = longest(start, from, to, wanted);
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
    private int longest(int start, int from, int to, long wanted) {
        int end = start;
        for (LazyAutomaton automaton : anchored) {
            int state = start == from ? LazyAutomaton.SENTENCE_START : LazyAutomaton.START;
            for (int t = start; t < to; t++) {
                state = automaton.step(state, words.number(t));
                if (automaton.isDead(state)) {
                    break;
                }
                long mask = t + 1 == to ? automaton.completeAtEnd(state) : automaton.complete(state);
                end = (mask & wanted) != 0 ? Math.max(end, t + 1) : end;
            }
        }
        return end;
    }
}
