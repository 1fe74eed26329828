package io.plumbline.signals.phrases;

import io.plumbline.signals.phrases.PhrasePart.Begin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The automaton of a part of a book, made deterministic as far as texts need it: a set of positions that was met before is a state, a step taken
 * before is one look into a table. When too much was met the memory is cleared, which costs time but no correctness. Scratch of one thread.
 */
final class LazyAutomaton {

    /** Before the first token of a sentence. */
    static final int SENTENCE_START = 0;
    /** Before any other token. */
    static final int START = 1;

    private static final int MOST_STATES = 8_000;
    private static final int MOST_STEPS = 120_000;

    private final PhrasePart part;
    private final Begin inside;
    private final int classes;
    private final Map<BitSet, Integer> stateOf = new HashMap<>();
    private final List<BitSet> positions = new ArrayList<>();
    /** Steps taken before, the key above and the state that follows below; 0 where there is none. */
    private long[] known = new long[1 << 12];
    private int steps;
    private long[] complete = new long[256];
    private long[] completeAtEnd = new long[256];
    private boolean[] dead = new boolean[256];

    /** With {@code inside} saying whether further phrases may begin after the first token. */
    LazyAutomaton(PhrasePart part, Begin inside) {
        this.part = part;
        this.inside = inside;
        classes = part.classes();
        clear();
    }

    /** The state after a word with this number, 0 for words that stand in no phrase. */
    int step(int state, int word) {
        int wordClass = part.classOf(word);
        if (wordClass == 0 && state == START) {
            return START;
        }
        int key = state * classes + wordClass + 1;
        long[] table = known;
        int mask = table.length - 1;
        int slot = slot(key) & mask;
        while ((int) (table[slot] >>> 32) != key) {
            if (table[slot] == 0) {
                return learn(state, wordClass);
            }
            slot = slot + 1 & mask;
        }
        return (int) table[slot];
    }

    private static int slot(int key) {
        return key * 0x9E3779B1 >>> 7;
    }

    /** Families with a phrase among the words of a sentence: where nothing is under way, it goes from one known word to the next. */
    long families(TextWords words, int from, int to) {
        long mask = 0;
        int state = SENTENCE_START;
        int at = from;
        while (at < to) {
            state = step(state, words.number(at));
            mask |= complete[state];
            at = state == START ? words.nextKnown(at) : at + 1;
        }
        return at == to ? mask | completeAtEnd[state] : mask;
    }

    /** Adds one to the count of each family for each token at which a phrase of it ends. */
    void count(TextWords words, int from, int to, int[] counts) {
        int state = SENTENCE_START;
        int at = from;
        while (at < to) {
            state = step(state, words.number(at));
            for (long mask = at + 1 == to ? completeAtEnd[state] : complete[state]; mask != 0; mask &= mask - 1) {
                counts[Long.numberOfTrailingZeros(mask)]++;
            }
            at = state == START ? words.nextKnown(at) : at + 1;
        }
    }

    /** Families with a phrase that ends here, in mid-sentence. */
    long complete(int state) {
        return complete[state];
    }

    /** Families with a phrase that ends here if the sentence does. */
    long completeAtEnd(int state) {
        return completeAtEnd[state];
    }

    /** Whether nothing is under way. */
    boolean isDead(int state) {
        return dead[state];
    }

    private int learn(int state, int wordClass) {
        Begin begin = state == SENTENCE_START ? Begin.SENTENCE : state == START ? Begin.ANYWHERE : inside;
        BitSet reached = part.step(positions.get(state), wordClass, begin);
        if (positions.size() >= MOST_STATES && !stateOf.containsKey(reached) || steps >= MOST_STEPS) {
            clear();
            return state(reached);
        }
        int found = state(reached);
        put(state * classes + wordClass + 1, found);
        return found;
    }

    private void put(int key, int value) {
        if (++steps * 2 > known.length) {
            long[] old = known;
            known = new long[old.length * 2];
            for (long entry : old) {
                if (entry != 0) {
                    insert(entry);
                }
            }
        }
        insert((long) key << 32 | value);
    }

    private void insert(long entry) {
        int mask = known.length - 1;
        int slot = slot((int) (entry >>> 32)) & mask;
        while (known[slot] != 0) {
            slot = slot + 1 & mask;
        }
        known[slot] = entry;
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
        if (complete.length <= state) {
            complete = Arrays.copyOf(complete, complete.length * 2);
            completeAtEnd = Arrays.copyOf(completeAtEnd, complete.length);
            dead = Arrays.copyOf(dead, complete.length);
        }
        complete[state] = part.complete(reached);
        completeAtEnd[state] = part.completeAtEnd(reached);
        dead[state] = reached.isEmpty();
        return state;
    }

    private void clear() {
        stateOf.clear();
        positions.clear();
        Arrays.fill(known, 0);
        steps = 0;
        append(new BitSet());
        append(new BitSet());
        if (inside == Begin.ANYWHERE) {
            stateOf.put(new BitSet(), START);
        }
    }
}
