package io.plumbline.signoff;

/**
 * One thing that an evaluation cannot see, with what is known about its size here.
 *
 * @param title   name of the gap
 * @param finding what the data at hand says about it, one sentence
 * @param note    a short figure beside it, or empty
 */
public record ResidualGap(String title, String finding, String note) {
}
