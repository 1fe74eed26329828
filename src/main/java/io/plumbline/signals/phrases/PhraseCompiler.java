package io.plumbline.signals.phrases;

import io.plumbline.signals.scan.TextScan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns phrases into positions of an automaton: each word, choice of single words, or gap is one position; {@code follow} says which
 * may come next.
 */
final class PhraseCompiler {

    static final int MOST_POSITIONS = 20_000;

    private final List<BitSet> follow = new ArrayList<>();
    private final List<Long> families = new ArrayList<>();
    private final Map<String, BitSet> byWord = new HashMap<>();
    private final BitSet gaps = new BitSet();
    private final BitSet first = new BitSet();
    private final BitSet firstOfSentence = new BitSet();
    private final BitSet ends = new BitSet();
    private final TextScan scan = new TextScan();

    /** Adds one phrase. */
    void add(String phrase, long family) {
        PhraseSyntax syntax = new PhraseSyntax(phrase);
        PhraseSyntax.Node node = syntax.parse();
        int before = follow.size();
        Part part = part(node);
        if (part.empty) {
            throw new IllegalArgumentException("this phrase matches nothing at all: " + phrase);
        }
        (syntax.atBegin() ? firstOfSentence : first).or(part.first);
        for (int p = part.last.nextSetBit(0); p >= 0; p = part.last.nextSetBit(p + 1)) {
            families.set(p, family);
            ends.set(p, syntax.atEnd());
        }
        for (int p = part.first.nextSetBit(0); p >= 0; p = part.first.nextSetBit(p + 1)) {
            if (gaps.get(p) && !syntax.atBegin()) {
                throw new IllegalArgumentException("a phrase may not begin with a gap: " + phrase);
            }
        }
        if (follow.size() - before > 600) {
            throw new IllegalArgumentException("this phrase is too large: " + phrase);
        }
    }

    private Part part(PhraseSyntax.Node node) {
        if (node instanceof PhraseSyntax.Words words) {
            return words(words);
        }
        if (node instanceof PhraseSyntax.Gap gap) {
            return gap(gap.most());
        }
        if (node instanceof PhraseSyntax.Repeat repeat) {
            Part whole = new Part();
            for (int i = 0; i < repeat.most(); i++) {
                Part once = part(repeat.node());
                once.empty = true;
                whole = sequence(whole, once);
            }
            return whole;
        }
        if (node instanceof PhraseSyntax.Sequence sequence) {
            Part whole = new Part();
            for (PhraseSyntax.Node next : sequence.nodes()) {
                whole = sequence(whole, part(next));
            }
            return whole;
        }
        return choice((PhraseSyntax.Choice) node);
    }

    /** Choices of single words share one position, which keeps the automaton small. */
    private Part choice(PhraseSyntax.Choice choice) {
        Part whole = new Part();
        whole.empty = false;
        List<String> single = new ArrayList<>();
        for (PhraseSyntax.Node node : choice.nodes()) {
            if (node instanceof PhraseSyntax.Words words && words.isSingle(scan)) {
                single.addAll(words.forms());
            } else {
                add(whole, part(node));
            }
        }
        if (!single.isEmpty()) {
            add(whole, words(new PhraseSyntax.Words(single)));
        }
        return whole;
    }

    private static void add(Part whole, Part branch) {
        whole.first.or(branch.first);
        whole.last.or(branch.last);
        whole.empty |= branch.empty;
    }

    /** A word with its endings; written without spaces it may still be several tokens, as in Chinese. */
    private Part words(PhraseSyntax.Words words) {
        if (words.isSingle(scan)) {
            int p = position();
            for (String form : words.forms()) {
                byWord.computeIfAbsent(token(form), w -> new BitSet()).set(p);
            }
            return Part.of(p);
        }
        Part whole = new Part();
        whole.empty = false;
        for (String form : words.forms()) {
            scan.scan(form);
            List<String> tokens = new ArrayList<>();
            for (int t = 0; t < scan.tokens(); t++) {
                tokens.add(form.substring(scan.start(t), scan.end(t)));
            }
            Part sequence = new Part();
            for (String token : tokens) {
                int p = position();
                byWord.computeIfAbsent(token, w -> new BitSet()).set(p);
                sequence = sequence(sequence, Part.of(p));
            }
            add(whole, sequence);
        }
        return whole;
    }

    private String token(String form) {
        if (PhraseSyntax.Words.isPlain(form)) {
            return form;
        }
        scan.scan(form);
        if (scan.tokens() != 1) {
            throw new IllegalArgumentException("not one word: " + form);
        }
        return form.substring(scan.start(0), scan.end(0));
    }

    private Part gap(int most) {
        Part whole = new Part();
        for (int i = 0; i < most; i++) {
            int p = position();
            gaps.set(p);
            Part one = Part.of(p);
            one.empty = true;
            whole = sequence(whole, one);
        }
        return whole;
    }

    private Part sequence(Part before, Part after) {
        for (int p = before.last.nextSetBit(0); p >= 0; p = before.last.nextSetBit(p + 1)) {
            follow.get(p).or(after.first);
        }
        Part whole = new Part();
        whole.first.or(before.first);
        if (before.empty) {
            whole.first.or(after.first);
        }
        whole.last.or(after.last);
        if (after.empty) {
            whole.last.or(before.last);
        }
        whole.empty = before.empty && after.empty;
        return whole;
    }

    private int position() {
        follow.add(new BitSet());
        families.add(0L);
        return follow.size() - 1;
    }

    int size() {
        return follow.size();
    }

    BitSet[] follow() {
        return follow.toArray(BitSet[]::new);
    }

    BitSet first() {
        return first;
    }

    BitSet firstOfSentence() {
        return firstOfSentence;
    }

    BitSet ends() {
        return ends;
    }

    BitSet gaps() {
        return gaps;
    }

    long[] familyAt() {
        return families.stream().mapToLong(Long::longValue).toArray();
    }

    Map<String, BitSet> positionsByWord() {
        return byWord;
    }

    /** A piece of an automaton: where it begins, where it ends, whether it may be skipped. */
    private static final class Part {

        private final BitSet first = new BitSet();
        private final BitSet last = new BitSet();
        private boolean empty = true;

        static Part of(int position) {
            Part part = new Part();
            part.first.set(position);
            part.last.set(position);
            part.empty = false;
            return part;
        }
    }
}
