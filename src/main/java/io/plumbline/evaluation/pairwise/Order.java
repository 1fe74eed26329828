package io.plumbline.evaluation.pairwise;

/** Whose answer is shown first. */
public enum Order {
    BASE_FIRST, CANDIDATE_FIRST
}
