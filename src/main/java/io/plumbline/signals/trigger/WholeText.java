package io.plumbline.signals.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToIntFunction;

/**
 * Restores the whole text of a candidate from the prompts that hold it: grown to the left and right as far as all of them agree, then
 * without the common words at its ends that merely stood beside it.
 */
final class WholeText {

    private static final int MOST_ATOMS = 60;

    /** A word is common when it stands in more than so many times the candidate's prompts. */
    private static final double COMMON = 2;
    /** What is left after a word is trimmed may stand in hardly more prompts than the whole. */
    private static final double SAME = 1.1;

    private final LongToIntFunction prompts;
    private final int support;

    /**
     * @param prompts number of prompts with an n-gram, by its hash; 0 for one that was too long to be counted
     * @param support prompts that hold the candidate
     */
    WholeText(LongToIntFunction prompts, int support) {
        this.prompts = prompts;
        this.support = support;
    }

    String of(Suspect suspect) {
        List<Atoms> texts = new ArrayList<>();
        suspect.samples().forEach(s -> texts.add(Atoms.of(s.text())));
        int left = 0;
        int right = 0;
        while (left + right < MOST_ATOMS && agree(suspect, texts, -(left + 1))) {
            left++;
        }
        while (left + right < MOST_ATOMS && agree(suspect, texts, right + 1)) {
            right++;
        }
        Atoms atoms = texts.get(0);
        Suspect.Sample sample = suspect.samples().get(0);
        int from = sample.from() - left;
        int to = sample.to() + right;
        int begin = from;
        int end = to;
        if (areCommon(atoms, begin, end)) {
            return atoms.text(begin, end);
        }
        while (isCommonWord(atoms, begin, wordEnd(atoms, begin, end)) && says(atoms, wordEnd(atoms, begin, end) + 1, end)) {
            begin = wordEnd(atoms, begin, end) + 1;
        }
        while (isCommonWord(atoms, wordBegin(atoms, begin, end), end) && says(atoms, begin, wordBegin(atoms, begin, end) - 1)) {
            end = wordBegin(atoms, begin, end) - 1;
        }
        return atoms.text(begin, end);
    }

    /** Whether all samples have the same atom so many places before (negative) or behind the n-gram, with the same space between. */
    private static boolean agree(Suspect suspect, List<Atoms> texts, int offset) {
        if (texts.size() < 2) {
            return false;
        }
        long wanted = 0;
        for (int i = 0; i < texts.size(); i++) {
            Suspect.Sample sample = suspect.samples().get(i);
            int at = offset < 0 ? sample.from() + offset : sample.to() + offset;
            if (at < 0 || at >= texts.get(i).size() || !texts.get(i).areTogether(sample.from(), at)) {
                return false;
            }
            boolean apart = offset < 0 ? texts.get(i).standsApart(at + 1) : texts.get(i).standsApart(at);
            long hash = texts.get(i).hash(at, at) * (apart ? 2 : 1) + (apart ? 1 : 0);
            if (i > 0 && hash != wanted) {
                return false;
            }
            wanted = hash;
        }
        return true;
    }

    private static int wordEnd(Atoms atoms, int from, int last) {
        int end = from;
        while (end < last && !atoms.standsApart(end + 1)) {
            end++;
        }
        return end;
    }

    private static int wordBegin(Atoms atoms, int first, int to) {
        int begin = to;
        while (begin > first && !atoms.standsApart(begin)) {
            begin--;
        }
        return begin;
    }

    /** Whether the atoms are a whole word of common atoms; a part of a word is not trimmed. */
    private boolean isCommonWord(Atoms atoms, int from, int to) {
        return atoms.standsApart(from) && atoms.standsApart(to + 1) && areCommon(atoms, from, to);
    }

    /** Nothing but common atoms: then only their combination says anything. */
    private boolean areCommon(Atoms atoms, int from, int to) {
        for (int i = from; i <= to; i++) {
            if (prompts.applyAsInt(atoms.hash(i, i)) <= COMMON * support) {
                return false;
            }
        }
        return true;
    }

    /** Whether these atoms alone still single out the candidate's prompts. */
    private boolean says(Atoms atoms, int from, int to) {
        return from <= to && prompts.applyAsInt(atoms.hash(from, to)) <= SAME * support;
    }
}
