package io.plumbline.domain;

/** What a user of the deployed model said of an answer. */
public enum Feedback {
    NONE, UP, DOWN
}
