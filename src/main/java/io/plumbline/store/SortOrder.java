package io.plumbline.store;

/** Which end of a signal comes first. */
public enum SortOrder {
    GREATEST_FIRST, LEAST_FIRST
}
