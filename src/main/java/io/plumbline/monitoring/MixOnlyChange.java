package io.plumbline.monitoring;

/**
 * A change of an overall number that only the mix of prompts explains.
 *
 * @param metric what changed
 * @param point  when and by how much
 * @param split  the proof
 */
record MixOnlyChange(Metric metric, ChangePoint point, MixAndRate split) {
}
