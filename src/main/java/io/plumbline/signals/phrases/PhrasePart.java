package io.plumbline.signals.phrases;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The automaton of some families of a book (Glushkov's construction). Immutable. */
final class PhrasePart {

    private final int classes;
    private final char[] classOfWord;
    private final BitSet[] follow;
    private final BitSet first;
    private final BitSet firstOfSentence;
    private final BitSet[] accepting;
    private final BitSet ends;
    private final long[] familyAt;

    /** Of compiled phrases, with the numbers that the book gave to words. */
    PhrasePart(PhraseCompiler compiler, Map<String, Integer> numbers) {
        follow = compiler.follow();
        first = compiler.first();
        firstOfSentence = compiler.firstOfSentence();
        ends = compiler.ends();
        familyAt = compiler.familyAt();
        BitSet gaps = compiler.gaps();
        Map<BitSet, Integer> classOf = new LinkedHashMap<>();
        classOf.put(gaps, 0);
        classOfWord = new char[numbers.size() + 1];
        new TreeMap<>(compiler.positionsByWord()).forEach((word, at) -> {
            BitSet all = (BitSet) at.clone();
            all.or(gaps);
            classOf.putIfAbsent(all, classOf.size());
            classOfWord[numbers.get(word)] = (char) classOf.get(all).intValue();
        });
        classes = classOf.size();
        List<BitSet> sets = new ArrayList<>(classOf.keySet());
        accepting = sets.toArray(BitSet[]::new);
    }

    /** Words that this part need not tell apart have the same class; words that it does not know have class 0. */
    int classOf(int word) {
        return classOfWord[word];
    }

    int classes() {
        return classes;
    }

    /** The positions reached from these by a token of this class; new phrases may begin where {@code begin} says. */
    BitSet step(BitSet from, int wordClass, Begin begin) {
        BitSet next = new BitSet();
        for (int p = from.nextSetBit(0); p >= 0; p = from.nextSetBit(p + 1)) {
            next.or(follow[p]);
        }
        if (begin != Begin.NOWHERE) {
            next.or(first);
        }
        if (begin == Begin.SENTENCE) {
            next.or(firstOfSentence);
        }
        next.and(accepting[wordClass]);
        return next;
    }

    /** Families that have a phrase ending at one of these positions, in mid-sentence. */
    long complete(BitSet positions) {
        long mask = 0;
        for (int p = positions.nextSetBit(0); p >= 0; p = positions.nextSetBit(p + 1)) {
            mask |= ends.get(p) ? 0 : familyAt[p];
        }
        return mask;
    }

    /** Families that have a phrase ending at one of these positions if the sentence ends there too. */
    long completeAtEnd(BitSet positions) {
        long mask = 0;
        for (int p = positions.nextSetBit(0); p >= 0; p = positions.nextSetBit(p + 1)) {
            mask |= familyAt[p];
        }
        return mask;
    }

    /** Where new phrases may begin. */
    enum Begin { NOWHERE, ANYWHERE, SENTENCE }
}
