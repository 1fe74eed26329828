package io.plumbline.domain;

/** What a file holds. */
public enum ImportKind {
    RUN, LOG
}
