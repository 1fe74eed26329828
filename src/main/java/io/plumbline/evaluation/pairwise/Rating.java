package io.plumbline.evaluation.pairwise;

/**
 * One person's word on one pair of answers.
 *
 * @param prompt key of the prompt
 * @param order  whose answer stood first
 * @param choice what the person said
 */
public record Rating(String prompt, Order order, Choice choice) {

    public Preference preference() {
        return choice.under(order);
    }
}
