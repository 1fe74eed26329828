package io.plumbline.evaluation.pairwise;

import io.plumbline.evaluation.PairedPrompt;
import io.plumbline.evaluation.PromptOutcome;
import io.plumbline.evaluation.RunComparison;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * In which order pairs are rated, and whose answer stands first. All raters meet the prompts in the same shuffled order, so that what two of
 * them did overlaps and their agreement can be told. Whose answer stands first is drawn for each session apart, in blocks of four with two of
 * each: a liking for the first place then favours neither model, and cannot be told from the order either.
 */
public final class RatingPlan {

    private static final int BLOCK = 4;

    private RatingPlan() {
    }

    /** The same comparison, pool and seed give the same plan. */
    public static List<RatingTask> of(RunComparison comparison, RatingPool pool, long seed) {
        List<PromptOutcome> outcomes = new ArrayList<>(comparison.ledger().stream().filter(pool::holds)
            .filter(outcome -> canBeRated(outcome.prompt())).toList());
        Collections.shuffle(outcomes, new Random(shared(comparison)));
        Random sides = new Random(seed);
        List<Order> block = new ArrayList<>();
        List<RatingTask> tasks = new ArrayList<>();
        for (PromptOutcome outcome : outcomes) {
            if (block.isEmpty()) {
                block.addAll(Collections.nCopies(BLOCK / 2, Order.BASE_FIRST));
                block.addAll(Collections.nCopies(BLOCK / 2, Order.CANDIDATE_FIRST));
                Collections.shuffle(block, sides);
            }
            tasks.add(new RatingTask(outcome, block.remove(block.size() - 1)));
        }
        return tasks;
    }

    /** How many pairs a plan has. */
    static int size(RunComparison comparison, RatingPool pool) {
        int size = 0;
        for (PromptOutcome outcome : comparison.ledger()) {
            size += pool.holds(outcome) && canBeRated(outcome.prompt()) ? 1 : 0;
        }
        return size;
    }

    /** Both models must have answered, and the same words. */
    private static boolean canBeRated(PairedPrompt prompt) {
        return prompt.base().responded() && prompt.candidate().responded() && prompt.sameWords();
    }

    /** Which of the runs is called base makes no difference to the prompts that are drawn. */
    private static long shared(RunComparison comparison) {
        String first = comparison.base().id();
        String second = comparison.candidate().id();
        String both = first.compareTo(second) <= 0 ? first + "\n" + second : second + "\n" + first;
        return UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8)).getLeastSignificantBits();
    }
}
