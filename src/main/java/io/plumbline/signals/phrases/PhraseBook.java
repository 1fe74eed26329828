package io.plumbline.signals.phrases;

import io.plumbline.signals.scan.TermTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Phrases of several families in one automaton over tokens (Glushkov's construction), so that all of them are looked for in one pass
 * and in time linear in the text, whatever the text. Read from a table that people can edit, see {@link PhraseTable}. Immutable; each
 * thread searches with a {@link PhraseSearch} of its own.
 */
public final class PhraseBook {

    private final List<String> families;
    private final TermTable words;
    private final int classes;
    private final BitSet[] follow;
    private final BitSet first;
    private final BitSet firstOfSentence;
    private final BitSet[] accepting;
    private final BitSet ends;
    private final long[] familyAt;

    /** The book of a table. Families are numbered in the order of its headings; at most 64. */
    public PhraseBook(PhraseTable table) {
        families = table.families();
        PhraseCompiler compiler = new PhraseCompiler();
        for (PhraseTable.Row row : table.rows()) {
            compiler.add(row.phrase(), 1L << families.indexOf(row.family()));
        }
        int positions = compiler.size();
        follow = compiler.follow();
        first = compiler.first();
        firstOfSentence = compiler.firstOfSentence();
        ends = compiler.ends();
        familyAt = compiler.familyAt();
        Map<String, BitSet> byWord = compiler.positionsByWord();
        Map<BitSet, Integer> classOf = new LinkedHashMap<>();
        BitSet gaps = compiler.gaps();
        classOf.put(gaps, 0);
        Map<String, Integer> classOfWord = new HashMap<>();
        new TreeMap<>(byWord).forEach((word, at) -> {
            BitSet all = (BitSet) at.clone();
            all.or(gaps);
            classOf.putIfAbsent(all, classOf.size());
            if (classOf.get(all) > 0) {
                classOfWord.put(word, classOf.get(all));
            }
        });
        words = new TermTable(classOfWord);
        classes = classOf.size();
        accepting = new ArrayList<>(classOf.keySet()).toArray(BitSet[]::new);
        if (positions > PhraseCompiler.MOST_POSITIONS) {
            throw new IllegalArgumentException("the phrases of this table need " + positions + " positions, more than "
                + PhraseCompiler.MOST_POSITIONS);
        }
    }

    /** Names of the families in the order of their bits. */
    public List<String> families() {
        return families;
    }

    /** Bit of a family in the masks that a search gives. */
    public long bit(String family) {
        int index = families.indexOf(family);
        if (index < 0) {
            throw new IllegalArgumentException("no family of phrases is called " + family);
        }
        return 1L << index;
    }

    TermTable words() {
        return words;
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
