package io.plumbline.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A run as a comparison sees it: who was asked what, and what each judge said, without a word of prompt or answer. Half a million answers are a
 * few megabytes in this form, so that two large runs are compared while the person is still looking at the screen; texts are read when a person
 * opens them. Arrays are shared, not copied: nobody changes them after the table is made.
 */
public final class AnswerTable {

    /** A judge has no word on an answer. */
    private static final byte NOTHING = -1;
    private static final Verdict[] VERDICTS = Verdict.values();

    private final List<AskedPrompt> prompts;
    private final List<String> judges;
    private final int[] promptOf;
    private final int[] places;
    private final boolean[] responded;
    private final byte[][] verdicts;

    /**
     * @param prompts   the prompts, in the order in which they occur first
     * @param judges    names of judges
     * @param promptOf  for each answer the index of its prompt
     * @param places    for each answer its place in the run, ascending
     * @param responded for each answer whether the run holds one
     * @param verdicts  for each judge and answer the ordinal of the verdict, −1 where there is none
     */
    public AnswerTable(List<AskedPrompt> prompts, List<String> judges, int[] promptOf, int[] places, boolean[] responded, byte[][] verdicts) {
        this.prompts = List.copyOf(prompts);
        this.judges = List.copyOf(judges);
        this.promptOf = promptOf;
        this.places = places;
        this.responded = responded;
        this.verdicts = verdicts;
    }

    /** The same from whole samples. */
    public static AnswerTable of(List<Sample> samples) {
        Map<Group, Integer> known = new HashMap<>();
        Map<String, Integer> judgeAt = new HashMap<>();
        List<AskedPrompt> prompts = new ArrayList<>();
        List<byte[]> verdicts = new ArrayList<>();
        int[] promptOf = new int[samples.size()];
        int[] places = new int[samples.size()];
        boolean[] responded = new boolean[samples.size()];
        for (int answer = 0; answer < samples.size(); answer++) {
            Sample sample = samples.get(answer);
            // A repeat is known by its key; its words need not be read again.
            Group group = new Group(sample.key(), sample.key().isBlank() ? sample.prompt() : "", sample.category(), sample.intent());
            promptOf[answer] = known.computeIfAbsent(group, first -> {
                prompts.add(AskedPrompts.of(sample));
                return prompts.size() - 1;
            });
            places[answer] = sample.index();
            responded[answer] = sample.responded();
            for (Judgement judgement : sample.judgements()) {
                int judge = judgeAt.computeIfAbsent(judgement.judge(), name -> {
                    byte[] column = new byte[samples.size()];
                    Arrays.fill(column, NOTHING);
                    verdicts.add(column);
                    return verdicts.size() - 1;
                });
                if (verdicts.get(judge)[answer] == NOTHING) {
                    verdicts.get(judge)[answer] = (byte) judgement.verdict().ordinal();
                }
            }
        }
        List<String> judges = new ArrayList<>(judgeAt.keySet());
        judges.sort((first, second) -> judgeAt.get(first) - judgeAt.get(second));
        return new AnswerTable(prompts, judges, promptOf, places, responded, verdicts.toArray(byte[][]::new));
    }

    public List<AskedPrompt> prompts() {
        return prompts;
    }

    public List<String> judges() {
        return judges;
    }

    public int size() {
        return promptOf.length;
    }

    public int promptOf(int answer) {
        return promptOf[answer];
    }

    /** Place of an answer in its run. */
    public int place(int answer) {
        return places[answer];
    }

    public boolean responded(int answer) {
        return responded[answer];
    }

    /** Column of a judge, −1 where the judge said nothing of this run. */
    public int judgeColumn(String judge) {
        return judges.indexOf(judge);
    }

    /** What the judge of a column said of an answer; no word, and a column of −1, are {@link Verdict#UNSCORED}. */
    public Verdict verdict(int column, int answer) {
        byte verdict = column < 0 ? NOTHING : verdicts[column][answer];
        return verdict == NOTHING ? Verdict.UNSCORED : VERDICTS[verdict];
    }

    /** Whether the judge of a column gave this answer a verdict at all. */
    public boolean isJudged(int column, int answer) {
        return column >= 0 && verdicts[column][answer] != NOTHING;
    }

    /** For each prompt its answers, ascending. */
    public int[][] answersByPrompt() {
        int[] count = new int[prompts.size()];
        for (int prompt : promptOf) {
            count[prompt]++;
        }
        int[][] answers = new int[prompts.size()][];
        for (int prompt = 0; prompt < answers.length; prompt++) {
            answers[prompt] = new int[count[prompt]];
        }
        Arrays.fill(count, 0);
        for (int answer = 0; answer < promptOf.length; answer++) {
            answers[promptOf[answer]][count[promptOf[answer]]++] = answer;
        }
        return answers;
    }

    private record Group(String key, String words, String category, PromptIntent intent) {
    }
}
