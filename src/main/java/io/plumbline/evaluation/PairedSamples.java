package io.plumbline.evaluation;

import io.plumbline.domain.AnswerTable;
import io.plumbline.domain.AskedPrompt;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.PromptIntent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The prompts that two runs share. A paired comparison is only as good as its pairing, so this counts what matched and what did not on
 * each side. Prompts are paired on their key, and where that finds nothing on their words. A key that is a mere number may mean something
 * else in another suite; it is only trusted within one suite, or where the words agree as well.
 *
 * @param prompts               prompts found in both runs, in the order of the base run
 * @param basePrompts           distinct prompts of the base run
 * @param candidatePrompts      distinct prompts of the candidate run
 * @param pairedOnWords         of the pairs, those found by their words
 * @param otherWords            of the pairs, those whose words differ although the key is the same
 * @param categoryDisagreements of the pairs, those that the runs put in different categories
 * @param categoriesOfOneSide   harm categories without a single pair, alphabetical
 */
public record PairedSamples(List<PairedPrompt> prompts, int basePrompts, int candidatePrompts, int pairedOnWords, int otherWords,
                            int categoryDisagreements, List<String> categoriesOfOneSide) {

    public PairedSamples {
        prompts = List.copyOf(prompts);
        categoriesOfOneSide = List.copyOf(categoriesOfOneSide);
    }

    public static PairedSamples pair(EvaluationRun base, AnswerTable baseAnswers, EvaluationRun candidate,
                                     AnswerTable candidateAnswers) {
        boolean sameSuite = !base.suite().isBlank() && base.suite().equalsIgnoreCase(candidate.suite());
        List<Prompt> asked = distinctPrompts(base.id(), baseAnswers);
        List<Prompt> answered = distinctPrompts(candidate.id(), candidateAnswers);
        Candidates open = new Candidates(answered);
        List<PairedPrompt> pairs = new ArrayList<>();
        List<Prompt> left = new ArrayList<>();
        Map<Prompt, Prompt> found = new LinkedHashMap<>();
        for (Prompt prompt : asked) {
            open.takeByKey(prompt, sameSuite, found, left);
        }
        int onWords = 0;
        for (Prompt prompt : left) {
            onWords += open.takeByWords(prompt, found) ? 1 : 0;
        }
        int otherWords = 0;
        int disagreements = 0;
        for (Prompt prompt : asked) {
            Prompt match = found.get(prompt);
            if (match != null) {
                PairedPrompt pair = prompt.with(match);
                pairs.add(pair);
                otherWords += prompt.words == match.words ? 0 : 1;
                disagreements += prompt.disagreesOnCategory(match) ? 1 : 0;
            }
        }
        return new PairedSamples(pairs, asked.size(), answered.size(), onWords, otherWords, disagreements,
            unpairedCategories(pairs, baseAnswers, candidateAnswers));
    }

    public int unpairedBase() {
        return basePrompts - prompts.size();
    }

    public int unpairedCandidate() {
        return candidatePrompts - prompts.size();
    }

    /** Pairs in which a model answered more than once. */
    public int repeated() {
        return (int) prompts.stream().filter(prompt -> prompt.mostAnswers() > 1).count();
    }

    private static List<Prompt> distinctPrompts(String runId, AnswerTable table) {
        Map<String, Prompt> byKey = new HashMap<>();
        Map<Long, Prompt> byWords = new HashMap<>();
        List<Prompt> prompts = new ArrayList<>();
        int[][] answers = table.answersByPrompt();
        for (int i = 0; i < answers.length; i++) {
            AskedPrompt asked = table.prompts().get(i);
            Prompt standing = byKey.get(asked.key());
            if (standing == null && asked.words() != 0) {
                standing = byWords.get(asked.words());
            }
            if (standing == null) {
                standing = new Prompt(runId, table, asked);
                prompts.add(standing);
            }
            standing.add(asked, answers[i]);
            byKey.putIfAbsent(asked.key(), standing);
            if (asked.words() != 0) {
                byWords.putIfAbsent(asked.words(), standing);
            }
        }
        return prompts;
    }

    private static List<String> unpairedCategories(List<PairedPrompt> pairs, AnswerTable base, AnswerTable candidate) {
        Set<String> without = new TreeSet<>();
        List.of(base, candidate).forEach(table -> table.prompts().stream()
            .filter(asked -> asked.intent() != PromptIntent.HARMLESS && !asked.category().isBlank())
            .forEach(asked -> without.add(asked.category())));
        pairs.stream().filter(pair -> !pair.isHarmless()).forEach(pair -> without.remove(pair.category()));
        return List.copyOf(without);
    }

    /** A prompt of one run with all its answers. Identity matters, so this is no record. */
    private static final class Prompt {
        private final String runId;
        private final AnswerTable table;
        private final String key;
        private final long words;
        private final PromptIntent intent;
        /** Keys beside the first; nearly no prompt has any. */
        private final List<String> otherKeys = new ArrayList<>(0);
        private String category = "";
        private int[] answers = {};

        Prompt(String runId, AnswerTable table, AskedPrompt first) {
            this.runId = runId;
            this.table = table;
            key = first.key();
            words = first.words();
            intent = first.intent();
        }

        void add(AskedPrompt asked, int[] more) {
            if (!asked.key().equals(key)) {
                otherKeys.add(asked.key());
            }
            category = category.isBlank() ? asked.category() : category;
            if (answers.length == 0) {
                answers = more;
            } else {
                answers = IntStream.concat(IntStream.of(answers), IntStream.of(more)).sorted().toArray();
            }
        }

        String category() {
            return category.isBlank() ? "" : category;
        }

        boolean disagreesOnCategory(Prompt other) {
            return !category().isEmpty() && !other.category().isEmpty() && !category().equals(other.category());
        }

        /** Harmless only where both runs say so or one does and the other does not know. */
        PromptIntent intentWith(Prompt other) {
            PromptIntent first = intent;
            PromptIntent second = other.intent;
            if (first == PromptIntent.HARMFUL || second == PromptIntent.HARMFUL) {
                return PromptIntent.HARMFUL;
            }
            return first == PromptIntent.UNSPECIFIED ? second : first;
        }

        PairedPrompt with(Prompt other) {
            return new PairedPrompt(key, category().isEmpty() ? other.category() : category(), intentWith(other), answers(), other.answers());
        }

        private Answers answers() {
            return new Answers(runId, table, answers);
        }

        boolean hasWeakKey() {
            int letters = 0;
            for (int i = 0; i < key.length() && letters < 3; i++) {
                letters += Character.isLetter(key.charAt(i)) ? 1 : 0;
            }
            return letters < 3;
        }
    }

    /** The candidate's prompts that no base prompt has claimed yet. */
    private static final class Candidates {
        private final Map<String, Prompt> byKey = new HashMap<>();
        private final Map<Long, Prompt> byWords = new HashMap<>();
        private final Set<Prompt> taken = new HashSet<>();

        Candidates(List<Prompt> prompts) {
            for (Prompt prompt : prompts) {
                byKey.putIfAbsent(prompt.key, prompt);
                prompt.otherKeys.forEach(key -> byKey.putIfAbsent(key, prompt));
                if (prompt.words != 0) {
                    byWords.putIfAbsent(prompt.words, prompt);
                }
            }
        }

        void takeByKey(Prompt wanted, boolean sameSuite, Map<Prompt, Prompt> found, List<Prompt> left) {
            Prompt match = byKey.get(wanted.key);
            boolean trusted = match != null && (sameSuite || !wanted.hasWeakKey() || wanted.words == match.words);
            if (trusted && taken.add(match)) {
                found.put(wanted, match);
            } else {
                left.add(wanted);
            }
        }

        boolean takeByWords(Prompt wanted, Map<Prompt, Prompt> found) {
            Prompt match = wanted.words == 0 ? null : byWords.get(wanted.words);
            if (match == null || !taken.add(match)) {
                return false;
            }
            found.put(wanted, match);
            return true;
        }
    }
}
