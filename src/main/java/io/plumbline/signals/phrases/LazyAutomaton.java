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
    private int[] keys = new int[1 << 12];
    private int[] next = new int[1 << 12];
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
        if (word == 0 && state == START) {
            return START;
        }
        int wordClass = part.classOf(word);
        int key = state * classes + wordClass + 1;
        int mask = keys.length - 1;
        int slot = (key * 0x9E3779B1 >>> 7) & mask;
        while (keys[slot] != key) {
            if (keys[slot] == 0) {
                return learn(state, wordClass);
            }
            slot = slot + 1 & mask;
        }
        return next[slot];
    }

    /** Families with a phrase among the words of a sentence, given by their numbers. */
    long families(int[] words, int count) {
        long mask = 0;
        int state = SENTENCE_START;
        for (int i = 0; i < count; i++) {
            int word = words[i];
            if (word != 0 || state != START) {
                state = step(state, word);
                mask |= complete[state];
            }
        }
        return mask | completeAtEnd[state];
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
        if (++steps * 2 > keys.length) {
            int[] oldKeys = keys;
            int[] oldNext = next;
            keys = new int[oldKeys.length * 2];
            next = new int[keys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != 0) {
                    insert(oldKeys[i], oldNext[i]);
                }
            }
        }
        insert(key, value);
    }

    private void insert(int key, int value) {
        int mask = keys.length - 1;
        int slot = (key * 0x9E3779B1 >>> 7) & mask;
        while (keys[slot] != 0) {
            slot = slot + 1 & mask;
        }
        keys[slot] = key;
        next[slot] = value;
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
        Arrays.fill(keys, 0);
        steps = 0;
        append(new BitSet());
        append(new BitSet());
        if (inside == Begin.ANYWHERE) {
            stateOf.put(new BitSet(), START);
        }
    }
}
