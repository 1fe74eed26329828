package io.plumbline.monitoring;

/**
 * What one category contributes to the change of the overall rate against the baseline.
 *
 * @param category harm category
 * @param rate     part that its own rate explains
 * @param mix      part that its share of the prompts explains
 */
public record Contribution(String category, double rate, double mix) {
}
